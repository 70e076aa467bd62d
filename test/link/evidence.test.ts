import { expect, test } from 'vitest';
import { background } from '../../src/background/index.ts';
import { sharedItems, tellingOf } from '../../src/stages/link/index.ts';
import { ownText } from '../kernel/scanned.ts';

function telling(text: string) {
  const { bytes, text: tokens } = ownText(text);
  return tellingOf(bytes, tokens, background());
}
const shared = (one: string, other: string) => sharedItems(telling(one), telling(other)).map(({ kind, text }) => `${kind} ${text}`);

const WIRE = `The ferry Margit Osk sank off Tallinn on Tuesday, and 212 people were saved by the coast guard.
"We heard a bang below the water and then nothing at all", said Captain Liisa Rand. The Margit Osk had left Tallinn at dawn.`;
const LOCAL = `On Tuesday a ferry, the Margit Osk, went down near Tallinn; the coast guard took 212 people off.
A passenger said: "We heard a bang below the water and then the lights." Its owner, Rand Lines, gave no comment.`;

test('two reports of one event share a quotation, names, each once, and numbers; weekdays are no names', () => {
  const items = shared(WIRE, LOCAL);
  expect(items[0]).toBe('quotation We heard a bang below the water and then');
  expect([...items].sort()).toEqual(['name Margit Osk', 'name Tallinn', 'number 212', items[0]].sort());
});

test('names are told as the first text writes them, white space aside', () => {
  expect(shared('They met in New  York on the day.', 'A flight to New York was late.')).toEqual(['name New York']);
});

test('a word at the start of a sentence is a name only where it has a capital elsewhere too', () => {
  expect(shared('Harbour staff left. The ship sank.', 'Harbour staff stayed. All slept.')).toEqual([]);
  expect(shared('Osk staff left. They like Osk.', 'Nobody knows Osk.')).toEqual(['name Osk']);
});

test('a letter alone is no name, "I" of all', () => {
  expect(shared('Here, I said, stood Osk in World War I.', 'So, I wrote, it is Osk, and in World War I.')).toEqual([
    'name Osk',
    'name World War I',
  ]);
});

test('passages of two quotations are not joined to one', () => {
  const one = 'He said: "the boat was old and leaking" and, later, "nobody ever looked at the engine".';
  const other = 'She said: "the boat was old and leaking badly". He said: "nobody ever looked at the engine".';
  expect(shared(one, other)).toEqual(['quotation the boat was old and leaking']);
});

test('texts that share nothing are told nothing, and an article of 20,000 names is read as any other', () => {
  expect(shared(WIRE, 'The council approved a budget.')).toEqual([]);
  const many = `They met ${Array.from({ length: 20_000 }, (_, i) => `Ar${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)])}`).join(', ')}.`;
  expect(sharedItems(telling(many), telling(many)).filter(({ kind }) => kind === 'name').length).toBeGreaterThan(19_000);
});

import { background } from '../background/index.ts';
import type { TextTokens } from '../kernel/text.ts';
import { type Item, itemsKnownTo, languageMask, sharedItems, type Telling, tellingOf } from '../stages/link/index.ts';
import { longestPassage, type Passage, sharedPassages } from '../stages/verify/index.ts';
import type { DigestOptions } from './digest.ts';
import type { Row } from './rows.ts';

/** An article's own text, for words that are shown to a person. */
export interface OwnView {
  readonly bytes: Uint8Array;
  readonly text: TextTokens;
  telling?: Telling;
}

/** What a report wants to know of one group. */
export interface Question {
  /** The article that stands for the group, and those that it is compared with. */
  readonly first: number;
  readonly others: readonly number[];
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly isCopy: boolean }[];
}
export interface Evidence {
  readonly group: readonly string[];
  /** Parallel to the question's pairs. */
  readonly pairs: readonly (readonly string[])[];
}

/** Evidence for group after group; each text is looked at once a group. */
export function answer(questions: readonly Question[], viewOf: (id: number) => OwnView): Evidence[] {
  return questions.map(({ first, others, pairs }) => ({
    group: others.length > 0 ? groupEvidence(viewOf(first), others.map(viewOf)) : [],
    pairs: pairs.map(({ a, b, isCopy }) => (isCopy ? copyEvidence : eventEvidence)(viewOf(a), viewOf(b))),
  }));
}

/** The same for an article of which only the row is known, in the words of the first. */
export function evidenceAgainst(a: OwnView, own: Row, other: Row, isCopy: boolean, options: DigestOptions): string[] {
  if (!isCopy) return wordsOf(a.bytes, itemsKnownTo(telling(a), a.bytes, languageMask(options.language), other));
  const passage = longestPassage(a.text, new Set(own.shingles), new Set(other.shingles), options.shingleSize, PASSAGE_WORDS);
  return passage ? [`passage “${shortened(textAt(a.bytes, passage.start, passage.end))}”`] : [];
}

const NAMES_SHOWN = 5;
const NUMBERS_SHOWN = 3;
const PASSAGE_WORDS = 8;
const LONGEST_SHOWN = 140;

/** Why two articles are one event, in the words of the first: `quotation “…”`, `names …`, `numbers …`. */
function eventEvidence(a: OwnView, b: OwnView): string[] {
  return wordsOf(a.bytes, sharedItems(telling(a), telling(b)));
}

/** Why one is a copy of the other: the longest passage that both have. */
function copyEvidence(a: OwnView, b: OwnView): string[] {
  const longest = passagesOf(a, b).reduce<Passage | null>((best, passage) => (best && best.words >= passage.words ? best : passage), null);
  return longest ? [`passage “${shortened(textAt(a.bytes, longest.start, longest.end))}”`] : [];
}

/** All passages of eight words or more that stand in both, in a's order. */
export function passagesOf(a: OwnView, b: OwnView): Passage[] {
  return sharedPassages(a.text, b.text, PASSAGE_WORDS);
}

/** Evidence for a whole group: what most of its articles share with the one that stands for it. */
function groupEvidence(first: OwnView, others: readonly OwnView[]): string[] {
  const tally = new Map<number, { item: Item; votes: number }>();
  for (const other of others) {
    for (const item of sharedItems(telling(first), telling(other))) {
      const entry = tally.get(item.key);
      if (entry) entry.votes++;
      else tally.set(item.key, { item, votes: 1 });
    }
  }
  const ranked = [...tally.values()].sort((x, y) => y.votes * y.item.weight - x.votes * x.item.weight || x.item.start - y.item.start);
  return wordsOf(
    first.bytes,
    ranked.map((entry) => entry.item),
  );
}

function telling(view: OwnView): Telling {
  return (view.telling ??= tellingOf(view.text, background()));
}

function wordsOf(bytes: Uint8Array, items: readonly Item[]): string[] {
  const of = (kind: Item['kind']) => items.filter((item) => item.kind === kind).map((item) => textAt(bytes, item.start, item.end));
  const [quotation] = of('quotation');
  const names = distinct(of('name')).slice(0, NAMES_SHOWN);
  const numbers = distinct(of('number')).slice(0, NUMBERS_SHOWN);
  const evidence: string[] = [];
  if (quotation !== undefined) evidence.push(`quotation “${shortened(quotation)}”`);
  if (names.length > 0) evidence.push(`${names.length === 1 ? 'name' : 'names'} ${names.join(', ')}`);
  if (numbers.length > 0) evidence.push(`${numbers.length === 1 ? 'number' : 'numbers'} ${numbers.join(', ')}`);
  return evidence;
}

/** "Korea" is dropped beside "North Korea". */
function distinct(names: readonly string[]): string[] {
  return names.filter((name, i) => !names.some((other, k) => k !== i && other.includes(name) && (other.length > name.length || k < i)));
}

export function textAt(bytes: Uint8Array, start: number, end: number): string {
  // A copy: a decoder may refuse shared memory.
  return new TextDecoder().decode(bytes.slice(start, end)).replace(/\s+/g, ' ');
}

/** The same text in memory of its own: a piece of a longer text would keep all of that alive, as long as the report. */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const cut = text.slice(0, LONGEST_SHOWN);
  return ownCopy(`${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SHOWN / 2)).toWellFormed()}…`);
}

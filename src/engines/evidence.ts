import type { Ragged } from '../article.ts';
import { background } from '../background/index.ts';
import { type HashSet, makeHashSet } from '../kernel/hashSet.ts';
import type { TextTokens } from '../kernel/text.ts';
import { textAt } from '../kernel/textAt.ts';
import { type Item, itemsKnownTo, languageMask, sharedItems, type Telling, tellingOf } from '../stages/link/index.ts';
import { longestPassage, type Passage, sharedPassages } from '../stages/verify/index.ts';
import type { DigestOptions } from './digest.ts';
import type { Row } from './rows.ts';

/** An article's own text, for words that are shown to a person. */
export interface OwnView {
  readonly bytes: Uint8Array;
  readonly text: TextTokens;
  /** Made when it is first asked for. */
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

/** The evidence for some groups in bytes: of a million articles it is 100 MB of strings. Per group its own, then that of each pair. */
export interface EvidencePart {
  /** JSON, end to end. */
  readonly texts: Ragged<Uint8Array>;
}

export function packEvidence(answers: readonly Evidence[]): EvidencePart {
  const lists = answers.flatMap(({ group, pairs }) => [group, ...pairs]).map((list) => JSON.stringify(list));
  const starts = new Uint32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) starts[i + 1] = starts[i] + Buffer.byteLength(lists[i]);
  return { texts: { starts, values: new Uint8Array(Buffer.from(lists.join(''))) } };
}

/** The evidence for all groups, read from its bytes when it is asked for. */
export class PackedEvidence {
  readonly #parts: readonly EvidencePart[];
  readonly #groupsAPart: number;
  /** Per group its first list among those of all groups. */
  readonly #firstOf: Uint32Array;

  /** pairs: per group, how many it has. */
  constructor(parts: readonly EvidencePart[], groupsAPart: number, pairs: ArrayLike<number>) {
    this.#parts = parts;
    this.#groupsAPart = groupsAPart;
    this.#firstOf = new Uint32Array(pairs.length + 1);
    for (let group = 0; group < pairs.length; group++) this.#firstOf[group + 1] = this.#firstOf[group] + 1 + pairs[group];
  }

  ofGroup(group: number): readonly string[] {
    return this.#list(group, 0);
  }

  /** Of the group's pairs, by their places in the question. */
  ofPair(group: number, pair: number): readonly string[] {
    return this.#list(group, 1 + pair);
  }

  #list(group: number, place: number): readonly string[] {
    const part = Math.floor(group / this.#groupsAPart);
    const { starts, values } = this.#parts[part].texts;
    const at = this.#firstOf[group] + place - this.#firstOf[part * this.#groupsAPart];
    return JSON.parse(textAt(values, starts[at], starts[at + 1])) as string[]; // as packEvidence wrote it
  }
}

/** Evidence for group after group; each text is looked at once a group. */
export function answer(questions: readonly Question[], viewOf: (id: number) => OwnView): Evidence[] {
  return questions.map(({ first, others, pairs }) => ({
    group: others.length > 0 ? groupEvidence(viewOf(first), others.map(viewOf)) : [],
    pairs: pairs.map(({ a, b, isCopy }) => (isCopy ? copyEvidence : eventEvidence)(viewOf(a), viewOf(b))),
  }));
}

/** The same for articles of which only the rows are known, in the words of the first. What that says is read once, for all others. */
export function evidenceAgainst(a: OwnView, own: Row, options: DigestOptions): (other: Row, isCopy: boolean) => string[] {
  let shingles: HashSet | undefined;
  let itemsIn: ReturnType<typeof itemsKnownTo> | undefined;
  return (other, isCopy) => {
    if (!isCopy) return wordsOf((itemsIn ??= itemsKnownTo(telling(a), languageMask(options.language)))(other));
    shingles ??= makeHashSet(own.shingles);
    return shownPassage(a, longestPassage(a.text, shingles, makeHashSet(other.shingles), options.shingleSize, PASSAGE_WORDS));
  };
}

const NAMES_SHOWN = 5;
const NUMBERS_SHOWN = 3;
const PASSAGE_WORDS = 8;
const LONGEST_SHOWN = 140;
/** More than that is, in most scripts. */
const SHOWN_BYTES = 2 * LONGEST_SHOWN;

/** Why two articles are one event, in the words of the first: `quotation “…”`, `names …`, `numbers …`. */
function eventEvidence(a: OwnView, b: OwnView): string[] {
  return wordsOf(sharedItems(telling(a), telling(b)));
}

/** Why one is a copy of the other: the longest passage that both have. */
function copyEvidence(a: OwnView, b: OwnView): string[] {
  const longest = passagesOf(a, b).reduce<Passage | null>((best, passage) => (best && best.words >= passage.words ? best : passage), null);
  return shownPassage(a, longest);
}

/** A long passage is not decoded whole: a copy of a long text would be. */
function shownPassage({ bytes }: OwnView, passage: Passage | null): string[] {
  if (passage === null) return [];
  const { start, end } = passage;
  // Of an opening longer than what is shown, the last character may be cut in two.
  const opening = textAt(bytes, start, Math.min(end, start + SHOWN_BYTES));
  return [`passage “${shortened(opening.length > LONGEST_SHOWN + 1 ? opening : textAt(bytes, start, end))}”`];
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
  return wordsOf(ranked.map((entry) => entry.item));
}

function telling(view: OwnView): Telling {
  return (view.telling ??= tellingOf(view.bytes, view.text, background()));
}

function wordsOf(items: readonly Item[]): string[] {
  const quotation = items.find((item) => item.kind === 'quotation');
  const names = distinct(items, 'name', NAMES_SHOWN);
  const numbers = distinct(items, 'number', NUMBERS_SHOWN);
  const evidence: string[] = [];
  if (quotation !== undefined) evidence.push(`quotation “${shortened(quotation.text)}”`);
  if (names.length > 0) evidence.push(`${names.length === 1 ? 'name' : 'names'} ${names.join(', ')}`);
  if (numbers.length > 0) evidence.push(`${numbers.length === 1 ? 'number' : 'numbers'} ${numbers.join(', ')}`);
  return evidence;
}

/** The first items of a kind, `most` of them; "Korea" is dropped beside "North Korea", and what is named twice. */
function distinct(items: readonly Item[], kind: Item['kind'], most: number): string[] {
  const texts: string[] = [];
  for (const item of items) if (item.kind === kind) texts.push(item.text);
  const kept: string[] = [];
  for (let i = 0; i < texts.length && kept.length < most; i++) if (!isSaidElsewhere(texts, i)) kept.push(texts[i]);
  return kept;
}

function isSaidElsewhere(texts: readonly string[], i: number): boolean {
  for (let k = 0; k < texts.length; k++)
    if (k !== i && (texts[k].length > texts[i].length || k < i) && texts[k].includes(texts[i])) return true;
  return false;
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

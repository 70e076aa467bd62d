import type { ArticleId } from '../../article.ts';
import { knownStems } from '../../background/index.ts';
import { type Lists, lengthOf } from '../../columns/lists.ts';
import { has } from '../../kernel/hashSet.ts';
import { sharedOf } from './sets.ts';

/** Of fewer ordinary words nothing can be told. */
const LEAST_WORDS = 20;
/** A text of which more ordinary words are strange is not in English. */
const MOST_STRANGE = 0.45;
/**
 * A text is misread when so many of its ordinary words are strange and stand there once. Of legible texts 99 in 100 have fewer;
 * and a word of a trade is used again, while hardly any is misread twice alike.
 */
const LEAST_ONCE = 0.1;
/** So many are strange in a legible text, too. */
const USUAL = 0.03;
const LEAST_LEGIBLE = 0.2;

/** The ordinary words of a text: all but names and numbers. */
export interface Ordinary {
  /** How many, each counted once; 0 where it is clear that none was misread. */
  readonly count: number;
  /** The stems of those that 37,554 articles of news do not know, ascending; none of a text that is legible, or not in English. */
  readonly strange: Uint32Array;
}

/** Most texts are legible, and one stem in four shows it: so few strange ones, or more than MOST_STRANGE, and the others are not looked up. */
const SAMPLED = 3;
const LEAST_SAMPLED = 8;
const FEW_STRANGE = 0.06;

/** What was counted, and the strange stems. Scratch. */
const found = { count: 0, once: 0, strange: 0, stems: new Uint32Array(256) };

type Stems = Readonly<Record<'stems' | 'counts' | 'names' | 'numbers', Uint32Array>>;

/** Stems, names and numbers are sorted sets, counts parallel to the stems. The answer is scratch: good until the next call. O(stems). */
export function ordinaryWords(text: Stems): Ordinary {
  if (found.stems.length < text.stems.length) found.stems = new Uint32Array(2 * text.stems.length);
  lookUp(text, SAMPLED);
  const isLegible = found.strange < FEW_STRANGE * found.count || found.strange > MOST_STRANGE * found.count;
  if (found.count >= LEAST_SAMPLED && isLegible) return { count: 0, strange: found.stems.subarray(0, 0) };
  lookUp(text, 0);
  const isMisread = found.count >= LEAST_WORDS && found.once >= LEAST_ONCE * found.count && found.strange <= MOST_STRANGE * found.count;
  return { count: found.count, strange: found.stems.subarray(0, isMisread ? found.strange : 0) };
}

/** Counts the ordinary words, and finds the strange ones, among the stems that have none of these bits. */
function lookUp({ stems, counts, names, numbers }: Stems, bits: number): void {
  const known = knownStems();
  let [count, once, strange, name, number] = [0, 0, 0, 0, 0];
  for (let at = 0; at < stems.length; at++) {
    const stem = stems[at];
    if ((stem & bits) !== 0) continue;
    while (name < names.length && names[name] < stem) name++;
    while (number < numbers.length && numbers[number] < stem) number++;
    if (names[name] === stem || numbers[number] === stem) continue;
    count++;
    if (has(known, stem)) continue;
    found.stems[strange++] = stem;
    if (counts[at] === 1) once++;
  }
  found.count = count;
  found.once = once;
  found.strange = strange;
}

/** What misread words are told by, of each article: see Ordinary. */
export interface OrdinaryWords {
  readonly ordinary: Uint32Array;
  readonly strange: Lists;
}

/**
 * The chance that a word which was the same in two texts is the same in both as they were read (OCR) or garbled, as an estimate: of
 * either text, its strange words that the other lacks, beyond the usual, are taken for misread. Those of a trade stand in both.
 * 1 for legible texts and for other languages than English. O(strange words).
 */
export function bothLegible({ ordinary, strange }: OrdinaryWords, a: ArticleId, b: ArticleId): number {
  const inA = lengthOf(strange, a);
  const inB = lengthOf(strange, b);
  if (inA + inB === 0) return 1;
  const shared = sharedOf(strange, a, b);
  return (1 - errorRate(inA - shared, ordinary[a])) * (1 - errorRate(inB - shared, ordinary[b]));
}

/**
 * The same for a run of so many words, each of which has to be read right; no less than a fifth: what is counted below that says
 * too little to be multiplied.
 */
export function runsLegible(words: OrdinaryWords, a: ArticleId, b: ArticleId, size: number): number {
  return Math.max(LEAST_LEGIBLE, bothLegible(words, a, b) ** size);
}

function errorRate(strange: number, ordinary: number): number {
  return ordinary === 0 ? 0 : Math.max(0, strange / ordinary - USUAL);
}

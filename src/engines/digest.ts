import type { Ragged, Texts } from '../article.ts';
import { textsInTurn } from '../article.ts';
import { commonTrigrams } from '../background/index.ts';
import type { FiledLists, Lists } from '../columns/lists.ts';
import { RaggedBuilder } from '../columns/ragged.ts';
import type { Signatures } from '../columns/signatures.ts';
import { type HashSet, makeHashSet } from '../kernel/hashSet.ts';
import { makeTextTokens } from '../kernel/text.ts';
import { textAt } from '../kernel/textAt.ts';
import type { Options } from '../options.ts';
import { describe } from '../stages/link/features.ts';
import { languageMask } from '../stages/link/languages.ts';
import type { FeatureKind, FeatureTable } from '../stages/link/vectors.ts';
import { shingle } from '../stages/shingle/index.ts';
import { sketch } from '../stages/sketch/index.ts';
import { type OwnText, type SharedLines, strip, taughtOf } from '../stages/strip/index.ts';
import { ordinaryWords } from '../stages/verify/index.ts';

/**
 * What the later stages need of every article, as columns: the work that each article can have done on its own. What is
 * large may lie in files.
 */
export interface CorpusDigest extends Omit<FeatureTable, 'days' | 'counts' | FeatureKind | 'amounts'> {
  readonly stems: Lists;
  /** Parallel to the values of stems. */
  readonly counts: Uint32Array | FiledLists;
  readonly numbers: Lists;
  readonly names: Lists;
  readonly quotes: Lists;
  readonly amounts: Lists;
  readonly words: Uint32Array;
  readonly furnitureWords: Uint32Array;
  /** 1 for a page without text of its own. */
  readonly furnitureOnly: Uint8Array;
  /** The headline, or the first words where there is none: its length in bytes, then these, four to a value. */
  readonly titles: Lists;
  /** 1 for a text with a headline. */
  readonly titled: Uint8Array;
  /** The own text: per article its byte ranges, start, end …; the top bit of a start says that it goes on in the line before. */
  readonly spans: Lists;
  readonly fingerprints: Uint32Array;
  /** What misread words are told by: see stages/verify/misread.ts. */
  readonly ordinary: Uint32Array;
  readonly strange: Lists;
  readonly shingles: Lists;
  readonly signatures: Signatures;
  /** Thread time of the stages, in the order of STAGES. */
  readonly milliseconds: Float64Array;
}

/** The digest of a range of articles: all of it in memory. */
export interface Digest extends CorpusDigest, Omit<FeatureTable, 'days'> {
  readonly stems: Ragged;
  readonly counts: Uint32Array;
  readonly numbers: Ragged;
  readonly names: Ragged;
  readonly strange: Ragged;
  readonly quotes: Ragged;
  readonly amounts: Ragged;
  readonly titles: Ragged;
  readonly spans: Ragged;
  readonly shingles: Ragged;
  readonly signatures: Uint32Array;
}

export const STAGES = ['strip', 'shingle', 'sketch', 'features'] as const;

/** The options that a digest depends on. */
export type DigestOptions = Pick<Options, 'shingleSize' | 'hashes' | 'language' | 'furniture' | 'only'>;

/**
 * Memory of this thread, for one range after the other: what is new each time brings on a collection of garbage every few ranges, and
 * that walks through all that is known of a million articles.
 */
const lists = {
  titles: new RaggedBuilder(),
  spans: new RaggedBuilder(),
  strange: new RaggedBuilder(),
  shingles: new RaggedBuilder(),
  stems: new RaggedBuilder(),
  counts: new RaggedBuilder(),
  numbers: new RaggedBuilder(),
  names: new RaggedBuilder(),
  quotes: new RaggedBuilder(),
  amounts: new RaggedBuilder(),
};
const text = makeTextTokens();

/** Articles from … to − 1 through strip, shingle, sketch and the features of link. O(bytes). */
export function digest(
  texts: Texts,
  sections: Uint32Array | null,
  from: number,
  to: number,
  shared: SharedLines | null,
  options: DigestOptions,
): Digest {
  const count = to - from;
  const common = options.shingleSize === 3 ? commonTrigrams() : NONE;
  const languages = languageMask(options.language);
  const words = new Uint32Array(count);
  const furnitureWords = new Uint32Array(count);
  const furnitureOnly = new Uint8Array(count);
  const titled = new Uint8Array(count);
  const fingerprints = new Uint32Array(2 * count);
  const ordinary = new Uint32Array(count);
  const signatures = new Uint32Array(count * options.hashes);
  const ages = new Uint32Array(4 * count);
  const weekdays = new Uint8Array(count);
  const months = new Uint16Array(count);
  for (const list of Object.values(lists)) list.clear();
  const { titles, spans, strange, shingles, stems, counts, numbers, names, quotes, amounts } = lists;
  const bytesOf = textsInTurn(texts, to);
  const milliseconds = new Float64Array(STAGES.length);
  let clock = performance.now();
  const lap = (stage: number) => {
    const now = performance.now();
    milliseconds[stage] += now - clock;
    clock = now;
  };

  for (let i = 0; i < count; i++) {
    const bytes = bytesOf(from + i);
    const taught = taughtOf(options.furniture, sections, from + i);
    const own = strip(bytes, shared, text, taught);
    words[i] = own.words;
    furnitureWords[i] = own.furnitureWords;
    furnitureOnly[i] = own.furnitureOnly ? 1 : 0;
    titled[i] = isTitled(own) ? 1 : 0;
    titles.push(packTitle(bytes, own));
    spans.push(packSpans(own));
    lap(0);

    const set = shingle(text.tokens, options.shingleSize, common, shared?.runs ?? null);
    shingles.push(set.shingles);
    fingerprints.set(set.fingerprint, 2 * i);
    lap(1);
    signatures.set(sketch(set.shingles, options.hashes), i * options.hashes);
    lap(2);

    const features = describe(bytes, text, languages);
    const ordinaries = ordinaryWords(features);
    ordinary[i] = ordinaries.count;
    strange.push(ordinaries.strange);
    const forLinks = options.only !== 'copies'; // else only their strange ones are asked for
    stems.push(forLinks ? features.stems : NO_STEMS);
    counts.push(forLinks ? features.counts : NO_STEMS);
    numbers.push(features.numbers);
    names.push(features.names);
    quotes.push(features.quotes);
    amounts.push(features.amounts);
    ages.set(features.ages, 4 * i);
    weekdays[i] = features.weekdays;
    months[i] = features.months;
    lap(3);
  }
  return {
    count,
    words,
    furnitureWords,
    furnitureOnly,
    titles: titles.finish(),
    titled,
    spans: spans.finish(),
    fingerprints,
    ordinary,
    strange: strange.finish(),
    shingles: shingles.finish(),
    signatures,
    stems: stems.finish(),
    counts: counts.finish().values,
    numbers: numbers.finish(),
    names: names.finish(),
    quotes: quotes.finish(),
    amounts: amounts.finish(),
    ages,
    weekdays,
    months,
    milliseconds,
  };
}

/** What stands for a headline is cut from so many bytes. */
const FIRST_WORDS_BYTES = 240;
const NONE: HashSet = makeHashSet([]);
const NO_STEMS = new Uint32Array(0);

function isTitled({ title }: OwnText): boolean {
  return title[1] > title[0];
}

function packTitle(bytes: Uint8Array, own: OwnText): Uint32Array {
  const { title, spans, furnitureOnly } = own;
  const [from, to] = isTitled(own) || furnitureOnly ? title : [spans[0], Math.min(spans[1], spans[0] + FIRST_WORDS_BYTES)];
  const packed = new Uint32Array(1 + Math.ceil((to - from) / 4));
  packed[0] = to - from;
  new Uint8Array(packed.buffer, 4).set(bytes.subarray(from, to));
  return packed;
}

/** The title of one article as text. */
export function unpackTitle(packed: Uint32Array): string {
  return textAt(new Uint8Array(packed.buffer, packed.byteOffset + 4, packed[0]), 0, packed[0]);
}

/** In the start of a span: it goes on in the line before. Texts are far shorter than 2 GB. */
const GOES_ON = 0x80000000;

function packSpans({ spans, newLine }: OwnText): Uint32Array {
  const packed = spans.slice();
  for (let span = 0; span < newLine.length; span++) if (newLine[span] === 0) packed[2 * span] |= GOES_ON;
  return packed;
}

/** The spans of one article as `scanText` reads them. */
export function unpackSpans(packed: Uint32Array): { spans: Uint32Array; newLine: Uint8Array } {
  return {
    spans: packed.map((place) => (place & ~GOES_ON) >>> 0),
    newLine: Uint8Array.from({ length: packed.length / 2 }, (_, i) => (packed[2 * i] & GOES_ON ? 0 : 1)),
  };
}

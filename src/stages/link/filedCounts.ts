import type { Background } from '../../background/index.ts';
import { eachList, inTurn, type Lists } from '../../columns/lists.ts';
import type { FiledFeatures } from './filedVectors.ts';
import { type Counted, FeatureNumbers } from './numbering.ts';
import { type FeatureKind, idfOf } from './vectors.ts';

/** The kinds of which a record keeps what is shared, in its order. */
export const KEPT_KINDS = ['numbers', 'quotes'] as const satisfies readonly FeatureKind[];
export type KeptKind = (typeof KEPT_KINDS)[number];

/** Quotes numbered at once: about 30 bytes each. */
const QUOTES_A_PASS = 2e6;

/** In how many articles of a range each feature stands: what is found often, and is few things. */
export interface FeatureCounts {
  readonly stems: Counted;
  readonly numbers: Counted;
}

/** Counts the features of articles from … to − 1. */
export function countFeatures({ stems, numbers }: FiledFeatures, from: number, to: number): FeatureCounts {
  const counted = (lists: Lists) => {
    const features = new FeatureNumbers();
    const next = inTurn(lists, to);
    let ids = new Int32Array(1024);
    for (let article = from; article < to; article++) {
      const values = next(article);
      if (values.length > ids.length) ids = new Int32Array(2 * values.length);
      features.add(values, ids);
    }
    return features.finish();
  };
  return { stems: counted(stems), numbers: counted(numbers) };
}

/** In how many passes quotes are counted, most of which are found once: each takes a range of the hashes, so that its table is small. */
export function passesOver({ starts }: Lists): number {
  return Math.max(1, Math.ceil(starts[starts.length - 1] / QUOTES_A_PASS));
}

/** Of a range of the hashes those that two articles or more have. */
export function countShared(lists: Lists, pass: number, passes: number): Counted {
  const features = new FeatureNumbers();
  const [low, past] = [Math.ceil((pass * 2 ** 32) / passes), Math.ceil(((pass + 1) * 2 ** 32) / passes)];
  let inRange = new Uint32Array(1024);
  let ids = new Int32Array(1024);
  eachList(lists, (values) => {
    if (values.length > ids.length) [inRange, ids] = [new Uint32Array(2 * values.length), new Int32Array(2 * values.length)];
    let length = 0;
    for (let at = 0; at < values.length; at++) {
      inRange[length] = values[at];
      length += values[at] >= low && values[at] < past ? 1 : 0;
    }
    if (length > 0) features.add(inRange.subarray(0, length), ids);
  });
  return sharedOf(features.finish());
}

function sharedOf({ hashes, documents }: Counted): Counted {
  return { hashes: hashes.filter((_, id) => documents[id] > 1), documents: documents.filter((documents) => documents > 1) };
}

/** The features of a kind, numbered: plain data, for workers. */
export interface Numbered extends Counted {
  /** See `idIn`. */
  readonly slots: Int32Array;
  readonly idf: Float32Array;
}

/** What articles are weighed by. Of numbers and quotes those are numbered that two articles have. */
export type Weighing = { readonly count: number } & Readonly<Record<FeatureKind, Numbered>>;

/** Puts together what was counted in parts, in their order. */
export class WeighingBuilder {
  readonly #stems = new FeatureNumbers();
  readonly #numbers = new FeatureNumbers();
  readonly #quotes = new FeatureNumbers();

  addCounts({ stems, numbers }: FeatureCounts): void {
    this.#stems.addCounted(stems);
    this.#numbers.addCounted(numbers);
  }

  /** Of another range of the hashes. */
  addQuotes(shared: Counted): void {
    this.#quotes.addCounted(shared);
  }

  /** `count`: articles. */
  finish(count: number, background: Background): Weighing {
    const numbered = (kind: FeatureKind, features: FeatureNumbers): Numbered => {
      const { hashes, documents } = features.finish();
      const idf = Float32Array.from(hashes, (hash, id) => idfOf(kind, hash, documents[id], count, background));
      return { hashes, documents, slots: features.slots(), idf };
    };
    const numbers = new FeatureNumbers();
    numbers.addCounted(sharedOf(this.#numbers.finish()));
    return {
      count,
      stems: numbered('stems', this.#stems),
      numbers: numbered('numbers', numbers),
      quotes: numbered('quotes', this.#quotes),
    };
  }
}

import { type ListsJoiner, listsJoiner } from '../columns/lists.ts';
import type { Memory } from '../columns/memory.ts';
import { sharedUint32 } from '../columns/shared.ts';
import type { Spool } from '../columns/spool.ts';
import { type CorpusDigest, type Digest, STAGES } from './digest.ts';

/** What goes to files when memory is short, each to one of its name. */
export const FILED = [
  'spans',
  'shingles',
  'signatures',
  'stems',
  'counts',
  'numbers',
  'names',
  'strange',
  'quotes',
  'amounts',
  'titles',
] as const;

/** Puts the digests of consecutive ranges of `count` articles together: column by column in memory, or what is large in files. */
export class DigestJoiner {
  #at = 0;
  readonly #milliseconds = new Float64Array(STAGES.length);
  readonly #fixed: Pick<CorpusDigest, (typeof FIXED)[number]>;
  readonly #lists: Readonly<Record<ListName, ListsJoiner>>;
  readonly #count: number;
  #signatures: Uint32Array | Spool | null;

  constructor(count: number, memory: Memory | null) {
    const lists = (name: ListName) => listsJoiner(memory?.spool(name) ?? null);
    this.#fixed = {
      words: new Uint32Array(count),
      furnitureWords: new Uint32Array(count),
      furnitureOnly: new Uint8Array(count),
      titled: new Uint8Array(count),
      fingerprints: new Uint32Array(2 * count),
      ordinary: new Uint32Array(count),
      ages: new Uint32Array(4 * count),
      weekdays: new Uint8Array(count),
      months: new Uint16Array(count),
    };
    this.#lists = {
      titles: lists('titles'),
      spans: lists('spans'),
      shingles: lists('shingles'),
      stems: lists('stems'),
      counts: lists('counts'),
      numbers: lists('numbers'),
      names: lists('names'),
      strange: lists('strange'),
      quotes: lists('quotes'),
      amounts: lists('amounts'),
    };
    this.#count = count;
    this.#signatures = memory?.spool('signatures') ?? null;
  }

  /** The digest of one or more articles, behind those that were added. */
  add(part: Digest): void {
    for (const name of FIXED) this.#fixed[name].set(part[name], (this.#at * part[name].length) / part.count);
    for (const name of LISTS) this.#lists[name].append(name === 'counts' ? { starts: part.stems.starts, values: part.counts } : part[name]);
    const slots = part.signatures.length / part.count;
    this.#signatures ??= sharedUint32(this.#count * slots);
    if (this.#signatures instanceof Uint32Array) this.#signatures.set(part.signatures, this.#at * slots);
    else this.#signatures.append(part.signatures);
    for (let stage = 0; stage < STAGES.length; stage++) this.#milliseconds[stage] += part.milliseconds[stage];
    this.#at += part.count;
  }

  finish(): CorpusDigest {
    this.#signatures ??= new Uint32Array(0);
    const { titles, spans, shingles, stems, counts, numbers, names, strange, quotes, amounts } = this.#lists;
    const allCounts = counts.finish();
    return {
      count: this.#at,
      ...this.#fixed,
      titles: titles.finish(),
      spans: spans.finish(),
      shingles: shingles.finish(sharedUint32), // read by the job `pair`
      signatures: this.#signatures instanceof Uint32Array ? this.#signatures : { file: this.#signatures.file, at: 0 },
      stems: stems.finish(),
      counts: 'values' in allCounts ? allCounts.values : allCounts,
      numbers: numbers.finish(),
      names: names.finish(),
      strange: strange.finish(),
      quotes: quotes.finish(),
      amounts: amounts.finish(),
      milliseconds: this.#milliseconds,
    };
  }
}

const FIXED = [
  'words',
  'furnitureWords',
  'furnitureOnly',
  'titled',
  'fingerprints',
  'ordinary',
  'ages',
  'weekdays',
  'months',
] as const satisfies readonly (keyof Digest)[];
type ListName = Exclude<(typeof FILED)[number], 'signatures'>;
const LISTS = FILED.filter((name): name is ListName => name !== 'signatures');

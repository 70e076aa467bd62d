import { type Ragged, type Texts, textsInTurn } from '../article.ts';
import { withRoom } from '../columns/grow.ts';
import { eachBlock, type Lists, lengthOf, listsJoiner, valuesInto } from '../columns/lists.ts';
import { listOf } from '../columns/ragged.ts';
import { sharedUint32 } from '../columns/shared.ts';
import type { Spool } from '../columns/spool.ts';
import { kernel } from '../kernel/index.ts';
import type { LineKeys, LineSurvey } from '../stages/strip/index.ts';

/**
 * Surveys of a range of articles, one behind the other. Of an article of n lines
 *
 *     keys   n × 64 bits, as pairs of values
 *     rests  words (n), sampleStarts (n + 1), sample
 */
export interface SurveyPart {
  readonly keys: Ragged;
  readonly rests: Ragged;
}

/** Memory of this thread, for one range after the other. */
let keys = new Float64Array(1 << 13);
let rests = new Uint32Array(1 << 15);

/** Surveys of articles from … to − 1. O(bytes). */
export function surveyTexts(texts: Texts, from: number, to: number): SurveyPart {
  const count = to - from;
  const keyStarts = new Uint32Array(count + 1);
  const restStarts = new Uint32Array(count + 1);
  const text = textsInTurn(texts, to);
  for (let i = 0; i < count; i++) {
    const one = kernel().surveyLines(text(from + i));
    const key = keyStarts[i] / 2;
    const rest = restStarts[i];
    const lines = one.keys.length;
    keyStarts[i + 1] = 2 * (key + lines);
    restStarts[i + 1] = rest + 2 * lines + 1 + one.sample.length;
    keys = withRoom(keys, key + lines);
    rests = withRoom(rests, restStarts[i + 1]);
    keys.set(one.keys, key);
    rests.set(one.words, rest);
    rests.set(one.sampleStarts, rest + lines);
    rests.set(one.sample, rest + 2 * lines + 1);
  }
  return {
    keys: { starts: keyStarts, values: new Uint32Array(keys.slice(0, keyStarts[count] / 2).buffer) },
    rests: { starts: restStarts, values: rests.slice(0, restStarts[count]) },
  };
}

/** The surveys of a part, as views of it. */
export function unpackSurveys({ keys, rests }: SurveyPart): LineSurvey[] {
  return Array.from({ length: keys.starts.length - 1 }, (_, i) => {
    const ofArticle = floats(listOf(keys, i));
    return { keys: ofArticle, ...unpackRest(listOf(rests, i), ofArticle.length) };
  });
}

/** The surveys of a corpus: in memory, or in spools where memory is short. */
export interface SurveyTable {
  readonly keys: Lists;
  readonly rests: Lists;
}

/** Puts the surveys of consecutive ranges together. */
export class SurveyJoiner {
  readonly #keys;
  readonly #rests;

  constructor(keys: Spool | null, rests: Spool | null) {
    this.#keys = listsJoiner(keys);
    this.#rests = listsJoiner(rests);
  }

  add({ keys, rests }: SurveyPart): void {
    this.#keys.append(keys);
    this.#rests.append(rests);
  }

  finish(): SurveyTable {
    return { keys: this.#keys.finish(), rests: this.#rests.finish(sharedUint32) }; // these are read by the job `judge`
  }
}

export function lineKeys({ keys }: SurveyTable): LineKeys {
  const { starts } = keys;
  return {
    firstLine: Uint32Array.from(starts, (start) => start / 2),
    each(see) {
      eachBlock(keys, (values, first, past) => {
        const block = floats(values);
        const at = (article: number) => (starts[article] - starts[first]) / 2;
        for (let article = first; article < past; article++) see(block, at(article), at(article + 1), article);
      });
    },
  };
}

/** What the articles tell of their lines beside the keys: each good until the next is asked for. */
export function restsReader(rests: Lists, firstLine: Uint32Array): (article: number) => Omit<LineSurvey, 'keys'> {
  let room = new Uint32Array(1024);
  return (article) => {
    const lines = firstLine[article + 1] - firstLine[article];
    if ('values' in rests) return unpackRest(listOf(rests, article), lines);
    room = withRoom(room, lengthOf(rests, article));
    return unpackRest(valuesInto(rests, article, room), lines);
  };
}

function unpackRest(rest: Uint32Array, lines: number): Omit<LineSurvey, 'keys'> {
  return { words: rest.subarray(0, lines), sampleStarts: rest.subarray(lines, 2 * lines + 1), sample: rest.subarray(2 * lines + 1) };
}

function floats(pairs: Uint32Array): Float64Array {
  return new Float64Array(pairs.buffer, pairs.byteOffset, pairs.length / 2);
}

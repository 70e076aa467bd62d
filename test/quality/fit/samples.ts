import { seeded } from '../../properties/random.ts';
import type { LabelledSet } from './sets.ts';

/** Articles of a set that are looked at as if they were all: a user's folder. */
export interface Sample {
  readonly set: LabelledSet;
  /** How large; 0 for the whole set. */
  readonly size: number;
  readonly ids: readonly number[];
}

const SEED = 7;
/** Size → how many samples. */
const SAMPLES = [
  [100, 8],
  [20, 30],
  [5, 60],
] as const;
/** Most articles of one event in a sample. */
const MOST_OF_AN_EVENT = { 5: 4, 20: 9, 100: 20 } as const;
/** How often an event brings along the other one of its topic, as the hardest to tell from it. */
const SIBLING_SHARE = 0.5;

/** A set as a whole, and folders of several sizes with some articles of a few events each. */
export function samplesOf(set: LabelledSet): Sample[] {
  const random = seeded(SEED);
  const articlesOf = new Map<string, number[]>();
  for (const [id, label] of set.labels.entries()) articlesOf.set(label, [...(articlesOf.get(label) ?? []), id]);
  const events = [...articlesOf.keys()];
  const count = set.labels.length;
  const samples: Sample[] = [{ set, size: 0, ids: [...set.labels.keys()] }];

  for (const [size, many] of SAMPLES) {
    if (2 * size > count) continue;
    for (let i = 0; i < many; i++) samples.push({ set, size, ids: draw(size) });
  }
  return samples;

  function draw(size: keyof typeof MOST_OF_AN_EVENT): number[] {
    const ids = new Set<number>();
    const add = (event: string) => {
      // Most events have few articles: the product of two chances draws small numbers more often.
      const wanted = 1 + Math.floor(random.number() * random.number() * MOST_OF_AN_EVENT[size]);
      for (const id of random.shuffled(articlesOf.get(event)!).slice(0, wanted)) if (ids.size < size) ids.add(id);
    };
    while (ids.size < size) {
      const event = events[random.below(events.length)];
      add(event);
      const sibling = events.find((other) => other !== event && topicOf(other) === topicOf(event));
      if (sibling && random.number() < SIBLING_SHARE) add(sibling);
    }
    return [...ids].sort((x, y) => x - y);
  }
}

/** ECB+ calls the two events of its topic 7 "7ecb" and "7ecbplus". Other sets have no topics. */
function topicOf(label: string): string {
  return /^\d+(?=ecb)/.exec(label)?.[0] ?? label;
}

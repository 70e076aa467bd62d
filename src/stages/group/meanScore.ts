import { mix } from '../../kernel/hash.ts';

/**
 * Cross pairs looked at when two clusters are compared; of more a sample is taken, by the places of the members and not by their
 * ids, which are other ones when `check` groups a part of the corpus.
 */
const SAMPLE = 64;

/** Mean score of the cross pairs of two clusters, or of a sample of them that depends on the members alone. */
export function meanScore(xs: readonly number[], ys: readonly number[], scoreOf: (a: number, b: number) => number): number {
  if (ys[0] < xs[0]) [xs, ys] = [ys, xs]; // so that the sample does not depend on which is named first
  const pairs = xs.length * ys.length;
  let sum = 0;
  if (pairs <= SAMPLE) {
    for (const x of xs) for (const y of ys) sum += scoreOf(x, y);
    return sum / pairs;
  }
  const seed = mix(xs.length ^ mix(ys.length));
  for (let i = 0; i < SAMPLE; i++) {
    const draw = mix(seed + i);
    sum += scoreOf(xs[draw % xs.length], ys[mix(draw) % ys.length]);
  }
  return sum / SAMPLE;
}

/** Mean score of the pairs inside a cluster, or of a sample of them; 0 for one article. */
export function meanInside(members: readonly number[], scoreOf: (a: number, b: number) => number): number {
  const size = members.length;
  const pairs = (size * (size - 1)) / 2;
  if (pairs === 0) return 0;
  let sum = 0;
  if (pairs <= SAMPLE) {
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) sum += scoreOf(members[i], members[j]);
    return sum / pairs;
  }
  const seed = mix(size);
  for (let i = 0; i < SAMPLE; i++) {
    const draw = mix(seed + i);
    const one = draw % size;
    sum += scoreOf(members[one], members[(one + 1 + (mix(draw) % (size - 1))) % size]);
  }
  return sum / SAMPLE;
}

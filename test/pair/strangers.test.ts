/** Strangers are told by a part of what they share; what is a pair by all of it has to be one still. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairList } from '../../src/columns/pairs.ts';
import { agreement } from '../../src/kernel/sketch.ts';
import { BRIEF, briefPairs } from '../../src/stages/pair/briefs.ts';
import { containedPairs, SAMPLED_BELOW } from '../../src/stages/pair/contained.ts';
import { Glance } from '../../src/stages/pair/glance.ts';
import { distinctBits, type Random, seeded } from '../properties/random.ts';
import { keysOf, overlapping, raggedOf, signaturesOf } from './sets.ts';

/**
 * Articles of a few shingles and of many: excerpts of others, and strangers that share phrases which many use. Few enough that no
 * phrase stands in more articles than are looked up.
 */
function articlesOf(random: Random): number[][] {
  const phrases = distinctBits(random, 200);
  const sets: number[][] = [];
  for (let i = 0; i < 24; i++) {
    const long = distinctBits(random, 20 + random.below(700));
    const cut = random.shuffled(long).slice(0, 1 + random.below(long.length));
    const stranger = distinctBits(random, random.below(cut.length + 1));
    for (const set of i < 8 ? [long, [...cut, ...stranger]] : [long])
      sets.push([...new Set([...set, ...random.shuffled(phrases).slice(0, random.below(60))])]);
  }
  return sets;
}

/** All pairs a < b for which it holds. */
function pairsWhere(sets: readonly Set<number>[], holds: (a: Set<number>, b: Set<number>) => boolean): Set<string> {
  const found = new Set<string>();
  for (const [b, ofB] of sets.entries()) for (let a = 0; a < b; a++) if (holds(sets[a], ofB)) found.add(`${a} ${b}`);
  return found;
}

const sharedOf = (a: Set<number>, b: Set<number>) => [...a].filter((value) => b.has(value)).length;

const corpora = fc.record({ seed: fc.nat(), containment: fc.constantFrom(0.05, 0.2, 0.33, 0.9, 1) });

test('briefs: the pairs found are those that share enough, no other and no fewer', () => {
  let pairs = 0;
  fc.assert(
    fc.property(corpora, ({ seed, containment }) => {
      const sets = articlesOf(seeded(seed)).map((set) => new Set(set));
      const found = new PairList();
      const ids = Uint32Array.from(sets.keys());
      briefPairs(raggedOf(sets.map((set) => [...set])), ids, containment, found);
      const wanted = pairsWhere(sets, (a, b) => {
        const shorter = Math.min(a.size, b.size);
        return shorter < BRIEF && sharedOf(a, b) >= containment * shorter - 1e-9;
      });
      expect(keysOf(found.finish(sets.length))).toEqual(wanted);
      expect(found.length).toBe(wanted.size);
      pairs += wanted.size;
    }),
    { numRuns: 60 },
  );
  expect(pairs).toBeGreaterThan(200); // else nothing was to be found
});

test('longer ones: the pairs found are those that share enough of their samples', () => {
  let pairs = 0;
  fc.assert(
    fc.property(corpora, ({ seed, containment }) => {
      const sets = articlesOf(seeded(seed)).map((set) => new Set(set));
      const samples = new Map(sets.map((set) => [set, new Set([...set].filter((value) => value < SAMPLED_BELOW))]));
      const found = new PairList();
      containedPairs(raggedOf(sets.map((set) => [...set])), Uint32Array.from(sets.keys()), containment, found);
      const wanted = pairsWhere(sets, (a, b) => {
        const shorter = Math.min(a.size, b.size);
        const expected = (containment * shorter) / 8;
        const shared = sharedOf(samples.get(a)!, samples.get(b)!);
        return shorter >= BRIEF && shared > 0 && shared >= expected - 2.33 * Math.sqrt(expected);
      });
      expect(keysOf(found.finish(sets.length))).toEqual(wanted);
      expect(found.length).toBe(wanted.size);
      pairs += wanted.size;
    }),
    { numRuns: 60 },
  );
  expect(pairs).toBeGreaterThan(200);
});

test.each([16, 32, 64, 128, 256, 1024])('a glance at %i values sees each in which two signatures agree, and hardly others', (slots) => {
  const random = seeded(slots);
  const couples = Array.from({ length: 60 }, (_, i) => overlapping(random, 5 * i, 300 - 5 * i, 300 - 5 * i));
  const signatures = signaturesOf(raggedOf(couples.flat()), slots);
  const members = Uint32Array.from({ length: 2 * couples.length }, (_, i) => i);
  const glance = new Glance(signatures, slots, members);
  let more = 0;
  for (const a of members) {
    for (let b = 0; b < a; b++) {
      const agreeing = Math.round(agreement(signatures, a, b, slots) * slots);
      expect(glance.agreeing(a, b)).toBeGreaterThanOrEqual(agreeing);
      expect(glance.agreeing(b, a)).toBe(glance.agreeing(a, b));
      more += (glance.agreeing(a, b) - agreeing) / slots;
    }
    expect(glance.agreeing(a, a)).toBe(slots);
  }
  expect(more / ((members.length * (members.length - 1)) / 2)).toBeLessThan(slots > 64 ? 0.07 : 0.006);
});

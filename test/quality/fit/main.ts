/**
 * Finds the weights of the event score, and says how good they are where they were not learned:
 *   npm run fit [-- --without TERM,TERM]
 * Reads the labelled events of ../shared/eval (test/quality/NOTES.md says how it works). Two minutes.
 */
import { parseArgs } from 'node:util';
import { TERMS } from '../../../src/stages/link/index.ts';
import { type Examples, examplesOf } from './examples.ts';
import { type Counts, f1Of, judge, Reliability } from './judge.ts';
import { noticeSet } from './notices.ts';
import { fitLogistic } from './regression.ts';
import { samplesOf } from './samples.ts';
import { eventSets } from './sets.ts';

const PENALTY = 2;
/** Pairs that each set counts for, at each size, whatever it has: no set and no size outvotes the others. */
const PAIRS_A_SETTING = 4000;
/** The notices count for less: at full weight they drown what the few quotations and ages say. */
const NOTICE_WEIGHT = 0.1;

const { values: given } = parseArgs({ options: { without: { type: 'string', default: '' } } });
const leftOut = new Set(given.without.split(',').filter(Boolean).map(termNamed));
const sets = [...(await eventSets()), await noticeSet()];
const examples = sets.flatMap(samplesOf).map(examplesOf);

const scores: number[] = [];
const losses: number[] = [];
const lines: string[] = [];
for (const { name } of sets) {
  const weights = weightsFrom(examples.filter(({ sample }) => sample.set.name !== name));
  const [reliability, whole] = [new Reliability(), new Reliability()];
  const bySize = new Map<number, Counts>();
  const loss = new Map<number, [number, number]>();
  for (const one of examples.filter(({ sample }) => sample.set.name === name)) {
    const { counts, scores } = judge(one, weights);
    const sum = bySize.get(one.sample.size) ?? { said: 0, right: 0, hits: 0 };
    bySize.set(one.sample.size, { said: sum.said + counts.said, right: sum.right + counts.right, hits: sum.hits + counts.hits });
    const l = loss.get(one.sample.size) ?? [0, 0];
    loss.set(one.sample.size, l);
    one.truth.forEach((t, i) => {
      l[0]++;
      l[1] -= Math.log(Math.max(1e-6, t ? scores[i] : 1 - scores[i]));
    });
    (one.sample.size ? reliability : whole).add(scores, one.truth);
  }
  if (name === 'notices') {
    lines.push(`notices: pairs wrongly joined ${[...bySize].map(([size, { said }]) => `${size || 'all'} ${said}`).join(', ')}`);
    continue;
  }
  for (const [n, sum] of loss.values()) losses.push(sum / n);
  const cells = [...bySize].map(([size, counts]) => {
    const { f1, precision, recall } = f1Of(counts);
    scores.push(f1);
    return `${size || 'all'} ${f1.toFixed(3)} (${precision.toFixed(2)}/${recall.toFixed(2)})`;
  });
  lines.push(`${name.padEnd(14)}${cells.join('  ')}`);
  for (const [what, table] of [
    ['all    ', whole],
    ['samples', reliability],
  ] as const)
    lines.push(`${''.padEnd(14)}${what}: ${tenths(table)}; .7–.9 ${share(table.share(7, 8))} of ${table.pairs[7] + table.pairs[8]}`);
}
const mean = scores.reduce((sum, f1) => sum + f1, 0) / scores.length;
console.log(
  `Leave one set out: mean F1 ${mean.toFixed(4)} loss ${(losses.reduce((a, b) => a + b, 0) / losses.length).toFixed(4)} [${losses.map((x) => x.toFixed(2)).join(' ')}]\n${lines.join('\n')}`,
);
const weights = weightsFrom(examples);
console.log('\nFrom all sets:');
for (const [i, { name }] of TERMS.entries()) console.log(`  { name: '${name}', weight: ${Number(weights[i].toFixed(3))} },`);

function weightsFrom(learned: readonly Examples[]): Float64Array {
  const settingOf = ({ sample }: Examples) => `${sample.set.name} ${sample.size}`;
  const pairs = new Map<string, number>();
  for (const one of learned) pairs.set(settingOf(one), (pairs.get(settingOf(one)) ?? 0) + one.truth.length);
  const rows = learned.map((one) => ({
    values: one.values,
    truth: one.truth,
    weight: ((one.sample.set.name === 'notices' ? NOTICE_WEIGHT : 1) * PAIRS_A_SETTING) / pairs.get(settingOf(one))!,
  }));
  return fitLogistic(rows, TERMS.length, PENALTY, termNamed('base'), leftOut);
}

function termNamed(name: string): number {
  const term = TERMS.findIndex((known) => known.name === name);
  if (term < 0) throw new Error(`no term "${name}"; terms are: ${TERMS.map((known) => known.name).join(', ')}`);
  return term;
}

function tenths(reliability: Reliability): string {
  return Array.from({ length: 10 }, (_, tenth) => `.${tenth}→${share(reliability.share(tenth, tenth))}`).join(' ');
}

function share(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2).replace(/^0/, '');
}
if (process.env.PRIOR)
  for (const { name } of sets) {
    const bs = new Map<number, [number, number, number]>();
    for (const e of examples.filter((x) => x.sample.set.name === name)) {
      const z = bs.get(e.sample.size) ?? [0, 0, 0];
      bs.set(e.sample.size, z);
      z[0] += e.truth.length;
      for (const t of e.truth) z[1] += t;
      z[2] += e.labels.length;
    }
    console.log(
      name,
      [...bs].map(([s, z]) => `${s}: true ${(z[1] / z[0]).toFixed(2)} cand/article ${(z[0] / z[2]).toFixed(1)}`).join('; '),
    );
  }

/**
 * Finds the weights of the event score, and says how good they are where they were not learned:
 *   npm run fit [-- --without 'TERM;TERM']
 * Reads the labelled events of ../shared/eval; test/quality/NOTES.md says what the figures mean. Half a minute.
 */
import { parseArgs } from 'node:util';
import { TERMS } from '../../../src/stages/link/index.ts';
import { type Examples, examplesOf } from './examples.ts';
import { type Counts, f1Of, judge, Reliability } from './judge.ts';
import { noticeSet } from './notices.ts';
import { fitLogistic } from './regression.ts';
import { samplesOf } from './samples.ts';
import { eventSets } from './sets.ts';

/** See regression.ts; test/quality/NOTES.md has what others give. */
const PENALTY = 50;
/** What tells of the corpus and not of the pair differs little between these sets, and is needed all the same where it does: no penalty. */
const OF_THE_CORPUS = ['likeness of the whole corpus', 'small corpus', 'base'];
/** Pairs that each set counts for, at each size, whatever it has: no set and no size outvotes the others. */
const PAIRS_A_SETTING = 4000;
/** The notices count for less: at full weight they drown what the few quotations and ages say. */
const NOTICE_WEIGHT = 0.1;

const { values: given } = parseArgs({ options: { without: { type: 'string', default: '' } } });
const leftOut = new Set(given.without.split(';').filter(Boolean).map(termNamed));
const sets = [...(await eventSets()), await noticeSet()];
const examples = sets.flatMap(samplesOf).map(examplesOf);

const settings: { f1: number; loss: number }[] = [];
const lines: string[] = [];
for (const { name } of sets) {
  const weights = weightsFrom(examples.filter(({ sample }) => sample.set.name !== name));
  const bySize = judgeBySize(name, weights);
  if (name === 'notices') {
    lines.push(`notices, pairs wrongly joined: ${bySize.map(({ size, counts }) => `${size || 'all'} ${counts.said}`).join(', ')}`);
    continue;
  }
  for (const { size, counts, reliability, told } of bySize) {
    const { f1, precision, recall } = f1Of(counts);
    settings.push({ f1, loss: reliability.loss });
    const figures = `F1 ${f1.toFixed(3)} (P ${share(precision)} R ${share(recall)})  loss ${share(reliability.loss)}`;
    const sure = `.7–.9: ${sureIn(reliability)}, in one event ${sureIn(told)}`;
    lines.push(`${name.padEnd(14)}${String(size || 'all').padStart(4)}  ${figures}  ${sure}; ${tenths(reliability)}`);
  }
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
console.log(
  `Leave one set out: mean F1 ${mean(settings.map(({ f1 }) => f1)).toFixed(4)}, loss ${mean(settings.map(({ loss }) => loss)).toFixed(4)}`,
);
console.log(lines.join('\n'));
const weights = weightsFrom(examples);
console.log('\nFrom all sets:');
for (const [i, { name }] of TERMS.entries()) console.log(`  { name: '${name}', weight: ${Number(weights[i].toFixed(3))} },`);

interface OfSize {
  readonly size: number;
  readonly counts: Counts;
  /** Of all candidate pairs, and of those within an event found. */
  readonly reliability: Reliability;
  readonly told: Reliability;
}

/** What weights make of the samples of a set, by their size. */
function judgeBySize(name: string, weights: Float64Array): OfSize[] {
  const bySize = new Map<number, OfSize>();
  for (const one of examples.filter(({ sample }) => sample.set.name === name)) {
    const { size } = one.sample;
    const { counts, scores, together } = judge(one, weights);
    const sum = bySize.get(size) ?? {
      size,
      counts: { said: 0, right: 0, hits: 0 },
      reliability: new Reliability(),
      told: new Reliability(),
    };
    sum.counts.said += counts.said;
    sum.counts.right += counts.right;
    sum.counts.hits += counts.hits;
    sum.reliability.add(scores, one.truth);
    sum.told.add(scores, one.truth, together);
    bySize.set(size, sum);
  }
  return [...bySize.values()];
}

function weightsFrom(learned: readonly Examples[]): Float64Array {
  const settingOf = ({ sample }: Examples) => `${sample.set.name} ${sample.size}`;
  const pairs = new Map<string, number>();
  for (const one of learned) pairs.set(settingOf(one), (pairs.get(settingOf(one)) ?? 0) + one.truth.length);
  const rows = learned.map((one) => ({
    values: one.values,
    truth: one.truth,
    weight: ((one.sample.set.name === 'notices' ? NOTICE_WEIGHT : 1) * PAIRS_A_SETTING) / pairs.get(settingOf(one))!,
  }));
  return fitLogistic(rows, TERMS.length, PENALTY, new Set(OF_THE_CORPUS.map(termNamed)), leftOut);
}

function termNamed(name: string): number {
  const term = TERMS.findIndex((known) => known.name === name);
  if (term < 0) throw new Error(`no term "${name}"; terms are: ${TERMS.map((known) => known.name).join(', ')}`);
  return term;
}

function sureIn(reliability: Reliability): string {
  return `${share(reliability.share(7, 8))} true of ${reliability.pairs[7] + reliability.pairs[8]}`;
}

function tenths(reliability: Reliability): string {
  return Array.from({ length: 10 }, (_, tenth) => `.${tenth}→${share(reliability.share(tenth, tenth))}`).join(' ');
}

function share(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2).replace(/^0/, '');
}

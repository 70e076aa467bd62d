/** How good the defaults are on labelled articles, with floors that a change may not lower. Run where ../shared/eval is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clean, dedupe, evaluate, type Given, parseLabels } from '../../src/index.ts';
import { TERMS } from '../../src/stages/link/index.ts';
import { examplesOf } from './fit/examples.ts';
import { f1Of, judge } from './fit/judge.ts';
import { samplesOf } from './fit/samples.ts';
import { eventSet } from './fit/sets.ts';
import { scoreTexts } from './score.ts';

const EVAL = '../shared/eval';
if (!existsSync(EVAL)) console.warn(`skipped: quality is measured on the labelled articles of ${EVAL}`);

/** F1 as last measured; a change may lose .01 of it. What each set is: ../shared/eval/README.md. */
const FIGURES = {
  events: { ecbplus: 0.886, gva_incidents: 0.881, fnc1_test: 0.98, newswcl50: 0.979 },
  copies: { judged: 0.987 },
  revisions: { wiki_versions: 0.883 },
  made: { light: 0.993, medium: 0.99, heavy: 0.94, torture: 0.768 },
  texts: { scrapinghub: 0.931 },
} as const;
const LOSS = 0.01;
/** Pairs called copies that share only furniture, or are of different stories. */
const MOST_WRONG_COPIES = 1;

const read = (path: string) => readFileSync(`${EVAL}/${path}`, 'utf8');
const evaluated = async (folder: string, labels: string, options: Given = {}) =>
  evaluate(await dedupe({ paths: [`${EVAL}/${folder}/articles`] }, options), parseLabels(read(`${folder}/${labels}`))).relations;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const inTime = { timeout: 60_000 };

describe.skipIf(!existsSync(EVAL))('on the labelled articles, with defaults alone', () => {
  it.each(Object.entries(FIGURES.events))('events of %s: F1 %f', inTime, async (set, figure) => {
    const events = (await evaluated(`events/${set}`, 'labels.tsv')).find(({ relation }) => relation === 'event')!;
    expect(events.f1, `${events.precision} / ${events.recall}`).toBeGreaterThanOrEqual(figure - LOSS);
  });

  it('what the weights are learned from is what a run sees: `npm run fit` makes the same groups of it', inTime, async () => {
    const [whole] = samplesOf(await eventSet('newswcl50'));
    const { counts } = judge(
      examplesOf(whole),
      Float64Array.from(TERMS, ({ weight }) => weight),
    );
    const run = (await evaluated('events/newswcl50', 'labels.tsv')).find(({ relation }) => relation === 'event')!;
    expect(f1Of(counts).f1).toBeCloseTo(run.f1, 4);
  });

  it.each(Object.entries(FIGURES.copies))('copies of %s: F1 %f', inTime, async (set, figure) => {
    const copies = (await evaluated(`copies/${set}`, 'pairs.tsv')).find(({ relation }) => relation === 'copy')!;
    expect(copies.f1, `${copies.precision} / ${copies.recall}`).toBeGreaterThanOrEqual(figure - LOSS);
    const wrong = copies.classes.filter(({ verdict }) => ['boilerplate', 'unusable', 'different'].includes(verdict));
    expect(wrong.reduce((sum, { joined }) => sum + joined, 0)).toBeLessThanOrEqual(MOST_WRONG_COPIES);
  });

  it.each(Object.entries(FIGURES.revisions))('revisions of %s: F1 %f', inTime, async (set, figure) => {
    const copies = (await evaluated(`revisions/${set}`, 'labels.tsv', { only: 'copies' })).find(({ relation }) => relation === 'copy')!;
    expect(copies.f1, `${copies.precision} / ${copies.recall}`).toBeGreaterThanOrEqual(figure - LOSS);
    expect(copies.precision).toBeGreaterThanOrEqual(0.99);
  });

  it.skipIf(!hasPython).each(Object.entries(FIGURES.made))('made copies, %s edits: F1 %f', inTime, async (severity, figure) => {
    const folder = mkdtempSync(join(tmpdir(), 'dedupe-made-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const recipe = {
      source: `${EVAL}/events/gva_incidents/articles`,
      out: folder,
      seed: 11,
      clusters: 150,
      singles: 250,
      severity,
      pool: 'even',
    };
    const flags = Object.entries(recipe).flatMap(([name, value]) => [`--${name}`, String(value)]);
    execFileSync('python3', [`${EVAL}/make_copies.py`, ...flags], { stdio: 'ignore' });
    const report = await dedupe({ paths: [`${folder}/articles`] }, { only: 'copies' });
    const [copies] = evaluate(report, parseLabels(readFileSync(`${folder}/labels.tsv`, 'utf8'))).relations.filter(
      ({ relation }) => relation === 'copy',
    );
    expect(copies.f1, `${copies.precision} / ${copies.recall}`).toBeGreaterThanOrEqual(figure - LOSS);
  });

  it.each(Object.entries(FIGURES.texts))('own text of %s: F1 %f', inTime, async (set, figure) => {
    const folder = `boilerplate/${set}`;
    const { cleaned } = await clean({ paths: [`${EVAL}/${folder}/articles`] });
    const kept = new Map(cleaned.map(({ path, own }) => [basename(path), own]));
    const names = readdirSync(`${EVAL}/${folder}/gold`);
    const score = scoreTexts(names.map((name) => ({ gold: read(`${folder}/gold/${name}`), kept: kept.get(name) ?? '' })));
    expect(score.f1, JSON.stringify(score)).toBeGreaterThanOrEqual(figure - LOSS);
  });
});

const SEEDS = '../shared/seeds';

it.skipIf(!existsSync(SEEDS))(
  'of five articles on arms for a war, the three on one denial are an event; the later ones stand alone',
  async () => {
    const report = await dedupe({ paths: [SEEDS] });
    expect(report.events.map(({ articles }) => articles.map((path) => basename(path).slice(0, 3)))).toEqual([['000', '001', '002']]);
  },
);

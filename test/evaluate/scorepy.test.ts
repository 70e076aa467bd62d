/** The figures are those of ../shared/eval/score.py to four decimals. Run where that and python3 are. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe, evaluate, parseLabels, type Report } from '../../src/index.ts';
import { mix } from '../../src/kernel/hash.ts';
import { folderWith } from '../cli/program.ts';
import { article, report } from '../report/makeReport.ts';

const EVAL = '../shared/eval';
const isHere = existsSync(`${EVAL}/score.py`) && spawnSync('python3', ['--version']).status === 0;
if (!isHere) console.warn(`skipped: the scores are compared with python3 ${EVAL}/score.py`);

const GROUPS = ['events/ecbplus', 'events/gva_incidents', 'events/fnc1_test', 'events/newswcl50', 'revisions/wiki_versions'];
const readLabels = (file: string) => parseLabels(readFileSync(`${EVAL}/${file}`, 'utf8'), `${EVAL}/${file}`);

function scorePy(what: 'groups' | 'pairs', file: string, found: Report, ...flags: string[]): Record<string, number> {
  const folder = folderWith({ 'report.json': JSON.stringify(found) });
  const printed = execFileSync('python3', [`${EVAL}/score.py`, what, `${EVAL}/${file}`, join(folder, 'report.json'), ...flags], {
    encoding: 'utf8',
  });
  return Object.fromEntries(
    printed
      .trim()
      .split(' ')
      .map((field) => [field.split('=')[0], Number(field.split('=')[1])]),
  );
}

function expectGroupsToAgree(file: string, found: Report): void {
  const { labels, relations } = evaluate(found, readLabels(file));
  for (const { relation, precision, recall, f1, bcubed, ari, largest } of relations) {
    const theirs = scorePy('groups', file, found, '--relation', relation);
    const ours = {
      pair_P: precision,
      pair_R: recall,
      pair_F1: f1,
      b3_P: bcubed!.precision,
      b3_R: bcubed!.recall,
      b3_F1: bcubed!.f1,
      ARI: ari!,
    };
    for (const [name, value] of Object.entries(ours)) expect(value, `${relation} ${name}`).toBeCloseTo(theirs[name], 4);
    expect(labels.articles).toBe(theirs['articles']);
    expect(largest).toBe(theirs['largest_group']);
  }
}

/** The labelled groups with every eighth article in a group of another kind: some joined, some torn apart, some left out. */
function disturbed(file: string): Report {
  const labels = readLabels(file);
  if (labels.kind !== 'groups') throw new Error(`${file} holds no groups`);
  const articles = labels.rows.map(({ name, group }, i) => {
    const draw = mix(i) % 24;
    const event = draw === 0 ? null : `e${1 + (mix(draw < 3 ? i : hashOf(group)) % 500)}`;
    return article(`news/${name}`, { event, copy: event === null || draw > 12 ? null : event.replace('e', 'c') });
  });
  return report({ articles });
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => mix(hash ^ letter.charCodeAt(0)), 1);
}

describe.skipIf(!isHere)('as score.py has it', { timeout: 120_000 }, () => {
  it.each(GROUPS)('%s, with some groups joined and some torn', (set) =>
    expectGroupsToAgree(`${set}/labels.tsv`, disturbed(`${set}/labels.tsv`)),
  );

  it('a run over newswcl50', async () => {
    expectGroupsToAgree('events/newswcl50/labels.tsv', await dedupe({ paths: [`${EVAL}/events/newswcl50/articles`] }));
  });

  it('a run over the judged pairs', async () => {
    const found = await dedupe({ paths: [`${EVAL}/copies/judged/articles`] });
    const theirs = scorePy('pairs', 'copies/judged/pairs.tsv', found);
    const copies = evaluate(found, readLabels('copies/judged/pairs.tsv')).relations.find(({ relation }) => relation === 'copy')!;
    expect(copies.precision).toBeCloseTo(theirs['P'], 4);
    expect(copies.recall).toBeCloseTo(theirs['R'], 4);
    expect(copies.f1).toBeCloseTo(theirs['F1'], 4);
    const wrong = copies.classes.filter(({ verdict }) => ['boilerplate', 'unusable', 'different'].includes(verdict));
    expect(wrong.reduce((sum, { joined }) => sum + joined, 0)).toBe(theirs['false_on_furniture_or_other_story']);
  });
});

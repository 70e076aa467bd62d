/** How good a run is against labels: the rules of ../shared/eval/score.py, in TypeScript. */
import { basename } from 'node:path';
import type { Report } from '../../src/index.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Rows of a table of tab-separated values, by the names in its first line. */
export function rowsOf(tsv: string): Readonly<Record<string, string>>[] {
  const [head, ...lines] = tsv.split('\n').filter((line) => line !== '');
  const names = head.split('\t').map(withoutReturn);
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, i) => [names[i], withoutReturn(value)])));
}

function withoutReturn(value: string): string {
  return value.replace(/\r$/, '');
}

function scoreOf(hits: number, said: number, true_: number): Score {
  const precision = said ? hits / said : 1;
  const recall = true_ ? hits / true_ : 1;
  return { precision, recall, f1: f1(precision, recall) };
}

function f1(precision: number, recall: number): number {
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
}

function groupsOf(report: Report, relation: 'event' | 'copy'): Map<string, string> {
  return new Map(
    report.articles.flatMap((article): [string, string][] =>
      article[relation] === null ? [] : [[basename(article.path), article[relation]]],
    ),
  );
}

/** Pairs of articles in one group, found and true. `labels` says the true group of each file; who is in none is alone. */
export function scoreGroups(labels: ReadonlyMap<string, string>, report: Report, relation: 'event' | 'copy' = 'event'): Score {
  const groups = groupsOf(report, relation);
  const [gold, found, both] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [file, label] of labels) {
    const group = groups.get(file) ?? `alone\t${file}`;
    count(gold, label);
    count(found, group);
    count(both, `${label}\t${group}`);
  }
  const pairs = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return scoreOf(pairs(both), pairs(found), pairs(gold));
}

/** Judged pairs: `partial` counts for neither side. Also how many were called copies that share furniture, or nothing, only. */
export function scoreCopies(
  pairs: readonly Readonly<Record<string, string>>[],
  report: Report,
): Score & { readonly wrong: readonly string[] } {
  const groups = groupsOf(report, 'copy');
  let [hits, said, true_] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { file_a, file_b, label } of pairs) {
    if (label === 'partial') continue;
    const isSaid = groups.has(file_a) && groups.get(file_a) === groups.get(file_b);
    if (isSaid) said++;
    if (label === 'copy') true_++;
    if (isSaid && label === 'copy') hits++;
    if (isSaid && ['boilerplate', 'unusable', 'different'].includes(label)) wrong.push(`${file_a} ${file_b}: ${label}`);
  }
  return { ...scoreOf(hits, said, true_), wrong };
}

/** Kept text against true text, page by page: bags of word 4-grams, shares averaged over the pages. */
export function scoreTexts(pages: readonly { readonly gold: string; readonly kept: string }[]): Score {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { gold, kept } of pages) {
    const [wanted, found] = [bagOf(gold), bagOf(kept)];
    let hits = 0;
    for (const [run, n] of found) hits += Math.min(n, wanted.get(run) ?? 0);
    const [said, true_] = [sizeOf(found), sizeOf(wanted)];
    if (said > 0) precisions.push(hits / said);
    if (true_ > 0) recalls.push(hits / true_);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return { precision, recall, f1: f1(precision, recall) };
}

const RUN = 4;

function bagOf(text: string): Map<string, number> {
  // \w of Python: letters, digits, the underscore; marks that combine are none of these.
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const bag = new Map<string, number>();
  for (let i = 0; words.length > 0 && i < Math.max(1, words.length - RUN + 1); i++) {
    const run = words.slice(i, i + RUN).join(' ');
    bag.set(run, (bag.get(run) ?? 0) + 1);
  }
  return bag;
}

function sizeOf(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, n) => sum + n, 0);
}

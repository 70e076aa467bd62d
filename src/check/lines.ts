import { raggedOf } from '../columns/ragged.ts';
import {
  judgeLines,
  keysAsCut,
  type LineCounts,
  type LineSurvey,
  MOST_COMPARED,
  magnitude,
  type SharedLines,
} from '../stages/strip/index.ts';
import { keyOfLine, type Past } from './archive.ts';
import { knownRuns, LEAST_ARTICLES } from './runs.ts';

interface Line {
  readonly key: number;
  count: number;
  tops: number;
  /** Positions among the surveys at hand. */
  readonly articles: number[];
}

/**
 * The evidence of the corpus on the lines of a batch: archive and batch together, as if they were one corpus. `joined`: those texts of it
 * whose lines may have been joined, which ask for more than they survey. Of a line that more than 12 archived articles have, 12 of them
 * are compared, so that one run over everything may take others. Null when there are no two articles. O(lines of the batch), and of the
 * archived articles that share one of them.
 */
export function linesOf(batch: readonly LineSurvey[], joined: readonly Uint8Array[], past: Past): SharedLines | null {
  if (batch.length + past.count < 2) return null;
  const surveys = [...batch];
  const lines = countBatch(batch);
  const judged = () => judgeLines(countsOf(lines, surveys, totalCounts(lines, surveys, batch, past)), (article) => surveys[article]);
  addArchive(lines, surveys, past);
  if (joined.length === 0 || past.archive.count === 0) return judged();
  addAsked(knownRuns(joined, past), lines, surveys, past);
  const shared = judged();
  // These cut nothing in their turn: only runs do, and all runs have been asked for.
  const isMore = addAsked(
    joined.flatMap((bytes) => keysAsCut(bytes, shared)),
    lines,
    surveys,
    past,
  );
  return isMore ? judged() : shared;
}

/** Adds lines that are asked for, and that no article of the batch has; returns whether there are any of which archived ones tell something. */
function addAsked(keys: Iterable<number>, lines: Map<number, Line>, surveys: LineSurvey[], past: Past): boolean {
  const asked = new Map<number, Line>();
  for (const key of keys) if (!lines.has(keyOfLine(key))) asked.set(keyOfLine(key), { key, count: 0, tops: 0, articles: [] });
  if (asked.size === 0) return false;
  addArchive(asked, surveys, past);
  let isMore = false;
  for (const [key, line] of asked) {
    if (line.count < LEAST_ARTICLES) continue;
    lines.set(key, line);
    isMore = true;
  }
  return isMore;
}

function countBatch(batch: readonly LineSurvey[]): Map<number, Line> {
  const lines = new Map<number, Line>();
  for (const [article, { keys }] of batch.entries()) {
    for (const key of keys) {
      const line = lines.get(keyOfLine(key));
      if (!line) lines.set(keyOfLine(key), { key, count: 1, tops: key === keys[0] ? 1 : 0, articles: [article] });
      else if (line.articles.at(-1) !== article) {
        line.articles.push(article);
        line.count++;
        if (key === keys[0]) line.tops++;
      }
    }
  }
  return lines;
}

/** What the archive has of these lines. Appends the surveys of the articles that are named to `surveys`. */
function addArchive(lines: Map<number, Line>, surveys: LineSurvey[], past: Past): void {
  const { archive, without, replaced } = past;
  const keys = Float64Array.from(lines.keys()).sort();
  const sorted = Array.from(keys, (key) => ({ line: lines.get(key)!, named: [] as number[] })); // each is a key of the map
  archive.lookUp('lines', keys, (at, { counters, ids, length }) => {
    const { line, named } = sorted[at];
    line.count += counters[0];
    line.tops += counters[1];
    for (let i = 0; i < length && named.length < MOST_COMPARED; i++) if (!without.has(ids[i])) named.push(ids[i]);
  });
  for (const id of replaced) {
    const survey = archive.survey(id);
    for (const key of new Set(survey.keys)) {
      const line = lines.get(keyOfLine(key));
      if (!line) continue;
      line.count--;
      if (key === survey.keys[0]) line.tops--;
    }
  }
  const places = new Map<number, number>();
  for (const { line, named } of sorted) {
    if (line.count < LEAST_ARTICLES) continue;
    for (const id of named) {
      let place = places.get(id);
      if (place === undefined) places.set(id, (place = surveys.push(archive.survey(id)) - 1));
      line.articles.push(place);
    }
  }
}

/** In how many articles of archive and batch each line of any survey at hand is. */
function totalCounts(
  lines: ReadonlyMap<number, Line>,
  surveys: readonly LineSurvey[],
  batch: readonly LineSurvey[],
  { archive, replaced }: Past,
): ReadonlyMap<number, number> {
  const total = new Map<number, number>();
  for (const [key, { count }] of lines) total.set(key, count);
  const others = new Set<number>();
  for (const { keys } of surveys.slice(batch.length)) for (const key of keys) if (!lines.has(keyOfLine(key))) others.add(keyOfLine(key));
  const keys = Float64Array.from(others).sort();
  archive.lookUp('lines', keys, (at, { counters }) => {
    total.set(keys[at], (total.get(keys[at]) ?? 0) + counters[0]);
  });
  for (const id of replaced) {
    for (const key of new Set(archive.survey(id).keys))
      if (others.has(keyOfLine(key))) total.set(keyOfLine(key), total.get(keyOfLine(key))! - 1);
  }
  return total;
}

function countsOf(lines: ReadonlyMap<number, Line>, surveys: readonly LineSurvey[], total: ReadonlyMap<number, number>): LineCounts {
  const shared = [...lines.values()].filter(({ count }) => count >= LEAST_ARTICLES);
  const firstLine = new Uint32Array(surveys.length + 1);
  for (const [i, { keys }] of surveys.entries()) firstLine[i + 1] = firstLine[i] + keys.length;
  const magnitudeAt = new Uint8Array(firstLine[surveys.length]);
  let at = 0;
  for (const { keys } of surveys) for (const key of keys) magnitudeAt[at++] = magnitude(Math.max(1, total.get(keyOfLine(key)) ?? 1));
  return {
    keys: Float64Array.from(shared, ({ key }) => key),
    counts: Uint32Array.from(shared, ({ count }) => count),
    tops: Uint32Array.from(shared, ({ tops }) => tops),
    articles: raggedOf(shared.map(({ articles }) => Uint32Array.from(articles))),
    magnitudeAt,
    firstLine,
  };
}

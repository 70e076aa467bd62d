/** A baseline that somebody else writes while dedupe runs. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupsIn, relationsIn } from '../../src/baseline/index.ts';
import { heldAgainst, openBaseline } from '../../src/cli/baselineFile.ts';
import type { Streams } from '../../src/cli/streams.ts';
import { resolveOptions } from '../../src/options.ts';
import { folderWith } from '../cli/program.ts';
import { article, copyGroup, report } from '../report/makeReport.ts';
import { contentOf } from './groups.ts';

const EMPTY = '{"baselineVersion": 1, "entries": []}';
const found = groupsIn(
  report({
    articles: ['a', 'b'].map((path) => article(path, { copy: 'c1', sha256: contentOf(path) })),
    copies: [copyGroup('c1', ['a', 'b'])],
  }),
);
const BOTH = relationsIn('all');
const streams: Streams = { stdin: (async function* () {})(), stdout: { write: () => true }, stderr: { write: () => true }, env: {} };

test.each<[story: string, before: string | null, meanwhile: (file: string) => void]>([
  ['edited', EMPTY, (file) => writeFileSync(file, `${EMPTY} `)],
  ['made', null, (file) => writeFileSync(file, EMPTY)],
  ['taken away', EMPTY, (file) => rmSync(file)],
])('is not lost when it was %s meanwhile', (_, before, meanwhile) => {
  const file = join(folderWith(before === null ? {} : { 'base.json': before }), 'base.json');
  const options = resolveOptions({ baseline: file, updateBaseline: true });
  const opened = openBaseline(options, []);
  meanwhile(file);
  const after = readOrNull(file);
  expect(() => heldAgainst(opened!, found, BOTH, options, streams)).toThrow(`--baseline ${file} was changed while dedupe ran`);
  expect(readOrNull(file)).toBe(after);
});

test('the day is that of UTC, wherever the machine is', () => {
  const entry = { relation: 'copy', expires: '2026-11-22', articles: ['a', 'b'].map((path) => ({ sha256: contentOf(path), path })) };
  const file = join(folderWith({ 'base.json': JSON.stringify({ baselineVersion: 1, entries: [entry] }) }), 'base.json');
  const options = resolveOptions({ baseline: file });
  const newAt = (now: string) => heldAgainst(openBaseline(options, [])!, found, BOTH, options, streams, new Date(now))[0].new;
  expect(newAt('2026-11-22T23:59:59Z')).toEqual([]);
  expect(newAt('2026-11-22T23:59:59-01:00')).toEqual(['a', 'b']);
});

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

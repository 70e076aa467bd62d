/** Every folder of fixtures/ is a test: its articles, and the groups that we expect of them in expected.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe, explain, type Report } from '../src/index.ts';

interface Expected {
  readonly copies: readonly (readonly string[])[];
  readonly events: readonly (readonly string[])[];
  /** Of some pairs of copies, the class. */
  readonly relations: readonly { readonly a: string; readonly b: string; readonly relation: string }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

const folders = readdirSync('fixtures', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const sorted = (groups: readonly (readonly string[])[]) => groups.map((group) => [...group].sort().join(' ')).sort();
const membersOf = (groups: Report['copies']) => sorted(groups.map(({ articles }) => articles));

describe.each(folders)('fixtures/%s', async (folder) => {
  const cwd = resolve('fixtures', folder);
  const expected: Expected = JSON.parse(readFileSync(resolve(cwd, 'expected.json'), 'utf8'));
  const report = await dedupe({ paths: ['.'], cwd });

  it('every article is read', () => {
    const files = readdirSync(cwd).filter((name) => name.endsWith('.txt'));
    expect([...report.articles, ...report.skipped].map(({ path }) => path).sort()).toEqual(files.sort());
  });

  it('copies', () => {
    expect(membersOf(report.copies)).toEqual(sorted(expected.copies));
  });

  it('events', () => {
    expect(membersOf(report.events)).toEqual(sorted(expected.events));
  });

  it.each(expected.relations)('$a is to $b: $relation', async ({ a, b, relation }) => {
    const pair = report.pairs.find((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join());
    // A pair of which both are the same as a third is not listed; it has a class all the same.
    const found = pair ?? (await explain({ paths: [a, b], cwd }, { within: ['.'] }));
    expect(found.relation).toBe(relation);
  });

  it('skipped', () => {
    expect(report.skipped).toEqual(expected.skipped);
  });
});

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
  /**
   * Where we know that the program errs, and why. Written down, not excused: the test fails as soon as a mistake is gone,
   * so that it is taken off the list.
   */
  readonly mistakes?: {
    readonly events: readonly { readonly found: readonly string[]; readonly instead?: readonly string[]; readonly why: string }[];
    readonly relations: readonly { readonly a: string; readonly b: string; readonly relation: string; readonly why: string }[];
  };
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
    const mistakes = expected.mistakes?.events ?? [];
    const missed = sorted(mistakes.flatMap(({ instead }) => (instead ? [instead] : [])));
    const rest = sorted(expected.events).filter((members) => !missed.includes(members));
    expect(membersOf(report.events)).toEqual([...rest, ...sorted(mistakes.map(({ found }) => found))].sort());
  });

  it.each(expected.relations)('$a is to $b: $relation', async ({ a, b, relation }) => {
    const pair = report.pairs.find((pair) => [pair.a, pair.b].sort().join() === [a, b].sort().join());
    // A pair of which both are the same as a third is not listed; it has a class all the same.
    const found = pair ?? (await explain({ paths: [a, b], cwd }, { within: ['.'] }));
    const mistake = expected.mistakes?.relations.find((known) => known.a === a && known.b === b);
    expect(found.relation).toBe(mistake?.relation ?? relation);
  });

  it('skipped', () => {
    expect(report.skipped).toEqual(expected.skipped);
  });
});

/** What a keeper of an archive does with an index, on the real program. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FERRY, LIBRARY, NEWS } from '../cli/articles.ts';
import { dedupe, folderWith } from '../cli/program.ts';

const KILN = `Potter finds her grandfather's kiln under the car park

When the asphalt behind the town hall of Sellick Bay was lifted for new drains last week, Wilhelmina Ostrander recognised the brick at once.

Her grandfather had fired salt-glazed jars there until the winter of 1938, and nobody alive could say where the kiln had stood. It lay 40 centimetres below bay 17.

The council has stopped the works for a month so that the county's archaeologists can draw it.
`;

async function built(files: Readonly<Record<string, string>> = NEWS): Promise<string> {
  const cwd = folderWith(files);
  expect(await dedupe(['index', 'build', 'a.idx', 'news'], { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr: `dedupe: a.idx: ${Object.keys(files).length} added\n`,
  });
  return cwd;
}
const exported = async (cwd: string) => {
  const { code, stdout } = await dedupe(['index', 'export', 'a.idx'], { cwd });
  expect(code).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

test('an index is built, is sound, and says what is in it', async () => {
  const cwd = await built();
  expect(await dedupe(['index', 'verify', 'a.idx'], { cwd })).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/sound: 3 articles/),
  });
  const { stdout } = await dedupe(['index', 'info', 'a.idx'], { cwd });
  expect(stdout).toMatch(/^a\.idx: 3 articles, \d+ KB\n {2}format 2, 1 batch\n/);
  expect(JSON.parse((await dedupe(['index', 'info', 'a.idx', '--format', 'json'], { cwd })).stdout)).toMatchObject({
    articles: 3,
    batches: 1,
    replaced: 0,
  });
  const articles = await exported(cwd);
  expect(articles.map(({ path }) => path)).toEqual(['news/ferry-again.txt', 'news/ferry.txt', 'news/library.txt']);
  expect(articles[2]).toMatchObject({
    title: 'Village library opens its seed drawers again',
    words: 96,
    furnitureWords: 0,
    date: null,
    source: null,
  });
});

test('an index is never built over a file that is there', async () => {
  const cwd = await built();
  const before = readFileSync(join(cwd, 'a.idx'));
  const { code, stderr } = await dedupe(['index', 'build', 'a.idx', 'news'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'dedupe: a.idx exists\n  to add to an index: dedupe index add; to build it anew, delete a.idx first\n',
  });
  expect(readFileSync(join(cwd, 'a.idx'))).toEqual(before);
});

test('adding what the index has already changes no byte of it', async () => {
  const cwd = await built();
  const before = readFileSync(join(cwd, 'a.idx'));
  expect((await dedupe(['index', 'add', 'a.idx', 'news'], { cwd })).stderr).toBe('dedupe: a.idx: 0 added, 3 unchanged\n');
  expect(readFileSync(join(cwd, 'a.idx'))).toEqual(before);
});

test('a changed file takes the place of its old self', async () => {
  const cwd = await built();
  writeFileSync(join(cwd, 'news/ferry.txt'), KILN);
  expect((await dedupe(['index', 'add', 'a.idx', 'news'], { cwd })).stderr).toBe('dedupe: a.idx: 0 added, 1 replaced, 2 unchanged\n');
  expect((await exported(cwd)).map(({ path, title }) => [path, title])).toEqual([
    ['news/ferry-again.txt', 'Ferry runs aground off Tarn Point in thick fog'],
    ['news/library.txt', 'Village library opens its seed drawers again'],
    ['news/ferry.txt', "Potter finds her grandfather's kiln under the car park"],
  ]);
  expect((await dedupe(['index', 'verify', 'a.idx'], { cwd })).stderr).toContain('sound: 3 articles');
  expect((await dedupe(['index', 'info', 'a.idx'], { cwd })).stdout).toContain('1 replaced article still takes room (25%)');
  writeFileSync(join(cwd, 'kiln.txt'), KILN);
  const { stdout } = await dedupe(['check', 'kiln.txt', '--against', 'a.idx', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout).articles[0].copies.map(({ path }: { path: string }) => path)).toEqual(['news/ferry.txt']);
});

/** Every run of five letters or more of a text: what a grep of the file could find. */
function wordsOf(text: string): string[] {
  return [...new Set(text.match(/\p{L}{5,}/gu) ?? [])];
}

test('an article taken out leaves no trace in the file: not its path, not its title, not a word', async () => {
  const cwd = await built({ ...NEWS, 'news/kiln.txt': KILN });
  const file = join(cwd, 'a.idx');
  const holds = (word: string) => readFileSync(file).includes(word);
  expect(holds('kiln.txt')).toBe(true);
  expect(holds('Potter finds')).toBe(true);
  const inText = KILN.split('\n').slice(1).join('\n');
  expect(
    wordsOf(inText)
      .filter((word) => !KILN.split('\n')[0].includes(word))
      .filter(holds),
  ).toEqual([]); // the title is all that an index quotes
  expect((await dedupe(['index', 'remove', 'a.idx', 'news/kiln.txt'], { cwd })).stderr).toBe('dedupe: a.idx: 1 article removed\n');
  expect(['kiln', ...wordsOf(KILN)].filter(holds)).toEqual([]);
  expect((await dedupe(['index', 'verify', 'a.idx'], { cwd })).stderr).toContain('sound: 3 articles');
  const { stdout } = await dedupe(['check', 'news/kiln.txt', '--against', 'a.idx', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout).articles[0].verdict).toBe('new');
});

test('what an index held before a takedown is as it never was: the bytes are those of an index built without it', async () => {
  const cwd = await built({ ...NEWS, 'news/kiln.txt': KILN });
  await dedupe(['index', 'remove', 'a.idx', 'news/kiln.txt'], { cwd });
  rmSync(join(cwd, 'news/kiln.txt'));
  await dedupe(['index', 'build', 'b.idx', 'news'], { cwd });
  await dedupe(['index', 'compact', 'b.idx'], { cwd });
  expect(readFileSync(join(cwd, 'a.idx')).equals(readFileSync(join(cwd, 'b.idx')))).toBe(true);
});

test('by content: every copy of a text goes, whatever its path', async () => {
  const cwd = await built();
  writeFileSync(join(cwd, 'takedown.txt'), FERRY);
  expect((await dedupe(['index', 'remove', 'a.idx', 'takedown.txt', '--by-content'], { cwd })).stderr).toBe(
    'dedupe: a.idx: 2 articles removed\n',
  );
  expect((await exported(cwd)).map(({ path }) => path)).toEqual(['news/library.txt']);
});

test('taking out what is not there is an error that names it; with others it is a warning', async () => {
  const cwd = await built();
  expect(await dedupe(['index', 'remove', 'a.idx', 'nowhere.txt'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a.idx has no article nowhere.txt'),
  });
  expect((await dedupe(['index', 'remove', 'a.idx', 'nowhere.txt', 'news/ferry.txt'], { cwd })).stderr).toBe(
    'dedupe: not in the index: nowhere.txt\ndedupe: a.idx: 1 article removed\n',
  );
});

test('compacting gives back the room of what was replaced', async () => {
  const cwd = await built();
  for (const text of [KILN, LIBRARY, KILN]) {
    writeFileSync(join(cwd, 'news/ferry.txt'), text);
    await dedupe(['index', 'add', 'a.idx', 'news'], { cwd });
  }
  const before = readFileSync(join(cwd, 'a.idx')).length;
  expect((await dedupe(['index', 'compact', 'a.idx'], { cwd })).stderr).toMatch(/KB before, \d+ KB now/);
  expect(readFileSync(join(cwd, 'a.idx')).length).toBeLessThan(before / 1.5);
  expect((await dedupe(['index', 'verify', 'a.idx'], { cwd })).stderr).toContain('sound: 3 articles');
});

test('an unknown action is refused with the one that was meant', async () => {
  expect(await dedupe(['index', 'compat', 'a.idx'])).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean compact?') });
});

test('a mistyped path leaves no empty index behind', async () => {
  const cwd = folderWith(NEWS);
  expect((await dedupe(['index', 'build', 'a.idx', 'newss'], { cwd })).code).toBe(2);
  expect(readdirSync(cwd)).toEqual(['news']);
});

test('an index behind a link stays there, with its permissions, when it is written anew', async () => {
  const cwd = await built();
  mkdirSync(join(cwd, 'far'));
  renameSync(join(cwd, 'a.idx'), join(cwd, 'far/real.idx'));
  chmodSync(join(cwd, 'far/real.idx'), 0o640);
  symlinkSync('far/real.idx', join(cwd, 'a.idx'));
  expect((await dedupe(['index', 'remove', 'a.idx', 'news/ferry.txt'], { cwd })).code).toBe(0);
  expect(lstatSync(join(cwd, 'a.idx')).isSymbolicLink()).toBe(true);
  expect(statSync(join(cwd, 'far/real.idx')).mode & 0o777).toBe(0o640);
  expect((await exported(cwd)).map(({ path }) => path)).toEqual(['news/ferry-again.txt', 'news/library.txt']);
});

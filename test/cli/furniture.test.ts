/** `--furniture`: a user's own rules, in every command that strips. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANCHORS } from '../../src/furniture.ts';
import { clean, dedupe as find, formatFurniture, learn, parseFurniture } from '../../src/index.ts';
import { fencesOf } from '../docs/console.ts';
import { UNLIKE as STORIES } from '../strip/unlike.ts';
import { FERRY, LIBRARY, NEWS } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

const SLOGAN = 'The gull has landed with all of its feathers';
const RULES = `# What our crawler leaves\nline: ${SLOGAN}\n`;

test('clean strips what the file says, and --explain names its line', async () => {
  const cwd = folderWith({ 'ferry.txt': `${FERRY}\n${SLOGAN.toUpperCase()}!\n`, 'own.txt': RULES });
  expect((await dedupe(['clean', 'ferry.txt'], { cwd })).stdout).toContain(SLOGAN.toUpperCase());
  expect((await dedupe(['clean', 'ferry.txt', '--furniture', 'own.txt'], { cwd })).stdout).not.toContain(SLOGAN.toUpperCase());
  const { stdout } = await dedupe(['clean', 'ferry.txt', '--furniture', 'own.txt', '--explain'], { cwd });
  expect(stdout).toMatch(/^- furniture file .*THE GULL.* own\.txt:2 line: /m);
});

test('several files count together, and keep in one protects from the other', async () => {
  const cwd = folderWith({ 'ferry.txt': `${FERRY}\n${SLOGAN}\n`, 'a,b.txt': RULES, 'c.txt': 'keep: gull has landed' });
  const { stdout } = await dedupe(['clean', 'ferry.txt', '--furniture', 'a,b.txt', '--furniture', 'c.txt', '--explain'], { cwd });
  expect(stdout).toMatch(/^\+ keep .*The gull.* c\.txt:1 keep: gull/m);
});

test('dedupe and explain compare what is left: the same words, however many workers', async () => {
  const long = Array.from(
    { length: 12 },
    (_, at) => `Gull fact ${at} of the day that no other paper would ever print, told by the gull itself.`,
  ).join('\n');
  const cwd = folderWith({ 'a.txt': `${FERRY}\n${long}`, 'b.txt': FERRY, 'c.txt': LIBRARY, 'own.txt': 'starts: gull fact #\n' });
  const args = ['a.txt', 'b.txt', 'c.txt', '--format', 'json', '--furniture', 'own.txt'];
  const [one, three] = await Promise.all(['1', '3'].map((workers) => dedupe([...args, '--workers', workers], { cwd })));
  expect(three).toEqual(one);
  const report = JSON.parse(one.stdout);
  expect(report.pairs).toMatchObject([{ a: 'a.txt', b: 'b.txt', relation: 'identical' }]);
  const { stdout } = await dedupe(['explain', 'a.txt', 'b.txt', '--format', 'json', '--furniture', 'own.txt'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ relation: 'identical', jaccard: 1 });
  expect(JSON.parse(stdout).a.stripped.at(-1)).toMatchObject({ rule: 'furniture file', evidence: 'own.txt:1 starts: gull fact #' });
});

test('a rule under a heading holds for the articles of that source, by field or by folder', async () => {
  const rows = ['Gull Post', 'Valley Echo'].map((source) => JSON.stringify({ text: `${FERRY}\n${SLOGAN}`, source }));
  const cwd = folderWith({
    ...NEWS,
    'gull post/a.txt': `${FERRY}\n${SLOGAN}`,
    'echo/a.txt': `${FERRY}\n${SLOGAN}`,
    'all.jsonl': rows.join('\n'),
    'own.txt': `[Gull Post]\n${RULES}`,
  });
  const { stdout } = await dedupe(['clean', 'gull post', 'echo', 'all.jsonl', '--furniture', 'own.txt'], { cwd });
  const texts = stdout.split('==>').slice(1);
  expect(texts.map((text) => [text.split(' <==')[0].trim(), text.includes(SLOGAN)])).toEqual([
    ['all.jsonl:1', false],
    ['all.jsonl:2', true],
    ['echo/a.txt', true],
    ['gull post/a.txt', false],
  ]);
});

test.each<[name: string, content: string | Uint8Array | null, message: RegExp]>([
  ['no file', null, /^dedupe: --furniture own\.txt: there is no such file\n/],
  ['no text', new Uint8Array([255, 254, 0, 1]), /^dedupe: --furniture own\.txt is no UTF-8 text\n {2}save it as UTF-8\n/],
  ['no rule', 'line: fine\nread more', /^dedupe: own\.txt:2: no rule: "read more"\n {2}begin it with one of line: /],
  ['a terminal escape', 'line: fine\n\u001b[31mred', /^dedupe: own\.txt:2: no rule: "\\/],
])('%s: told with place and mend, and nothing is done', async (_, content, message) => {
  const cwd = folderWith({ 'ferry.txt': FERRY, ...(content === null ? {} : { 'own.txt': content }) });
  const { code, stdout, stderr } = await dedupe(['clean', 'ferry.txt', '--furniture', 'own.txt'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('\u001b');
});

test('a folder, or a file too long, is refused', async () => {
  const cwd = folderWith({ 'ferry.txt': FERRY });
  mkdirSync(join(cwd, 'rules'));
  writeFileSync(join(cwd, 'long.txt'), 'line: a\n'.repeat(1_300_000));
  expect((await dedupe(['clean', 'ferry.txt', '--furniture', 'rules'], { cwd })).stderr).toMatch(/--furniture rules cannot be read: /);
  expect((await dedupe(['clean', 'ferry.txt', '--furniture', 'long.txt'], { cwd })).stderr).toMatch(/long\.txt is longer than 10 MB/);
});

test('a program gives the rules as a text, or parsed', async () => {
  const articles = [{ id: 'ferry', text: `${FERRY}\n${SLOGAN}` }];
  for (const furniture of [RULES, parseFurniture(RULES)]) {
    const { cleaned } = await clean({ articles }, { furniture });
    expect(cleaned[0].own).not.toContain(SLOGAN);
    expect(cleaned[0].lines.at(-1)?.evidence).toBe(`furniture:2 line: ${SLOGAN}`);
    const plain = await find({ articles });
    const taught = await find({ articles }, { furniture });
    expect(taught.articles[0].furnitureWords - plain.articles[0].furnitureWords).toBe(9);
  }
  await expect(clean({ articles }, { furniture: 'reed: more' })).rejects.toThrow('furniture:1: no rule: "reed: more"');
  await expect(clean({ articles }, { furniture: [{ words: 'x' }] as never })).rejects.toThrow('--furniture is [{"words":"x"}]');
});

test('the example of the guide has a rule of every kind', () => {
  const guide = readFileSync('docs/write-a-furniture-rule.md', 'utf8');
  const example = fencesOf(guide).find(({ file }) => file === 'furniture.txt')?.body ?? '';
  expect(new Set(parseFurniture(example).map(({ anchor }) => anchor))).toEqual(new Set(ANCHORS));
});

describe('--learn', () => {
  const [blue, desk] = ['Bugle blue line', 'Write to the night desk with what you saw and what you heard last night'];
  const many = Object.fromEntries(STORIES.slice(0, 8).map((story, at) => [`bugle/${at}.txt`, `${story}\n${blue}\n${desk}`]));
  const others = Object.fromEntries(STORIES.slice(8).map((story, at) => [`echo/${at}.txt`, story]));

  test('writes what many articles teach, and with it one is stripped as they are', async () => {
    const cwd = folderWith({ ...many, ...others, 'new/bugle/1.txt': `${STORIES[9]}\n${blue}\n${desk}` });
    const learnt = await dedupe(['clean', '--learn', 'learnt.furniture', 'bugle', 'echo'], { cwd });
    expect(learnt).toEqual({
      code: 0,
      stdout: '',
      stderr: 'dedupe: 2 rules by 1 source learnt from 12 articles, written to learnt.furniture\n',
    });
    const file = readFileSync(join(cwd, 'learnt.furniture'), 'utf8');
    expect(file).toMatch(
      /^# Learnt by dedupe clean --learn: .*\n#.*\n\n\[bugle\]\nline: Bugle blue line\nline: Write to the night desk .*\n$/,
    );
    const { stdout } = await dedupe(['clean', 'new', '--furniture', 'learnt.furniture'], { cwd });
    expect(stdout).toBe(`${STORIES[9]}\n`);
    const explained = await dedupe(['clean', 'new', '--furniture', 'learnt.furniture', '--explain'], { cwd });
    expect(explained.stdout).toMatch(/^- furniture file .*Bugle blue line .*learnt\.furniture:5/m);
  });

  test('again: the same bytes, whoever works and in whatever order, over the file of before', async () => {
    const cwd = folderWith({ ...many, ...others });
    const run = async (...args: string[]) => {
      expect((await dedupe(['clean', '--learn', 'f', ...args], { cwd })).code).toBe(0);
      return readFileSync(join(cwd, 'f'), 'utf8');
    };
    const first = await run('bugle', 'echo');
    expect(await run('echo', 'bugle', '--workers', '2')).toBe(first);
    expect(readdirSync(cwd).sort()).toEqual(['bugle', 'echo', 'f']);
  });

  test('never writes over what it did not write, nor where it would be read as an article', async () => {
    const cwd = folderWith({ ...many, 'notes.txt': 'My own notes', 'own.furniture': 'line: mine' });
    for (const [file, reason] of [
      ['notes.txt', /exists, and was not written by --learn/],
      ['own.furniture', /exists, and was not written by --learn/],
      ['bugle', /exists, and was not written by --learn/],
      ['bugle/0.txt', /exists, and was not written by --learn/],
      ['bugle/new.txt', /would be read as an article: it lies in bugle\n {2}name it otherwise: bugle\/new\.furniture/],
      ['no/such/f', /no\/such/],
    ] as const) {
      const { code, stdout, stderr } = await dedupe(['clean', '--learn', file, 'bugle'], { cwd });
      expect({ code, stdout }, file).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(reason);
    }
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe('My own notes');
    expect(readFileSync(join(cwd, 'own.furniture'), 'utf8')).toBe('line: mine');
  });

  test('goes alone, and not with the file it learns anew', async () => {
    const cwd = folderWith({ ...many, f: '' });
    expect((await dedupe(['clean', '--learn', 'f', '--explain', 'bugle'], { cwd })).stderr).toMatch(
      /--learn writes rules and nothing else/,
    );
    await dedupe(['clean', '--learn', 'f', 'bugle'], { cwd });
    expect((await dedupe(['clean', '--learn', 'f', '--furniture', './f', 'bugle'], { cwd })).stderr).toMatch(
      /--learn and --furniture both name f\n/,
    );
  });

  test('keep in a file of one’s own holds against it, and is not learnt', async () => {
    const cwd = folderWith({ ...many, 'own.furniture': 'keep: Bugle blue line' });
    const { stderr } = await dedupe(['clean', '--learn', 'f', '--furniture', 'own.furniture', 'bugle'], { cwd });
    expect(stderr).toBe('dedupe: 1 rule learnt from 8 articles, written to f\n');
  });

  test('a program learns as the command does', async () => {
    const cwd = folderWith({ ...many, ...others });
    await dedupe(['clean', '--learn', 'f', 'bugle', 'echo'], { cwd });
    const { furniture } = await learn({ paths: ['bugle', 'echo'], cwd });
    expect([...formatFurniture(furniture)].join('')).toBe(readFileSync(join(cwd, 'f'), 'utf8'));
    const { cleaned } = await clean({ articles: [{ text: `${STORIES[9]}\n${blue}`, source: 'Bugle' }] }, { furniture });
    expect(cleaned[0].own).toBe(STORIES[9]);
  });
});

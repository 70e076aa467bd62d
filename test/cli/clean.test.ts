/** `dedupe clean`: own text to standard output, or as a tree that stays where it is told to. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namesOf } from '../../src/cli/cleanTree.ts';
import { FERRY, LIBRARY, NEWS } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

const FURNITURE = '\nSign up for our newsletter\n\nRead more: Ten ferries that never sank\n\nFollow us on Facebook and Twitter\n';
const OWN = 'The operator, Orsay Lines, has cancelled all crossings';

test('one article: its own text alone', async () => {
  const { code, stdout, stderr } = await dedupe(['clean', 'ferry.txt'], { cwd: folderWith({ 'ferry.txt': FERRY + FURNITURE }) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(OWN);
  expect(stdout).not.toContain('newsletter');
  expect(stdout).not.toContain('==>');
  expect(stdout, 'ends with one newline').toMatch(/[^\n]\n$/);
});

test('several articles: a line with the path before each', async () => {
  const { stdout } = await dedupe(['clean', 'news'], { cwd: folderWith(NEWS) });
  const headers = stdout.split('\n').filter((line) => line.startsWith('==>'));
  expect(headers).toEqual(['==> news/ferry-again.txt <==', '==> news/ferry.txt <==', '==> news/library.txt <==']);
});

test('an article on standard input', async () => {
  const { code, stdout } = await dedupe(['clean', '-'], { cwd: folderWith(), input: FERRY + FURNITURE });
  expect(code).toBe(0);
  expect(stdout).toContain(OWN);
});

test('--explain shows every line with its verdict', async () => {
  const { code, stdout } = await dedupe(['clean', 'ferry.txt', '--explain'], { cwd: folderWith({ 'ferry.txt': FERRY + FURNITURE }) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\+ keep .*Nobody was hurt/m);
  expect(stdout).toMatch(/^- \S+ .*Sign up for our newsletter/m);
});

test('--diff is a unified diff that takes lines only away', async () => {
  const { code, stdout } = await dedupe(['clean', 'ferry.txt', '--diff'], { cwd: folderWith({ 'ferry.txt': FERRY + FURNITURE }) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^--- a\/ferry\.txt\n\+\+\+ b\/ferry\.txt\n@@ /m);
  expect(stdout).toMatch(/^-Sign up for our newsletter$/m);
});

test('what is skipped is named on standard error: the result has no place for it', async () => {
  const cwd = folderWith({ 'ferry.txt': FERRY, 'noise.txt': new Uint8Array([0, 1, 2, 0, 255, 254]) });
  const { code, stdout, stderr } = await dedupe(['clean', '.'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain(OWN);
  expect(stderr).toMatch(/^dedupe: noise\.txt: /);
  expect((await dedupe(['clean', '.', '-q'], { cwd })).stderr).toBe('');
});

test('--out writes the tree of the folder given and says how many', async () => {
  const cwd = folderWith({ 'news/ferry.txt': FERRY + FURNITURE, 'news/deep/er/library.txt': LIBRARY });
  const { code, stdout, stderr } = await dedupe(['clean', 'news', '--out', 'own'], { cwd });
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'dedupe: 2 texts written below own\n' });
  const ferry = readFileSync(join(cwd, 'own/ferry.txt'), 'utf8');
  expect(ferry).toContain(OWN);
  expect(ferry).not.toContain('newsletter');
  expect(readFileSync(join(cwd, 'own/deep/er/library.txt'), 'utf8')).toContain('beans, marigolds');
  expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8'), 'the input is as it was').toBe(FERRY + FURNITURE);
});

test('--out twice gives the same tree', async () => {
  const cwd = folderWith(NEWS);
  await dedupe(['clean', 'news', '--out', 'own'], { cwd });
  expect((await dedupe(['clean', 'news', '--out', 'own'], { cwd })).code).toBe(0);
  expect(readdirSync(join(cwd, 'own'))).toEqual(['ferry-again.txt', 'ferry.txt', 'library.txt']);
});

test('an input above the working folder stays below --out', async () => {
  const cwd = folderWith({ 'ferry.txt': FERRY, 'here/x/library.txt': LIBRARY });
  const { code } = await dedupe(['clean', '../ferry.txt', 'x', '--out', 'own'], { cwd: join(cwd, 'here') });
  expect(code).toBe(0);
  expect(readdirSync(join(cwd, 'here/own')).toSorted()).toEqual(['ferry.txt', 'x']);
  expect(readdirSync(cwd).toSorted()).toEqual(['ferry.txt', 'here']);
});

test('a JSONL record becomes a file whose name is no path, whatever its id', async () => {
  const records = [{ id: '../../../evil', text: FERRY }, { id: 'a/b', text: LIBRARY }, { text: FERRY }];
  const cwd = folderWith({ 'in/news.jsonl': records.map((record) => JSON.stringify(record)).join('\n') });
  const { code } = await dedupe(['clean', 'in', '--out', 'out/own'], { cwd });
  expect(code).toBe(0);
  expect(readdirSync(join(cwd, 'out/own'), { recursive: true }).toSorted()).toEqual([
    'news.jsonl',
    'news.jsonl/..%2F..%2F..%2Fevil.txt',
    'news.jsonl/3.txt',
    'news.jsonl/a%2Fb.txt',
  ]);
  expect(readdirSync(cwd).toSorted()).toEqual(['in', 'out']);
});

test.each([
  { story: 'the input folder itself', out: 'news' },
  { story: 'a folder that holds the input', out: '.' },
  { story: 'the input folder by another name', out: 'alias' },
])('--out is refused when it is $story', async ({ out }) => {
  const cwd = folderWith(NEWS);
  symlinkSync('news', join(cwd, 'alias'));
  const { code, stderr } = await dedupe(['clean', 'news', '--out', out], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: --out \S+ holds an input: news\//);
  expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe(FERRY);
});

test('the second run over a folder with its own output in it is refused: it would clean what it wrote', async () => {
  const cwd = folderWith({ 'ferry.txt': FERRY });
  expect((await dedupe(['clean', '.', '--out', 'own'], { cwd })).code).toBe(0);
  const { code, stderr } = await dedupe(['clean', '.', '--out', 'own'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('holds an input: own/ferry.txt');
});

test('a link inside --out leads nowhere', async () => {
  const cwd = folderWith({ 'news/deep/ferry.txt': FERRY });
  mkdirSync(join(cwd, 'own'));
  mkdirSync(join(cwd, 'elsewhere'));
  symlinkSync('../elsewhere', join(cwd, 'own/deep'));
  const { code, stderr } = await dedupe(['clean', 'news', '--out', 'own'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: cannot write own\/deep: it is not a folder/);
  expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([]);
});

test('a linked file inside --out is not followed either', async () => {
  const cwd = folderWith({ ...NEWS, precious: 'mine' });
  mkdirSync(join(cwd, 'own'), { recursive: true });
  symlinkSync('../precious', join(cwd, 'own/ferry.txt'));
  const { code } = await dedupe(['clean', 'news', '--out', 'own'], { cwd });
  expect(code).toBe(2);
  expect(readFileSync(join(cwd, 'precious'), 'utf8')).toBe('mine');
});

test('--out that is a file is refused', async () => {
  const cwd = folderWith({ ...NEWS, own: 'a file' });
  const { code, stderr } = await dedupe(['clean', 'news', '--out', 'own'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: cannot write own/);
  expect(stderr).not.toContain('bug');
  expect(readFileSync(join(cwd, 'own'), 'utf8')).toBe('a file');
});

test.each([
  { paths: ['../a.txt', '../../a.txt', 'a.txt'], names: ['a.txt', 'a~2.txt', 'a~3.txt'] },
  { paths: ['/etc/news/a.txt'], names: ['etc/news/a.txt'] },
  { paths: ['-'], names: ['stdin.txt'] },
  { paths: ['a.jsonl#..', 'a.jsonl:7', 'b.NDJSON.gz#x y'], names: ['a.jsonl/...txt', 'a.jsonl/7.txt', 'b.NDJSON.gz/x%20y.txt'] },
  { paths: ['a.jsonl#\ud800'], names: ['a.jsonl/%EF%BF%BD.txt'] },
])('$paths become $names', ({ paths, names }) => {
  expect(namesOf(paths)).toEqual(names);
});

test('names of any length fit a file system, and stay apart', () => {
  const names = namesOf([`a.jsonl#${'é'.repeat(500)}1`, `a.jsonl#${'é'.repeat(500)}2`]);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(Buffer.byteLength(name.split('/')[1])).toBeLessThanOrEqual(255);
});

import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { folderOf, pathsOf, readIn, skippedOf } from './folder.ts';

/** The files that git would add: the judge of our rules. */
function asGit(folder: string): string[] {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const listed = execFileSync('git', ['-c', 'core.excludesFile=/dev/null', 'ls-files', '-z', '--others', '--exclude-standard'], {
    cwd: folder,
  });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path.endsWith('.txt'))
    .sort();
}

const CASES: Record<string, Record<string, string>> = {
  'a name anywhere': { '.gitignore': 'x.txt', 'x.txt': '1', 'a/x.txt': '2', 'a/y.txt': '3' },
  'a path from the root': { '.gitignore': '/x.txt\na/b/', 'x.txt': '1', 'a/x.txt': '2', 'a/b/y.txt': '3', 'c/a/b/y.txt': '4' },
  negation: { '.gitignore': '*.txt\n!keep.txt\n!a/', 'x.txt': '1', 'keep.txt': '2', 'a/keep.txt': '3', 'a/z.txt': '4' },
  'a nested file takes back a file': { '.gitignore': '*.txt', 'a/.gitignore': '!k.txt', 'a/k.txt': '1', 'a/l.txt': '2', 'k.txt': '3' },
  'a nested file takes back a folder': {
    '.gitignore': 'build',
    'x/.gitignore': '!build',
    'x/build/f.txt': '1',
    'x/build/build/g.txt': '2',
    'build/h.txt': '3',
    'y/build/i.txt': '4',
  },
  'a folder with special characters is taken back': {
    '.gitignore': 'b*',
    'x/.gitignore': '!b*',
    'x/b[a] !#/f.txt': '1',
    'x/ba/g.txt': '2',
    'c/b/f.txt': '3',
  },
  'nothing below an ignored folder comes back': { '.gitignore': 'a/\n!a/x.txt', 'a/x.txt': '1', 'a/.gitignore': '!x.txt', 'b.txt': '2' },
  'comments, blanks, spaces and escapes': {
    '.gitignore': '# c\n\n\\#a.txt\nb.txt  \nc\\ .txt\n\\!d.txt',
    '#a.txt': '1',
    'b.txt': '2',
    'c .txt': '3',
    '!d.txt': '4',
    'e.txt': '5',
  },
  'letter case counts': { '.gitignore': 'X.txt', 'x.txt': '1', 'X.txt': '2' },
  'line ends of Windows': { '.gitignore': 'x.txt\r\ny.txt\r\n', 'x.txt': '1', 'y.txt': '2', 'z.txt': '3' },
  'a later rule wins': { '.gitignore': 'x.txt\n!x.txt\ny.txt\n!y.txt\ny.txt', 'x.txt': '1', 'y.txt': '2' },
  'double stars': { '.gitignore': 'a/**/x.txt\n**/t/**', 'a/x.txt': '1', 'a/b/c/x.txt': '2', 'x.txt': '3', 'u/t/v.txt': '4' },
};

describe('.gitignore is respected as git does it', () => {
  it.each(Object.keys(CASES))('%s', async (name) => {
    const folder = folderOf(CASES[name]);
    const expected = asGit(folder);
    expect(pathsOf(await readIn(folder, ['.'], { allowEmpty: true }))).toEqual(expected);
    if (expected.length > 0) expect(pathsOf(await readIn(folder, ['**/*.txt']))).toEqual(expected);
  });
});

describe('ignore files', () => {
  it('.dedupeignore has the last word over .gitignore', async () => {
    const folder = folderOf({
      '.gitignore': 'a.txt\nb.txt',
      '.dedupeignore': '!b.txt\nc.txt',
      'a.txt': 'A',
      'b.txt': 'B',
      'c.txt': 'C',
      'd.txt': 'D',
    });
    expect(pathsOf(await readIn(folder))).toEqual(['b.txt', 'd.txt']);
  });

  it('an ignored file that is named is read', async () => {
    const folder = folderOf({ '.gitignore': 'a.txt\nsub', 'a.txt': 'A', 'sub/b.txt': 'B' });
    expect(pathsOf(await readIn(folder, ['a.txt', 'sub']))).toEqual(['a.txt', 'sub/b.txt']);
  });

  it('a rule that would take forever is not applied, and that is said', async () => {
    const bomb = `${'**/a/'.repeat(12)}**/b`;
    const deep = `${'a/'.repeat(40)}c.txt`;
    const folder = folderOf({ '.gitignore': `${bomb}\nx.txt`, [deep]: 'C', 'x.txt': 'X' });
    const corpus = await readIn(folder);
    expect(pathsOf(corpus)).toEqual([deep]);
    expect(skippedOf(corpus)['.gitignore']).toContain('rule not applied');
  });

  it('a huge one is not applied, and that is said', async () => {
    const corpus = await readIn(folderOf({ '.gitignore': 'x\n'.repeat(100_000), 'x.txt': 'X' }));
    expect(skippedOf(corpus)).toEqual({ '.gitignore': 'rules not applied: larger than 100000 bytes' });
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { resolveOptions } from '../../src/options.ts';
import { listFiles, read } from '../../src/stages/read/index.ts';
import { asNobody, folderOf, pathsOf, readIn, skippedOf, streamOf, textsOf } from './folder.ts';

describe('a folder', () => {
  it('gives its text files in the order of their paths, whatever the letter case of their endings', async () => {
    const folder = folderOf({
      'b.txt': 'B',
      'a/z.TXT': 'Z',
      'a.md': 'A',
      'B.Md': 'upper',
      'a-b/x.txt': 'X',
      'picture.png': 'no',
      'é.txt': 'E',
    });
    const corpus = await readIn(folder);
    expect(pathsOf(corpus)).toEqual(['B.Md', 'a-b/x.txt', 'a.md', 'a/z.TXT', 'b.txt', 'é.txt']);
    expect(textsOf(corpus)).toEqual(['upper', 'X', 'A', 'Z', 'B', 'E']);
    expect(corpus.skipped).toEqual([]);
  });

  it('is shown relative to the working folder, with ../ outside of it', async () => {
    const folder = folderOf({ 'in/here/.keep': '', 'out/a.txt': 'A' });
    expect(pathsOf(await readIn(join(folder, 'in/here'), ['../../out']))).toEqual(['../../out/a.txt']);
    expect(pathsOf(await readIn(folder, [join(folder, 'out')]))).toEqual(['out/a.txt']);
  });

  it('keeps its hidden files and folders to itself, unless one is named', async () => {
    const folder = folderOf({ '.a.txt': 'A', '.git/b.txt': 'B', 'c.txt': 'C' });
    expect(pathsOf(await readIn(folder))).toEqual(['c.txt']);
    expect(pathsOf(await readIn(folder, ['.a.txt', '.git']))).toEqual(['.a.txt', '.git/b.txt']);
  });

  it('with 20,000 empty files is read quickly, and every one is listed', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    for (let file = 0; file < 20_000; file++) writeFileSync(join(folder, `${file}.txt`), '');
    const start = performance.now();
    const corpus = await readIn(folder);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(corpus.skipped).toHaveLength(20_000);
    expect(corpus.skipped[0]).toEqual({ path: '0.txt', reason: 'empty' });
    expect(textsOf(corpus)).toEqual(['A']);
  });

  it('may hold names with newlines, emoji, leading dashes and direction overrides', async () => {
    const names = [
      '-',
      '--version.txt',
      '-rf.txt',
      'new\nline.txt',
      'back\\slash.txt',
      '😀/😀.txt',
      'evil\u202etxt.md',
      'quo\'te".txt',
      '*.txt',
      '[a].txt',
    ];
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, `text of ${name}`])));
    const corpus = await readIn(folder, ['.', './-']);
    expect(pathsOf(corpus)).toEqual(names.map((name) => (name === '-' ? './-' : name)).sort());
    expect(textsOf(corpus)).toContain('text of new\nline.txt');
  });
});

describe('things that are no regular files', () => {
  it('symbolic links are named and never followed, not even in a loop', async () => {
    const folder = folderOf({ 'a/x.txt': 'X', 'outside/secret.txt': 'S' });
    symlinkSync('..', join(folder, 'a/loop'));
    symlinkSync('x.txt', join(folder, 'a/y.txt'));
    symlinkSync(join(folder, 'outside'), join(folder, 'a/out'));
    symlinkSync('nowhere', join(folder, 'a/dangling.txt'));
    const corpus = await readIn(folder, ['a']);
    expect(pathsOf(corpus)).toEqual(['a/x.txt']);
    const reason = 'symbolic link, not followed';
    expect(skippedOf(corpus)).toEqual({ 'a/loop': reason, 'a/y.txt': reason, 'a/out': reason, 'a/dangling.txt': reason });
  });

  it('a link that is given by name is not followed either', async () => {
    const folder = folderOf({ 'a/x.txt': 'X', 'b.txt': 'B' });
    symlinkSync('a', join(folder, 'link'));
    const corpus = await readIn(folder, ['link', 'link/', 'b.txt']);
    expect(pathsOf(corpus)).toEqual(['b.txt']);
    expect(skippedOf(corpus)).toEqual({ link: 'symbolic link, not followed' });
    await expect(readIn(folder, ['link'])).rejects.toMatchObject({
      message: 'no articles found in link',
      hint: expect.stringContaining('symbolic link, not followed'),
    });
  });

  it('a file that is reached by two roads is read once', async () => {
    const folder = folderOf({ 'a/x.txt': 'X' });
    symlinkSync('a', join(folder, 'link'));
    const corpus = await readIn(folder, ['link/x.txt', 'a', 'a/x.txt', './a/../a/x.txt']);
    expect(pathsOf(corpus)).toEqual(['a/x.txt']);
    expect(skippedOf(corpus)).toEqual({ 'link/x.txt': 'the same file as a/x.txt' });
  });

  it('hard links are read once, under the first path', async () => {
    const folder = folderOf({ 'm.txt': 'M' });
    linkSync(join(folder, 'm.txt'), join(folder, 'z.txt'));
    linkSync(join(folder, 'm.txt'), join(folder, 'a.txt'));
    const corpus = await readIn(folder);
    expect(pathsOf(corpus)).toEqual(['a.txt']);
    expect(skippedOf(corpus)).toEqual({ 'm.txt': 'hard link to a.txt', 'z.txt': 'hard link to a.txt' });
  });

  it('pipes, sockets and devices are never opened', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
    const corpus = await readIn(folder, ['.', 'pipe.txt', '/dev/zero']);
    expect(pathsOf(corpus)).toEqual(['a.txt']);
    expect(corpus.skipped.map(({ reason }) => reason)).toEqual(['device, not opened', 'named pipe, not opened', 'socket, not opened']);
  });

  it('a pipe in the place of an ignore file does not stop the walk', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    execFileSync('mkfifo', [join(folder, '.gitignore')]);
    expect(pathsOf(await readIn(folder))).toEqual(['a.txt']);
  });
});

describe('paths on the command line', () => {
  it('a file named explicitly is read whatever its ending, if it is text', async () => {
    const folder = folderOf({ 'story.html': '<p>S', LICENSE: 'L', 'photo.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]) });
    const corpus = await readIn(folder, ['story.html', 'LICENSE', 'photo.jpg', 'LICENSE']);
    expect(pathsOf(corpus)).toEqual(['LICENSE', 'story.html']);
    expect(skippedOf(corpus)).toEqual({ 'photo.jpg': 'binary, not text' });
  });

  it('globs match in any letter case and leave out what is hidden or ignored', async () => {
    const folder = folderOf({
      'n/A.TXT': 'A',
      'n/b.text': 'B',
      'n/.h.txt': 'H',
      'n/x/d.txt': 'D',
      'n/x/e.txt': 'E',
      'n/.gitignore': 'e.txt\ny',
      'n/y/f.txt': 'F',
    });
    symlinkSync('A.TXT', join(folder, 'n/l.txt'));
    const corpus = await readIn(folder, ['n/**/*.txt']);
    expect(pathsOf(corpus)).toEqual(['n/A.TXT', 'n/x/d.txt']);
    expect(skippedOf(corpus)).toEqual({ 'n/l.txt': 'symbolic link, not followed' });
    expect(pathsOf(await readIn(folder, ['n/*']))).toEqual(['n/A.TXT', 'n/b.text', 'n/x/d.txt']);
    expect(pathsOf(await readIn(folder, [join(folder, 'n/?.{txt,text}')]))).toEqual(['n/A.TXT', 'n/b.text']);
  });

  it('globs reach odd names, and folders beside their fixed part', async () => {
    const folder = folderOf({ 'a\nb/c\nd.txt': '1', '😀/\u202e🐊.txt': '2', '-x/--y.txt': '3', '.gitignore': 'q', 'q/z.txt': '4' });
    expect(pathsOf(await readIn(folder, ['**/*.txt']))).toEqual(['-x/--y.txt', 'a\nb/c\nd.txt', '😀/\u202e🐊.txt']);
    expect(pathsOf(await readIn(join(folder, 'q'), ['../-x/*.txt', '../[q]/*.txt'], { allowEmpty: true }))).toEqual(['../-x/--y.txt']);
    expect(pathsOf(await readIn(folder, ['*']))).toEqual(['-x/--y.txt', 'a\nb/c\nd.txt', '😀/\u202e🐊.txt']);
  });

  it('a path with glob characters that exists is meant literally', async () => {
    const folder = folderOf({ '[ab].txt': 'literal', 'a.txt': 'A', '*/x.txt': 'X', 'q/y.txt': 'Y' });
    expect(textsOf(await readIn(folder, ['[ab].txt']))).toEqual(['literal']);
    expect(pathsOf(await readIn(folder, ['*']))).toEqual(['*/x.txt']);
  });

  it('- is one article on standard input', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    const corpus = await readIn(folder, ['a.txt', '-'], {}, [Buffer.from('from std'), Buffer.from('in\r\n')]);
    expect(pathsOf(corpus)).toEqual(['-', 'a.txt']);
    expect(textsOf(corpus)).toEqual(['from stdin\n', 'A']);
    const endless = async function* () {
      for (;;) yield Buffer.alloc(500, 'x');
    };
    const cut = await read({ paths: ['-'], cwd: folder, stdin: endless() }, resolveOptions({ maxArticleBytes: 1000 }));
    expect(skippedOf(cut)).toEqual({ '-': 'larger than --max-article-bytes 1,000' });
  });

  it('--files-from takes a list, one path a line or NUL-separated, from a file or standard input', async () => {
    const folder = folderOf({
      'a.txt': 'A',
      'new\nline.txt': 'N',
      '*.txt': 'S',
      'd/b.txt': 'B',
      list: 'a.txt\r\n\n*.txt\nd\n',
      list0: 'new\nline.txt\0a.txt\0',
    });
    expect(pathsOf(await readIn(folder, [], { filesFrom: 'list' }))).toEqual(['*.txt', 'a.txt', 'd/b.txt']);
    expect(pathsOf(await readIn(folder, [], { filesFrom: 'list0', null: true }))).toEqual(['a.txt', 'new\nline.txt']);
    expect(pathsOf(await readIn(folder, ['d'], { filesFrom: '-' }, [Buffer.from('a.t'), Buffer.from('xt')]))).toEqual(['a.txt', 'd/b.txt']);
    await expect(readIn(folder, ['-'], { filesFrom: '-' })).rejects.toThrow('standard input is asked for both');
    await expect(readIn(folder, [], { filesFrom: 'nolist' })).rejects.toThrow('--files-from nolist cannot be read');
  });

  it('a missing path is the user’s to mend, and is named', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    await expect(readIn(folder, ['a.txt', 'b.txt'])).rejects.toMatchObject({
      name: 'UserError',
      message: 'no such file or folder: "b.txt"',
      hint: `paths are looked up from ${folder}`,
    });
    await expect(readIn(folder, ['a.txt/b.txt'])).rejects.toThrow('no such file or folder');
    await expect(readIn(folder, ['b.txt'], { allowEmpty: true })).rejects.toThrow('no such file or folder');
    await expect(readIn(folder, ['*.html'])).rejects.toThrow('nothing matches *.html');
    await expect(readIn(folder, ['a\0b'])).rejects.toThrow('not a path');
  });

  it('no file at all is an error too, unless it is allowed', async () => {
    const folder = folderOf({ 'a/x.pdf': 'no', '.b/y.txt': 'hidden' });
    await expect(readIn(folder, ['a', '.'])).rejects.toMatchObject({
      message: 'no articles found in a, .',
      hint: expect.stringContaining('.txt, .md, .jsonl'),
    });
    await expect(readIn(folder, [])).rejects.toThrow('no path was given');
    const corpus = await readIn(folder, ['a', '*.txt'], { allowEmpty: true });
    expect(corpus.articles).toEqual([]);
    expect(corpus.texts.chunk).toHaveLength(0);
  });

  it('a folder with nothing but empty files is read', async () => {
    const corpus = await readIn(
      folderOf({
        'a.txt': '',
        'b.txt': ' \r\n\t',
        'c.txt': '\ufeff\u00a0\u3000\u200b',
        'd.txt': '\u3000'.repeat(2000),
        'e.jsonl': '\n \n',
      }),
    );
    expect(corpus.articles).toEqual([]);
    expect(new Set(corpus.skipped.map(({ reason }) => reason))).toEqual(new Set(['empty']));
  });

  it('--list-files lists what would be read, and what would not', async () => {
    const folder = folderOf({ 'b.jsonl': '{}', 'a/x.txt': 'X' });
    symlinkSync('x.txt', join(folder, 'a/l.txt'));
    expect(await listFiles({ paths: ['.'], cwd: folder }, resolveOptions())).toEqual({
      files: ['a/x.txt', 'b.jsonl'],
      skipped: [{ path: 'a/l.txt', reason: 'symbolic link, not followed' }],
    });
  });
});

describe('trouble with the file system', () => {
  it('unreadable files and folders are skipped by name, and the rest is read', async () => {
    const folder = folderOf({
      'a.txt': 'A',
      'b.txt': 'B',
      'c/d.txt': 'D',
      'e.jsonl': '{"text":"E"}',
      'f/.gitignore': 'g.txt',
      'f/g.txt': 'G',
    });
    for (const name of ['b.txt', 'c', 'e.jsonl', 'f/.gitignore']) chmodSync(join(folder, name), 0);
    const corpus = await asNobody(() => readIn(folder, ['.', 'c/d.txt']));
    expect(pathsOf(corpus)).toEqual(['a.txt', 'f/g.txt']);
    const reason = 'permission denied';
    expect(skippedOf(corpus)).toEqual({
      'b.txt': reason,
      c: reason,
      'c/d.txt': reason,
      'e.jsonl': reason,
      'f/.gitignore': `rules not applied: ${reason}`,
    });
    const globbed = await asNobody(() => readIn(folder, ['**/*.txt']));
    expect(skippedOf(globbed)).toMatchObject({ c: reason });
    chmodSync(join(folder, 'c'), 0o755);
  });

  it('a file that goes away or grows between listing and reading is skipped by name', async () => {
    const folder = folderOf({ '0.txt': 'first', 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C', 'd.txt': 'D', 'e.jsonl': '{}' });
    const mischief = () => {
      unlinkSync(join(folder, 'a.txt'));
      writeFileSync(join(folder, 'b.txt'), 'grown');
      unlinkSync(join(folder, 'c.txt'));
      symlinkSync('d.txt', join(folder, 'c.txt'));
      unlinkSync(join(folder, 'd.txt'));
      execFileSync('mkfifo', [join(folder, 'd.txt')]);
      unlinkSync(join(folder, 'e.jsonl'));
      execFileSync('mkfifo', [join(folder, 'e.jsonl')]);
    };
    const progress = (_stage: string, done: number, total: number) => done === 0 && total > 0 && mischief();
    const corpus = await read({ paths: ['.'], cwd: folder }, resolveOptions(), { progress: (...told) => void progress(...told) });
    expect(pathsOf(corpus)).toEqual(['0.txt']);
    expect(skippedOf(corpus)).toEqual({
      'a.txt': 'gone since it was listed, or its name is not UTF-8',
      'b.txt': 'changed while it was read',
      'c.txt': 'symbolic link, not followed',
      'd.txt': 'changed while it was read',
      'e.jsonl': 'changed while it was read',
    });
  });

  it('a name that is not UTF-8 is skipped, not the run', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'C');
    const corpus = await readIn(folder);
    expect(pathsOf(corpus)).toEqual(['a.txt']);
    expect(Object.values(skippedOf(corpus))).toEqual(['gone since it was listed, or its name is not UTF-8']);
  });

  it('a file longer than the bound is not opened', async () => {
    const folder = folderOf({ 'a.txt': 'x'.repeat(1000), 'b.txt': 'x'.repeat(1001) });
    const corpus = await readIn(folder, ['.'], { maxArticleBytes: 1000 });
    expect(pathsOf(corpus)).toEqual(['a.txt']);
    expect(skippedOf(corpus)).toEqual({ 'b.txt': 'larger than --max-article-bytes 1,000 (1,001 bytes)' });
  });

  it('progress is told at the start, as files are read, and at the end', async () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 1200 }, (_, file) => [`${file}.txt`, 'x'])));
    const told: string[] = [];
    await read({ paths: [folder] }, resolveOptions(), { progress: (stage, done, total) => void told.push(`${stage} ${done}/${total}`) });
    expect([told[0], told.at(-1)]).toEqual(['read 0/1200', 'read 1200/1200']);
    const done = told.map((line) => Number(/\d+/.exec(line)?.[0]));
    expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
    for (const [i, files] of done.slice(1).entries()) expect(files - done[i]).toBeLessThanOrEqual(500);
  });

  it('streams of paths are taken from the given standard input alone', async () => {
    const folder = folderOf({ 'a.txt': 'A' });
    const list = { paths: [], cwd: folder, stdin: streamOf([Buffer.from('a.txt\n')]) };
    expect(await listFiles(list, resolveOptions({ filesFrom: '-' }))).toEqual({ files: ['a.txt'], skipped: [] });
  });
});

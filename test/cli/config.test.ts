/** dedupe.config.*: which file counts, what it may say, and what a wrong one is told. */
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../../src/options.ts';
import { NEWS } from './articles.ts';
import { canRunAsNobody, dedupe, folderWith } from './program.ts';

/** The lines of --print-config by option: where its value comes from, and the value. */
async function effective(args: readonly string[], cwd: string): Promise<Record<string, string>> {
  const { code, stdout, stderr } = await dedupe([...args, '--print-config'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return Object.fromEntries(stdout.split('\n').map((line) => [line.split(' ')[0], line.split(/ {2,}/).slice(1).join(' ')]));
}

const config = (options: unknown) => ({ 'dedupe.config.json': JSON.stringify(options) });

describe('what counts', () => {
  test('a flag before the file, the file before the default', async () => {
    const cwd = folderWith(config({ similarity: 0.4, containment: 0.7 }));
    expect(await effective(['--similarity', '0.6'], cwd)).toMatchObject({
      similarity: '--similarity 0.6',
      containment: 'dedupe.config.json 0.7',
      recall: 'default 0.99',
    });
  });

  test('a flag that says the default is heeded, too', async () => {
    expect(await effective(['--format', 'text'], folderWith(config({ format: 'json' })))).toMatchObject({ format: '--format "text"' });
  });

  test('a list given as a flag replaces that of the file', async () => {
    expect(await effective(['--language', 'de'], folderWith(config({ language: ['en', 'fr'] })))).toMatchObject({
      language: '--language ["de"]',
    });
  });

  test('the nearest file, from the working folder up', async () => {
    const cwd = folderWith({ ...config({ top: 1 }), 'desk/dedupe.config.json': '{"top": 2}', 'desk/today/x': '', 'other/x': '' });
    expect(await effective([], join(cwd, 'desk/today'))).toMatchObject({ top: '../dedupe.config.json 2' });
    expect(await effective([], join(cwd, 'other'))).toMatchObject({ top: '../dedupe.config.json 1' });
  });

  test('--config names another, --no-config none; the last of the two counts', async () => {
    const cwd = folderWith({ ...config({ top: 1 }), 'ci/strict.json': '{"top": 3}' });
    expect(await effective(['--config', 'ci/strict.json'], cwd)).toMatchObject({ top: 'ci/strict.json 3' });
    expect(await effective(['--no-config'], cwd)).toMatchObject({ top: 'default 20' });
    expect(await effective(['--config', 'ci/strict.json', '--no-config'], cwd)).toMatchObject({ top: 'default 20' });
    expect(await effective(['--no-config', '--config', 'ci/strict.json'], cwd)).toMatchObject({ top: 'ci/strict.json 3' });
  });

  test('a command takes its own options from the file, and leaves the others', async () => {
    const cwd = folderWith({ ...NEWS, ...config({ failOn: 'copies', explain: true }) });
    expect((await dedupe(['news'], { cwd })).code).toBe(1);
    const cleaned = await dedupe(['clean', 'news/ferry.txt'], { cwd });
    expect(cleaned.code).toBe(0);
    expect(cleaned.stdout).toContain('+ keep');
    expect(await effective(['clean'], cwd)).not.toHaveProperty('failOn');
  });

  test('a format that a command does not have is left to those that have it', async () => {
    const cwd = folderWith({ ...NEWS, ...config({ format: 'csv' }) });
    expect((await dedupe(['news'], { cwd })).stdout).toMatch(/^path,title,/);
    const explained = await dedupe(['explain', 'news/ferry.txt', 'news/library.txt'], { cwd });
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    expect(await effective(['explain'], cwd)).toMatchObject({ format: 'default "text"' });
  });

  test('-v names the file; without it nothing is said', async () => {
    const cwd = folderWith({ ...NEWS, ...config({ format: 'json' }) });
    expect((await dedupe(['news', '-v'], { cwd })).stderr).toMatch(/^config: dedupe\.config\.json\n/);
    const quiet = await dedupe(['news'], { cwd });
    expect(quiet.stderr).toBe('');
    expect(JSON.parse(quiet.stdout).schemaVersion).toBe(1);
  });

  test('paths in the file are seen from the file', async () => {
    const cwd = folderWith({
      ...NEWS,
      'ci/dedupe.config.json': JSON.stringify({
        filesFrom: 'list.txt',
        output: ['json:report.json'],
        out: 'own',
        within: ['.', '/srv/news'],
      }),
      'ci/list.txt': 'news/ferry.txt\nnews/library.txt\n',
    });
    expect(await effective(['explain', '--config', 'ci/dedupe.config.json'], cwd)).toMatchObject({
      within: 'ci/dedupe.config.json ["ci","/srv/news"]',
    });
    expect((await dedupe(['--config', 'ci/dedupe.config.json'], { cwd })).code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'ci/report.json'), 'utf8')).articles).toHaveLength(2);
    expect((await dedupe(['clean', '--config', 'ci/dedupe.config.json'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'ci/own/news/library.txt'), 'utf8')).toContain('seeds');
  });
});

describe('code', () => {
  test.each([
    ['dedupe.config.mjs', 'export default { top: 2 + 3 };'],
    ['dedupe.config.js', 'module.exports = { top: 5 };'],
  ])('%s is run', async (name, text) => {
    expect(await effective([], folderWith({ [name]: text }))).toMatchObject({ top: `${name} 5` });
  });

  test('JSON comes first', async () => {
    const cwd = folderWith({ ...config({ top: 4 }), 'dedupe.config.mjs': 'throw new Error("never run");' });
    expect(await effective([], cwd)).toMatchObject({ top: 'dedupe.config.json 4' });
  });

  test('a file of another name is not run, though it is asked for', async () => {
    const cwd = folderWith({ 'steal.js': 'process.stdout.write("ran"); export default {};' });
    const { code, stdout, stderr } = await dedupe(['--config', 'steal.js', '.'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^dedupe: --config steal\.js is code, and not named dedupe\.config\.js/);
  });

  test('TypeScript is read where Node can, and named where it cannot', async () => {
    const cwd = folderWith({ 'dedupe.config.ts': 'const top: number = 5;\nexport default { top };\n' });
    const { code, stdout, stderr } = await dedupe(['--print-config'], { cwd });
    if ('typescript' in process.features && process.features.typescript) expect(stdout).toMatch(/^top +dedupe\.config\.ts +5$/m);
    else {
      expect(code).toBe(2);
      expect(stderr).toContain(`dedupe.config.ts needs Node 22.18 or newer, which can read TypeScript; this is ${process.version}`);
    }
  });
});

describe('a wrong file ends with 2, before anything is read', () => {
  test.each([
    ['an unknown key', { simlarity: 0.4 }, 'dedupe.config.json: unknown option "simlarity"\n  did you mean "similarity"?'],
    ['a key as a flag', { '--max-article-bytes': 4 }, 'unknown option "--max-article-bytes"\n  did you mean "maxArticleBytes"?'],
    ['a key like no other', { constructor_of: 1 }, 'unknown option "constructor_of"\n  dedupe --print-config lists them'],
    ['a key that goes on the command line', { noConfig: true }, '"noConfig" goes on the command line only'],
    ['a text for a number', { similarity: '0.4' }, 'dedupe.config.json: "similarity" is "0.4"\n  give a number from 0.05 to 1'],
    ['null for a number', { top: null }, '"top" is null\n  give a whole number from 0 to 1000000000'],
    ['a number out of bounds', { hashes: 100 }, '"hashes" is 100\n  give a power of two'],
    ['a choice that is none', { failOn: 'copy' }, '"failOn" is "copy"\n  give one of none, copies, events'],
    ['a text for a list', { output: 'json:x.json' }, '"output" is "json:x.json"\n  give a list of texts'],
    ['a list of lists', { within: [['a']] }, '"within" is [["a"]]\n  give a list of texts'],
    ['a list', ['similarity'], 'dedupe.config.json holds no object of options'],
    ['a control character in a key', { 'x\u001b[31m': 1 }, 'unknown option "x\\u001b[31m"'],
  ])('%s', async (_, options, said) => {
    const { code, stdout, stderr } = await dedupe(['no-such-folder'], { cwd: folderWith(config(options)) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('bug');
  });

  test.each([
    ['no JSON', { 'dedupe.config.json': '{ similarity: 0.4 }' }, 'dedupe.config.json is no JSON: '],
    ['an empty file', { 'dedupe.config.json': ' \n' }, 'dedupe.config.json is empty\n  an empty configuration is {}'],
    ['code that throws', { 'dedupe.config.mjs': 'throw new Error("no such desk");' }, 'dedupe.config.mjs failed: no such desk'],
    ['code that does not parse', { 'dedupe.config.mjs': 'export default {' }, 'dedupe.config.mjs failed: '],
    ['a value that JSON does not have', { 'dedupe.config.mjs': 'export default { top: 5n };' }, '"top" is a bigint\n  give a whole number'],
    ['code that exports nothing', { 'dedupe.config.mjs': 'export const top = 3;' }, 'dedupe.config.mjs holds no default export'],
  ])('%s', async (_, files, said) => {
    const { code, stdout, stderr } = await dedupe(['.'], { cwd: folderWith(files) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('bug');
  });

  test('one that is not there, a folder of that name, one that may not be read', async () => {
    const cwd = folderWith({ 'a.txt': 'x' });
    expect((await dedupe(['.', '--config', 'gone.json'], { cwd })).stderr).toContain('cannot read the configuration gone.json: ENOENT');
    mkdirSync(join(cwd, 'dedupe.config.json'));
    expect((await dedupe(['.'], { cwd })).stderr).toContain('cannot read the configuration');
    if (!canRunAsNobody()) return;
    const locked = folderWith(config({}));
    chmodSync(join(locked, 'dedupe.config.json'), 0o000);
    const { code, stderr } = await dedupe(['.'], { cwd: locked, asNobody: true });
    expect(code).toBe(2);
    expect(stderr).toContain('cannot read the configuration dedupe.config.json: EACCES');
  });
});

describe('the schema', () => {
  const schema = createRequire(import.meta.url)(resolve('dist/config.schema.json'));
  const isConfig = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  test('takes every default, and every option but those of the command line', () => {
    const rows = Object.entries(OPTIONS).filter(([, spec]) => !('flagOnly' in spec));
    isConfig({
      $schema: './node_modules/newsdedupe/dist/config.schema.json',
      ...Object.fromEntries(rows.map(([name, spec]) => [name, spec.default])),
    });
    expect(isConfig.errors).toBeNull();
    expect(Object.keys(schema.properties)).toEqual(['$schema', ...rows.map(([name]) => name)]);
  });

  test('refuses what the program refuses', () => {
    for (const wrong of [
      { simlarity: 1 },
      { similarity: '1' },
      { top: 1.5 },
      { failOn: 'copy' },
      { output: 'x' },
      { language: ['xx'] },
      { noConfig: true },
    ])
      expect(isConfig(wrong), JSON.stringify(wrong)).toBe(false);
  });
});

/** `import { dedupe } from 'newsdedupe'`: what a program sees. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { clean, dedupe, explain, OPTIONS, type Options, resolveOptions, UserError } from '../src/index.ts';
import { builtLibrary, PROGRAM } from './properties/built.ts';
import { FERRY, OTHER } from './verify/written.ts';

const FOLDER = resolve('fixtures/newsroom');
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort();
const ARTICLES = NAMES.map((id) => ({ id, text: readFileSync(resolve(FOLDER, id), 'utf8') }));

describe('articles come as a program has them', () => {
  it('files: the folder they lie in', async () => {
    const report = await dedupe({ paths: ['.'], cwd: FOLDER });
    expect(report.articles.map(({ path }) => path)).toEqual(NAMES);
    expect(report.events.length).toBeGreaterThan(0);
  });

  it('objects, with what is known of them: the same as from files, but for the hash of a file', async () => {
    const read = await dedupe({ paths: ['.'], cwd: FOLDER });
    const articles = read.articles.map((article) => ({ ...article, sha256: null }));
    expect(await dedupe({ articles: ARTICLES })).toEqual({ ...read, articles });
  });

  it('an async iterable: the same again', async () => {
    async function* fromDatabase() {
      for (const article of ARTICLES) yield article;
    }
    expect(await dedupe({ articles: fromDatabase() })).toEqual(await dedupe({ articles: ARTICLES }));
  });

  it('nothing but texts: the same groups, under their positions', async () => {
    const report = await dedupe({ articles: ARTICLES.map(({ text }) => text) });
    const named = await dedupe({ articles: ARTICLES });
    const nameOf = (position: string) => NAMES[Number(position) - 1];
    expect(report.copies.map(({ articles }) => articles.map(nameOf))).toEqual(named.copies.map(({ articles }) => articles));
    expect(report.events.map(({ articles }) => articles.map(nameOf))).toEqual(named.events.map(({ articles }) => articles));
  });

  it('with a title, a date and a source, which the report shows', async () => {
    const report = await dedupe({ articles: [{ ...ARTICLES[0], title: 'A headline', date: '2024-03-05', source: 'TWN' }] });
    expect(report.articles[0]).toMatchObject({
      path: NAMES[0],
      title: 'A headline',
      date: '2024-03-05',
      source: 'TWN',
      copy: null,
      event: null,
    });
  });

  it('none at all: an empty report', async () => {
    expect(await dedupe({ articles: [] })).toMatchObject({
      schemaVersion: 1,
      articles: [],
      copies: [],
      events: [],
      pairs: [],
      skipped: [],
    });
  });
});

/** JSON has figures of four decimals; the library has them whole. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'number' ? Math.round(item * 10_000) / 10_000 : item)));
}

it('the built library answers what the program prints as JSON', async () => {
  const library = await builtLibrary();
  for (const given of [[], ['--only', 'copies'], ['--similarity', '0.6', '--representative', 'cleanest']]) {
    const printed = execFileSync(process.execPath, [PROGRAM, '.', '--format', 'json', ...given], { cwd: FOLDER, encoding: 'utf8' });
    const options: Partial<Options> = given.includes('copies')
      ? { only: 'copies' }
      : given.length > 0
        ? { similarity: 0.6, representative: 'cleanest' }
        : {};
    const report = await library.dedupe({ paths: ['.'], cwd: FOLDER }, options);
    expect(rounded(report)).toEqual(JSON.parse(printed));
    expect([...library.renderJson(report)].join('')).toBe(printed);
  }
});

describe('the library is silent', () => {
  const STREAMS = [process.stdout, process.stderr] as const;
  const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
  let calls: readonly { readonly mock: { readonly calls: readonly unknown[] } }[];

  beforeEach(() => {
    calls = [
      ...METHODS.map((method) => vi.spyOn(console, method)),
      ...STREAMS.map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true)),
    ];
  });
  afterEach(() => vi.restoreAllMocks());
  const written = () => calls.flatMap(({ mock }) => mock.calls);

  it('in a run, with files that have to be skipped', async () => {
    await dedupe({ articles: [...ARTICLES, '', ' ', { text: 'x'.repeat(2000) }] }, { maxArticleBytes: 10_000, verbose: true });
    await clean({ articles: ARTICLES });
    await explain({ articles: ARTICLES.slice(0, 2) });
    expect(written()).toEqual([]);
  });

  it('when it refuses', async () => {
    await expect(dedupe({ articles: [] }, { similarity: 2 })).rejects.toThrow(UserError);
    await expect(dedupe({ paths: ['no/such/folder'] })).rejects.toThrow(UserError);
    expect(written()).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  });

  it('even on import, and leaves no trace there', async () => {
    const program = `const before = Object.keys(globalThis).length; const env = JSON.stringify(process.env);
      await import(${JSON.stringify(resolve('dist/index.js'))});
      if (Object.keys(globalThis).length !== before || JSON.stringify(process.env) !== env) console.log('changed');`;
    await builtLibrary();
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })).toBe('');
  });
});

describe('progress and timings are told to an observer', () => {
  it('stage by stage, in the order of the run', async () => {
    const finished: string[] = [];
    await dedupe({ articles: ARTICLES }, {}, { finished: (stage, milliseconds) => milliseconds >= 0 && finished.push(stage) });
    const order = ['read', 'pair', 'verify', 'link', 'group', 'report'];
    expect(finished.filter((stage) => order.includes(stage))).toEqual(order);
  });
});

describe('explain agrees with the run', () => {
  it.each(['newsroom', 'briefs', 'many-languages'])('for every two articles of fixtures/%s', { timeout: 120_000 }, async (folder) => {
    const cwd = resolve('fixtures', folder);
    const report = await dedupe({ paths: ['.'], cwd });
    const of = new Map(report.articles.map((article) => [article.path, article]));
    const listed = new Map(report.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
    for (const b of report.articles) {
      for (const a of report.articles) {
        if (a.path >= b.path) continue;
        const found = await explain({ paths: [a.path, b.path], cwd }, { within: ['.'] });
        const pair = listed.get(`${a.path} ${b.path}`);
        const what = `${a.path} ${b.path}`;
        for (const side of ['a', 'b'] as const) {
          const { path, title, words, furnitureWords } = found[side];
          expect({ path, title, words, furnitureWords }).toEqual(pick(of.get(path)!));
        }
        expect(found.relation === null, what).toBe(a.event === null || a.event !== b.event);
        if (found.relation !== null && found.relation !== 'event') expect(a.copy, what).toBe(b.copy);
        if (!pair) continue;
        expect(found, what).toMatchObject({ relation: pair.relation, jaccard: pair.jaccard, containment: pair.containment });
        if (pair.relation === 'event') expect(found.event.score, what).toBeCloseTo(pair.score, 6);
      }
    }
  });

  function pick({ path, title, words, furnitureWords }: { path: string; title: string; words: number; furnitureWords: number }) {
    return { path, title, words, furnitureWords };
  }

  it('also on a round-up that holds two stories, and is grouped with the copies of one', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'dedupe-library-'));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    const texts = { a1: FERRY, a2: FERRY, a3: FERRY, b1: OTHER, b2: OTHER, b3: OTHER, round: `${FERRY}\n${OTHER}` };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(cwd, `${name}.txt`), text);
    const { copies } = await dedupe({ paths: ['.'], cwd });
    expect(copies.map(({ articles }) => articles.length).sort()).toEqual([3, 4]);
    for (const story of ['a1.txt', 'b1.txt']) {
      const { relation } = await explain({ paths: [story, 'round.txt'], cwd }, { within: ['.'] });
      const together = copies.some(({ articles }) => articles.includes(story) && articles.includes('round.txt'));
      expect(['identical', 'reprint', 'excerpt', 'revised'].includes(relation ?? ''), story).toBe(together);
    }
  });

  it('and with itself: each bound is met where its value says so', async () => {
    const { bounds, event, jaccard } = await explain({ articles: ARTICLES.slice(0, 2) });
    for (const { value, bound, met } of bounds) expect(met).toBe(value >= bound);
    expect(bounds.map(({ name, value }) => [name, value])).toEqual(
      expect.arrayContaining([
        ['similarity', jaccard],
        ['event score', event.score],
      ]),
    );
  });

  it('two articles are wanted, no more and no less', async () => {
    await expect(explain({ articles: ARTICLES.slice(0, 3) })).rejects.toThrow(UserError);
    await expect(explain({ articles: [ARTICLES[0], ''] })).rejects.toThrow(/2: empty/);
  });
});

describe('an option that cannot be is refused by its name', () => {
  it.each<readonly [string, unknown, string]>([
    ['similarity', 1.5, '--similarity is 1.5'],
    ['similarity', Number.NaN, '--similarity is null'],
    ['similarity', '0.5', '--similarity is "0.5"'],
    ['hashes', 100, '--hashes is 100'],
    ['hashes', 64.5, '--hashes is 64.5'],
    ['shingleSize', 0, '--shingle-size is 0'],
    ['only', 'everything', '--only is "everything"'],
    ['representative', 'best', '--representative is "best"'],
    ['preferSource', 'TWN', '--prefer-source is "TWN"'],
    ['preferSource', [5], '--prefer-source is [5]'],
    ['language', ['klingon'], 'klingon'],
    ['verbose', 'yes', '--verbose is "yes"'],
    ['field', ['text'], '--field text'],
    ['field', ['body=text'], '--field body=text'],
    ['similarty', 0.5, 'similarty'],
  ])('%s: %j', async (name, value, message) => {
    const error = await dedupe({ paths: ['.'], cwd: FOLDER }, { [name]: value }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(message); // an instance of it, by the line before
    expect((error as UserError).hint).toBeTruthy();
  });

  it('all others have their defaults, and nobody may write to them', () => {
    const options = resolveOptions({ similarity: 0.4 });
    expect(options.similarity).toBe(0.4);
    for (const [name, spec] of Object.entries(OPTIONS))
      if (name !== 'similarity') expect(options[name as keyof Options]).toEqual(spec.default);
    expect(Object.isFrozen(options)).toBe(true);
  });
});

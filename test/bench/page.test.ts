import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { addResults, renderPage } from './page.js';

const EMPTY = '# Benchmarks\n\n<!-- peers -->\n<!-- /peers -->\n\nBy hand.\n\n<!-- bench -->\n<!-- /bench -->\n';
const machine = { cores: 2, model: 'A & B <1 GHz>', memoryGiB: 24, node: 'v20.0.0', platform: 'linux' };
const does = { strips: 'no', exact: 'no', containment: 'no', events: 'no', reasons: 'no' };
const trial = (wallMs: number, others = 0.01) => ({ wallMs, cpuMs: wallMs, peakBytes: 200e6, others });
const found = { precision: 1, recall: 0.5, f1: 0.67, foundPairs: 2, truePairs: 4, kinds: { edited: { copies: 4, found: 1 } } };
const peersOf = (others: number) => ({
  ...{ machine, articles: 1000, bytes: 4e6, seed: 1, generator: 1 },
  contestants: [
    { name: 'dedupe', packages: null, settings: 'defaults', does, trials: [trial(2000, others)], found, failure: null },
    {
      name: 'slow',
      packages: ['slow==1.2'],
      settings: 'a|b',
      does,
      trials: [trial(90_000), trial(1000), trial(8000)],
      found,
      failure: null,
    },
    { name: 'absent', packages: ['absent==3'], settings: '', does, trials: [], found: null, failure: 'not installed: <no such package>' },
  ],
});
const bench = {
  ...{ machine, articles: 1000, input: 'jsonl', bytes: 4e6, seed: 1, generator: 1 },
  programs: [{ only: 'copies', quality: null, runs: [{ ...trial(2000), stages: [{ name: 'read', ms: 500, note: '' }] }] }],
  yardsticks: [
    { name: 'wc -w', wallMs: [100, 1000, 400] },
    { name: 'node -e 0', wallMs: [50] },
    { name: 'dedupe --version', wallMs: [60] },
  ],
};

describe('the page of the benchmarks', () => {
  test('holds a peer’s median against the program, with what it found and what it does not do', () => {
    const { text } = renderPage(EMPTY, { peers: { 1000: peersOf(0.01) } });
    expect(text).toContain('| slow <sub>1.2</sub> | 8.00 s | 8.00 s | 4.00× | 125 | 200 MB | 3 |');
    expect(text).toContain('| slow | 50.0 % | 100.0 % | – | 25.0 % | – | – |');
    expect(text).toContain('| slow | no | no | no | no | no | a b |');
    expect(text).toContain('By hand.');
  });
  test('names a peer that could not be installed, and why', () => {
    const { text } = renderPage(EMPTY, { peers: { 1000: peersOf(0.01) } });
    expect(text).toContain('**absent** 3 could not be measured: not installed:  no such package ');
    expect(text).not.toContain('| absent <sub>');
  });
  test('says so when the machine was busy with something else', () => {
    expect(renderPage(EMPTY, { peers: { 1000: peersOf(0.01) } }).text).toContain('Quiet: others took 1–1 %');
    const busy = peersOf(0.8);
    expect(renderPage(EMPTY, { peers: { 1000: { ...busy, contestants: busy.contestants.slice(0, 1) } } }).text).toContain(
      '**Not quiet**: others took 80–80 %',
    );
  });
  test('has a run’s stages, what is left over of its time, and how it stands to the yardsticks', () => {
    const { text } = renderPage(EMPTY, { bench: { '1000 jsonl': bench } });
    for (const row of [
      '| read | 0.50 s |',
      '| other | 1.50 s |',
      '| **total** | **2.00 s** |',
      '| times `wc -w` (0.40 s) | 5.00× |',
      'To start: `node -e 0` 50 ms; dedupe --version 60 ms, 1.20×.',
    ])
      expect(text).toContain(row);
  });
  test('comes out the same when made again', () => {
    const results = { peers: { 1000: peersOf(0.01) }, bench: { '1000 jsonl': bench } };
    const { text } = renderPage(EMPTY, results);
    expect(renderPage(text, results).text).toBe(text);
  });
  test('has plots that are well-formed, whatever the names', () => {
    const { plots } = renderPage(EMPTY, { peers: { 1000: peersOf(0.01) }, bench: { '1000 jsonl': bench } });
    expect(Object.keys(plots)).toEqual(['peers-1000.svg', 'stages.svg']);
    for (const svg of Object.values(plots)) {
      expect(svg).not.toContain('NaN');
      new SaxesParser().write(svg).close();
    }
  });
  test('keeps what other sizes gave when one is run again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsdedupe-page-'));
    const page = join(folder, 'benchmarks.md');
    writeFileSync(page, EMPTY);
    addResults(page, 'bench', '1000 jsonl', bench);
    addResults(page, 'bench', '9000 jsonl', { ...bench, articles: 9000 });
    addResults(page, 'peers', '1000', peersOf(0.01));
    const text = readFileSync(page, 'utf8');
    for (const heading of ['1,000 articles as JSONL', '9,000 articles as JSONL', '1,000 articles, 4 MB of JSONL'])
      expect(text).toContain(heading);
    expect(existsSync(join(folder, 'benchmarks', 'peers-1000.svg'))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

// npx vitest run test/bench/page.test.ts -u makes them again from the results.
test('docs/benchmarks.md and its plots are what its results make', async () => {
  const folder = join(import.meta.dirname, '../../docs');
  const page = readFileSync(join(folder, 'benchmarks.md'), 'utf8');
  const { text, plots } = renderPage(page, JSON.parse(readFileSync(join(folder, 'benchmarks/results.json'), 'utf8')));
  await expect(text).toMatchFileSnapshot(join(folder, 'benchmarks.md'));
  for (const [name, svg] of Object.entries(plots)) await expect(svg).toMatchFileSnapshot(join(folder, 'benchmarks', name));
});

/** Kills a writer at random moments and looks at what it leaves. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { addArticles } from '../../src/archive.ts';
import { resolveOptions } from '../../src/options.ts';
import { buildIndex, openIndex, openWriter, verifyIndex } from '../../src/store/index.ts';
import { folderWith } from '../cli/program.ts';
import { seeded } from '../properties/random.ts';
import { batch } from './batches.ts';

/** Batches that a writer would add if it were let live. */
const BATCHES = 1000;

/** The writer as one file, so that it starts quickly. */
export async function bundleAdder(): Promise<string> {
  const outfile = join(folderWith(), 'adder.mjs');
  await build({
    entryPoints: ['test/store/adder.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

/** An index of twelve batches, for some to be taken out. */
export async function buildOfTwelve(path: string): Promise<void> {
  const options = resolveOptions();
  buildIndex(path, options);
  const writer = await openWriter(path, options, 0);
  for (let at = 0; at < 12; at++) await addArticles(writer, { articles: batch(at) }, options, {});
  writer.close();
}

/** Adds until it is killed, again and again to the same index. Returns after how many whole batches in all. */
export async function killAdders(adder: string, kills: number, seed: number): Promise<number> {
  const random = seeded(seed);
  const path = join(folderWith(), 'archive.idx');
  buildIndex(path, resolveOptions());
  let whole = 0;
  for (let kill = 0; kill < kills; kill++) {
    // Every other one gets as far as its second batch, on a slow machine, too.
    const said = await killed(adder, ['add', path, String(whole), String(BATCHES)], kill % 2, random.number() * 200);
    const paths = pathsIn(path);
    let batches = 0;
    while (batch(batches).every(({ id }) => paths.has(id))) batches++;
    const held = Array.from({ length: batches }, (_, at) => batch(at).map(({ id }) => id)).flat();
    expect([...paths].sort()).toEqual(held.sort()); // a prefix of whole batches, and nothing else
    expect(batches).toBeGreaterThanOrEqual(Math.max(whole, said + 1)); // what was said to be done is there
    whole = batches;
  }
  return whole;
}

/** Takes articles out until it is killed. Returns how many of the kills found the work under way. */
export async function killRemovers(adder: string, kills: number, seed: number, build: (path: string) => Promise<void>): Promise<number> {
  const random = seeded(seed);
  let interrupted = 0;
  for (let kill = 0; kill < kills; kill++) {
    const path = join(folderWith(), 'archive.idx');
    await build(path);
    const before = pathsIn(path);
    const said = await killed(adder, ['remove', path, '0', '6'], kill % 2, random.number() * 60);
    const after = pathsIn(path);
    let gone = 0;
    while (gone < 6 && batch(gone).every(({ id }) => !after.has(id))) gone++;
    expect(gone).toBeGreaterThanOrEqual(said + 1);
    const left = [...before].filter((id) => Number(id.slice(0, 4)) >= gone);
    expect([...after].sort()).toEqual(left.sort());
    if (gone < 6) interrupted++;
    (await openWriter(path, resolveOptions(), 0)).close();
    expect(readdirSync(dirname(path))).toEqual(['archive.idx']); // half-written files and locks of the dead are swept away
  }
  return interrupted;
}

/** Lets it do so many batches and run for so long; returns the last batch that it said was done, −1 for none. */
async function killed(adder: string, args: readonly string[], batches: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [adder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stderr.on('data', (piece) => (complaint += piece));
  const ended = new Promise((done) => child.on('close', done));
  const linesOf = () => said.split('\n').slice(0, -1);
  await new Promise<void>((ready) => {
    child.stdout.on('data', (piece) => {
      said += piece;
      if (linesOf().length > batches) ready();
    });
    child.on('close', () => ready());
  });
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await ended;
  expect(complaint).toBe('');
  const [, ...done] = linesOf();
  return done.length === 0 ? -1 : Number(done.at(-1));
}

/** Opens, verifies and lists. */
function pathsIn(path: string): Set<string> {
  const index = openIndex(path, resolveOptions());
  try {
    verifyIndex(index);
    return new Set(
      Array.from({ length: index.nextId }, (_, id) => id).flatMap((id) => (index.dead.has(id) ? [] : [index.features(id).info.path])),
    );
  } finally {
    index.close();
  }
}

/** Copies of a larger batch are looked for in a thread beside: with the same answer, and none of its own where anything is amiss. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { copiesNear } from '../../src/check/copiesNear.ts';
import type { Answer, Setting } from '../../src/check/copyWorker.ts';
import { raggedOf } from '../../src/columns/ragged.ts';
import { openIndex } from '../../src/store/index.ts';
import { dedupe, folderWith } from '../cli/program.ts';
import { corpusOf } from '../properties/corpora.ts';
import { addTo, indexOf } from './indexes.ts';

const LEAST = { similarity: 0.2, containment: 0.33, recall: 0.99 };

/** What the built thread says of the shingles of every article of an index, as that is sealed now. */
async function askedBeside(path: string, change: Partial<Setting> = {}): Promise<Answer> {
  const index = openIndex(path, null);
  onTestFinished(() => index.close());
  const setting: Setting = { path, seal: index.seal, without: new Uint32Array(), least: LEAST, ...change };
  const worker = new Worker(new URL('../../dist/copyWorker.js', import.meta.url), { workerData: setting });
  onTestFinished(() => void worker.terminate());
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  });
  worker.postMessage(raggedOf(Array.from({ length: index.nextId }, (_, id) => index.shingles(id))));
  return answer;
}

test('the thread finds what this one finds', async () => {
  const path = await indexOf([corpusOf(7, 40), corpusOf(8, 20)]);
  const index = openIndex(path, null);
  onTestFinished(() => index.close());
  const articles = Array.from({ length: index.nextId }, (_, id) => index.shingles(id));
  const here = copiesNear(articles, { archive: index, without: new Set() }, LEAST);
  expect(here.length).toBeGreaterThan(articles.length); // each finds itself, and some another
  expect(await askedBeside(path)).toEqual(here);
  const [gone] = here[0];
  const left = here.filter(([, id]) => id !== gone);
  expect(await askedBeside(path, { without: Uint32Array.of(gone) })).toEqual(left);
});

test('it does not answer from an index that was sealed anew, or is gone', async () => {
  const path = await indexOf([corpusOf(7, 10)]);
  const index = openIndex(path, null);
  index.close();
  await addTo(path, corpusOf(9, 5));
  expect(await askedBeside(path, { seal: index.seal })).toBeNull();
  expect(await askedBeside(path, { path: `${path}.none` })).toBeNull();
});

test('check says the same with a thread beside and without', async () => {
  const lines = (articles: ReturnType<typeof corpusOf>) => articles.map((article) => `${JSON.stringify(article)}\n`).join('');
  const cwd = folderWith({ 'old.jsonl': lines(corpusOf(3, 60)), 'new.jsonl': lines(corpusOf(3, 90).slice(40)) });
  expect((await dedupe(['index', 'build', 'a.idx', 'old.jsonl'], { cwd })).code).toBe(0);
  const check = (workers: string) =>
    dedupe(['check', 'new.jsonl', '--against', 'a.idx', '--workers', workers, '--format', 'json'], { cwd });
  const alone = await check('1');
  expect(JSON.parse(alone.stdout).counts.copy).toBeGreaterThan(5);
  expect(await check('2')).toEqual(alone);
  writeFileSync(join(cwd, 'a.idx'), 'no index');
  expect(await check('2')).toMatchObject({ code: 2, stderr: expect.stringContaining('a.idx is no index of dedupe') });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge, sharedLines, strip, survey } from '../../src/stages/strip/index.ts';
import { hasSharedData, SHARED_DATA, textOf, textsIn } from './own.ts';

const PAGES = join(SHARED_DATA, 'eval/boilerplate/scrapinghub');

/** Word 4-grams of a text with their counts. */
function gramsOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const grams = new Map<string, number>();
  const count = words.length === 0 ? 0 : Math.max(1, words.length - 3);
  for (let at = 0; at < count; at++) {
    const gram = words.slice(at, at + 4).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** F1 of the mean precision and the mean recall of word 4-grams, as shared/eval/score.py has it. */
function scoreOf(pairs: readonly (readonly [own: string, gold: string])[]): number {
  let precision = 0;
  let recall = 0;
  for (const [own, gold] of pairs) {
    const kept = gramsOf(own);
    const wanted = gramsOf(gold);
    const sum = (grams: Map<string, number>) => [...grams.values()].reduce((a, b) => a + b, 0);
    let common = 0;
    for (const [gram, count] of kept) common += Math.min(count, wanted.get(gram) ?? 0);
    precision += common / Math.max(1, sum(kept));
    recall += common / Math.max(1, sum(wanted));
  }
  return (2 * precision * recall) / (precision + recall) / pairs.length;
}

test.skipIf(!hasSharedData)('whole pages keep their article: F1 of 0.92 or more, more with the corpus (skipped without ../shared)', () => {
  const texts = textsIn(join(PAGES, 'articles'));
  const gold = texts.map(({ name }) => {
    const file = join(PAGES, 'gold', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  });
  const shared = sharedLines(texts.map(({ bytes }) => survey(bytes)));
  const alone = scoreOf(texts.map(({ bytes }, at) => [textOf(bytes, strip(bytes, null)), gold[at]]));
  const together = scoreOf(texts.map(({ bytes }, at) => [textOf(bytes, strip(bytes, shared)), gold[at]]));
  expect(alone).toBeGreaterThan(0.92);
  expect(together).toBeGreaterThan(alone);
});

test.skipIf(!hasSharedData).each([
  ['boilerplate/scrapinghub/gold', 0.003],
  ['events/newswcl50/articles', 0.001],
])('%s: a text without furniture loses hardly a word (skipped without ../shared)', (folder, most) => {
  let words = 0;
  let lost = 0;
  const count = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
  for (const { bytes } of textsIn(join(SHARED_DATA, 'eval', folder))) {
    for (const verdict of judge(bytes, null)) {
      words += count(verdict.text);
      lost += count(verdict.text) - count(verdict.own);
    }
  }
  expect(lost / words).toBeLessThan(most);
});

test.skipIf(!hasSharedData)('nor does the corpus take what many reports say: newswcl50 (skipped without ../shared)', () => {
  const texts = textsIn(join(SHARED_DATA, 'eval/events/newswcl50/articles'));
  const shared = sharedLines(texts.map(({ bytes }) => survey(bytes)));
  const taken = texts.flatMap(({ bytes }) => judge(bytes, shared).filter(({ rule }) => rule === 'shared by other articles'));
  expect(taken.map(({ text }) => text)).toEqual([]);
});

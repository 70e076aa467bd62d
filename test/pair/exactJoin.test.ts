/** On real articles: what the candidates miss, against a join that looks at every pair that shares a shingle. */
import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Corpus, type Ragged, textOf } from '../../src/article.ts';
import { commonTrigrams } from '../../src/background/index.ts';
import { RaggedBuilder } from '../../src/columns/ragged.ts';
import { makeTextTokens, scanText } from '../../src/kernel/text.ts';
import { resolveOptions } from '../../src/options.ts';
import { pair } from '../../src/stages/pair/index.ts';
import { read } from '../../src/stages/read/index.ts';
import { shingle } from '../../src/stages/shingle/index.ts';
import { type SharedLines, sharedLines, strip, survey } from '../../src/stages/strip/index.ts';
import { keysOf, signaturesOf } from './sets.ts';

const EVAL = '../shared/eval';
const GVA_ARTICLES = 600;
if (!existsSync(EVAL)) console.warn(`skipped: the exact join needs the labelled articles of ${EVAL}`);

interface Joined {
  readonly a: number;
  readonly b: number;
  readonly jaccard: number;
  /** Share of the shorter one's shingles that the longer has. */
  readonly contained: number;
  readonly shorter: number;
}

/** The shingles of each article's own text. */
function shinglesOf({ articles, texts }: Corpus, shared: SharedLines | null, size: number): Ragged {
  const shingles = new RaggedBuilder();
  const text = makeTextTokens();
  for (const id of articles.keys()) {
    const bytes = textOf(texts, id);
    const own = strip(bytes, shared);
    scanText(bytes, own.spans, own.newLine, text);
    shingles.push(shingle(text.tokens, size, commonTrigrams()).shingles);
  }
  return shingles.finish();
}

/** Every pair that shares a shingle, by an inverted index. Of articles with the very same set, the first. */
function exactJoin({ starts, values }: Ragged): { pairs: Joined[]; firstOf: number[] } {
  const count = starts.length - 1;
  const sets = new Map<string, number>();
  const firstOf: number[] = [];
  const index = new Map<number, number[]>();
  const pairs: Joined[] = [];
  for (let b = 0; b < count; b++) {
    const set = values.subarray(starts[b], starts[b + 1]);
    const key = set.join();
    firstOf.push(sets.get(key) ?? b);
    if (set.length === 0 || sets.has(key)) continue;
    sets.set(key, b);
    const shared = new Map<number, number>();
    for (const shingle of set) {
      const list = index.get(shingle);
      for (const a of list ?? []) shared.set(a, (shared.get(a) ?? 0) + 1);
      if (list) list.push(b);
      else index.set(shingle, [b]);
    }
    for (const [a, both] of shared) {
      const inA = starts[a + 1] - starts[a];
      const shorter = Math.min(inA, set.length);
      pairs.push({ a, b, jaccard: both / (inA + set.length - both), contained: both / shorter, shorter });
    }
  }
  return { pairs, firstOf };
}

describe.skipIf(!existsSync(EVAL))('of the copies among a thousand real articles', () => {
  const options = resolveOptions();
  let shingles: Ragged;
  let pairs: Joined[];
  let firstOf: number[];
  let found: Set<string>;
  const recallOf = (wanted: readonly Joined[]) => wanted.filter(({ a, b }) => found.has(`${a} ${b}`)).length / wanted.length;

  beforeAll(async () => {
    const gva = readdirSync(`${EVAL}/events/gva_incidents/articles`).sort().slice(0, GVA_ARTICLES);
    const paths = [
      `${EVAL}/copies/judged/articles`,
      `${EVAL}/events/fnc1_test/articles`,
      ...gva.map((name) => `${EVAL}/events/gva_incidents/articles/${name}`),
    ];
    const corpus = await read({ paths }, options);
    const shared = sharedLines(corpus.articles.map((_, id) => survey(textOf(corpus.texts, id))));
    shingles = shinglesOf(corpus, shared, options.shingleSize);
    ({ pairs, firstOf } = exactJoin(shingles));
    found = keysOf(pair(shingles, signaturesOf(shingles, options.hashes), options).pairs);
  });

  it('.99 of those at the similarity bound are candidates', () => {
    const copies = pairs.filter(({ jaccard }) => jaccard >= options.similarity);
    expect(copies.length).toBeGreaterThan(80); // else nothing is measured
    expect(recallOf(copies)).toBeGreaterThanOrEqual(0.99);
  });

  it('.99 of the excerpts are candidates', () => {
    const excerpts = pairs.filter(({ contained, shorter }) => shorter >= 24 && contained >= options.containment);
    expect(excerpts.length).toBeGreaterThan(80);
    expect(recallOf(excerpts)).toBeGreaterThanOrEqual(0.99);
  });

  it('each of those that are word for word the same is the candidate of the first', () => {
    const repeated = firstOf
      .map((first, id) => ({ first, id }))
      .filter(({ first, id }) => first !== id && shingles.starts[id + 1] > shingles.starts[id]);
    expect(repeated.length).toBeGreaterThan(5);
    expect(repeated.filter(({ first, id }) => !found.has(`${first} ${id}`))).toEqual([]);
  });
});

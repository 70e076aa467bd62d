import { keyOfLine } from '../check/index.ts';
import { damaged } from './file.ts';
import { TABLES, type TableName } from './layout.ts';
import type { Index } from './reader.ts';
import { keyOfPath, keyOfText } from './tables.ts';

/** What a sound index was found to hold. */
export interface Verified {
  readonly articles: number;
  readonly keys: number;
}

/** So many articles between two calls of progress. */
const STEP = 1000;

/**
 * Reads the whole index: every checksum, every count, and that articles and tables speak of each other. Throws UserError for
 * the first thing that does not hold. O(bytes).
 */
export function verifyIndex(index: Index, progress: (done: number, total: number) => void = () => {}): Verified {
  const expected = new Map<TableName, number>(TABLES.map((name) => [name, 0]));
  const count = (name: TableName, more: number) => expected.set(name, expected.get(name)! + more);
  const { dead, shingleCounts } = index;
  const paths = new Set<number>();
  const texts = new Set<number>();
  let articles = 0;
  for (let id = 0; id < index.nextId; id++) {
    if (id % STEP === 0) progress(id, index.nextId);
    const article = index.article(id);
    if (article.shingles.length !== shingleCounts[id]) throw damaged(index.path, `article ${id} has not as many shingles as it should`);
    if (dead.has(id)) continue;
    articles++;
    paths.add(keyOfPath(article.info.path));
    texts.add(keyOfText(article.textHash));
    for (const name of ['stems', 'numbers', 'quotes'] as const) count(name, article[name].length);
    count('lines', new Set(Array.from(article.survey.keys, keyOfLine)).size);
  }
  if (articles !== index.count) throw damaged(index.path, `it holds ${articles} articles, and should hold ${index.count}`);
  let keys = 0;
  const found = new Map<TableName, number>(TABLES.map((name) => [name, 0]));
  for (const name of TABLES) {
    for (const table of index.tablesOf(name)) {
      let before = -1;
      const walk = table.walk();
      while (walk.next()) {
        const { entry } = walk;
        if (entry.key <= before) throw damaged(index.path, `the keys of the table ${name} are out of order`);
        before = entry.key;
        keys++;
        found.set(name, found.get(name)! + entry.counters[0]);
        for (let i = 0; i < entry.length; i++) {
          if (entry.ids[i] >= index.nextId) throw damaged(index.path, `the table ${name} names article ${entry.ids[i]}, and there is none`);
          if (dead.has(entry.ids[i])) continue;
          if (name === 'paths') paths.delete(entry.key);
          if (name === 'texts') texts.delete(entry.key);
        }
      }
    }
    if (found.get(name) !== expected.get(name))
      throw damaged(index.path, `the table ${name} counts ${found.get(name)}, and the articles ${expected.get(name)}`);
  }
  if (paths.size > 0 || texts.size > 0) throw damaged(index.path, 'some articles cannot be found by their path or text');
  return { articles, keys };
}

/** Feature tables without texts: articles as random lists of hashes. */
import { RaggedBuilder } from '../../src/columns/ragged.ts';
import { type FeatureTable, NO_DAY } from '../../src/stages/link/index.ts';

export interface Article {
  readonly stems: readonly number[];
  readonly numbers?: readonly number[];
  readonly quotes?: readonly number[];
  readonly amounts?: readonly number[];
  readonly ages?: readonly number[];
  readonly weekdays?: number;
  readonly months?: number;
  readonly day?: number;
  /** Times in the text and in the lead, for every stem. */
  readonly count?: number;
  readonly lead?: number;
  /** Stems that stand five times in the text, twice in the lead. */
  readonly often?: ReadonlySet<number>;
}

export function tableOfArticles(articles: readonly Article[]): FeatureTable {
  const ragged = (listOf: (article: Article) => readonly number[]) => {
    const builder = new RaggedBuilder();
    for (const article of articles) builder.push(Uint32Array.from(new Set(listOf(article))).sort());
    return builder.finish();
  };
  const stems = ragged((article) => article.stems);
  const countOf = ({ count = 1, lead = 1, often }: Article, stem: number) => (often?.has(stem) ? 5 | (2 << 16) : count | (lead << 16));
  return {
    count: articles.length,
    stems,
    counts: Uint32Array.from(
      articles.flatMap((article, i) =>
        Array.from(stems.values.subarray(stems.starts[i], stems.starts[i + 1]), (stem) => countOf(article, stem)),
      ),
    ),
    numbers: ragged((article) => article.numbers ?? []),
    quotes: ragged((article) => article.quotes ?? []),
    amounts: ragged((article) => article.amounts ?? []),
    ages: Uint32Array.from(
      articles.flatMap(({ ages = [] }) =>
        [0, 1, 2, 3].map((word) => ages.reduce((bits, age) => (age >>> 5 === word ? bits | (1 << (age & 31)) : bits), 0)),
      ),
    ),
    weekdays: Uint8Array.from(articles, (article) => article.weekdays ?? 0),
    months: Uint16Array.from(articles, (article) => article.months ?? 0),
    days: Int32Array.from(articles, (article) => article.day ?? NO_DAY),
  };
}

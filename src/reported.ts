/** The articles and pairs of a report of a run: as plain objects those of a million articles are a gigabyte, so they look up what they are asked for. */
import type { Corpus } from './article.ts';
import { valuesOf } from './columns/lists.ts';
import { type CorpusDigest, unpackTitle } from './engines/index.ts';
import type { Report, ReportArticle, ReportPair } from './report.ts';

/** What an article of the report is made of. */
export interface Reported {
  readonly corpus: Corpus;
  readonly digest: CorpusDigest;
  /** Per article the id of its group. */
  readonly copyIds: readonly (string | null)[];
  readonly eventIds: readonly (string | null)[];
}

/** Its members are made when they are asked for: most articles are only ever written out, one after the other. */
export class ReportedArticle implements ReportArticle {
  readonly #known: Reported;
  readonly #id: number;

  constructor(known: Reported, id: number) {
    this.#known = known;
    this.#id = id;
  }

  get path(): string {
    return this.#known.corpus.articles[this.#id].path;
  }

  get title(): string {
    return titleOf(this.#known.corpus, this.#known.digest, this.#id);
  }

  get words(): number {
    return this.#known.digest.words[this.#id];
  }

  get furnitureWords(): number {
    return this.#known.digest.furnitureWords[this.#id];
  }

  get copy(): string | null {
    return this.#known.copyIds[this.#id];
  }

  get event(): string | null {
    return this.#known.eventIds[this.#id];
  }

  get date(): string | null {
    const { day } = this.#known.corpus.articles[this.#id];
    return day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
  }

  get source(): string | null {
    return this.#known.corpus.articles[this.#id].source;
  }

  get sha256(): string | null {
    return this.#known.corpus.articles[this.#id].sha256;
  }
}

/** Jaccard similarity, both containments, score. */
export const PAIR_FIGURES = 4;

/** What the pairs of the report are made of, in columns. */
export interface ReportedPairs {
  readonly pathOf: (id: number) => string;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly relations: readonly ReportPair['relation'][];
  /** PAIR_FIGURES a pair. */
  readonly figures: Float64Array;
  readonly evidenceOf: (pair: number) => readonly string[];
}

/** A pair of them: as an object with all its members it would be 500 bytes, most of them evidence. */
export class ReportedPair implements ReportPair {
  readonly #known: ReportedPairs;
  readonly #number: number;

  constructor(known: ReportedPairs, number: number) {
    this.#known = known;
    this.#number = number;
  }

  get a(): string {
    return this.#known.pathOf(this.#known.a[this.#number]);
  }

  get b(): string {
    return this.#known.pathOf(this.#known.b[this.#number]);
  }

  get relation(): ReportPair['relation'] {
    return this.#known.relations[this.#number];
  }

  get jaccard(): number {
    return this.#figure(0);
  }

  get containment(): readonly [number, number] {
    return [this.#figure(1), this.#figure(2)];
  }

  get score(): number {
    return this.#figure(3);
  }

  get evidence(): readonly string[] {
    return this.#known.evidenceOf(this.#number);
  }

  #figure(place: number): number {
    return this.#known.figures[PAIR_FIGURES * this.#number + place];
  }
}

/** The report as plain values, which need nothing else. */
export function plainReport(report: Report): Report {
  const articles = report.articles.map(
    ({ path, title, words, furnitureWords, copy, event, date, source, sha256 }): ReportArticle => ({
      path,
      title,
      words,
      furnitureWords,
      copy,
      event,
      date,
      source,
      sha256,
    }),
  );
  const pairs = report.pairs.map(
    ({ a, b, relation, jaccard, containment, score, evidence }): ReportPair => ({ a, b, relation, jaccard, containment, score, evidence }),
  );
  return { ...report, articles, pairs };
}

/** The declared headline, the first line where it reads like one, or the first words. */
export function titleOf(corpus: Corpus, digest: CorpusDigest, id: number): string {
  const declared = corpus.articles[id].title;
  if (declared) return declared;
  const text = unpackTitle(valuesOf(digest.titles, id));
  if (digest.titled[id]) return text;
  const words = text.split(' ').slice(0, 12).join(' ');
  return words.length < text.length ? `${words} …` : words;
}

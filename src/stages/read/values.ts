import { setImmediate } from 'node:timers/promises';
import type { ArticleInfo, Corpus } from '../../article.ts';
import { UserError } from '../../errors.ts';
import type { Memory } from '../../memory.ts';
import { dayOf } from './dates.ts';
import { labelOf } from './fields.ts';
import { compare, Gathering } from './gather.ts';
import type { ArticleInput } from './index.ts';
import { kindOf } from './record.ts';

/**
 * Articles given as values. Their paths are their ids; without one, their position from 1, with zeros in front as far
 * as needed to keep their order. A repeated id becomes id:2, id:3 …
 */
export async function readValues(
  articles: Iterable<ArticleInput> | AsyncIterable<ArticleInput>,
  maxArticleBytes: number,
  memory: Memory | null = null,
): Promise<Corpus> {
  if (typeof articles === 'string') throw new UserError('articles is one text', 'give a list of texts');
  const gathering = new Gathering(maxArticleBytes, [], [], memory);
  const ids: (string | null)[] = [];
  for await (const article of articles) {
    const { id, text, ...info } = parse(article, ids.length + 1);
    // Names need the count, known only at the end: until then, an article goes by its position.
    gathering.addText({ ...info, path: String(ids.length) }, text);
    ids.push(id);
    if (ids.length % 5000 === 0) await setImmediate();
  }
  return named(gathering, uniqueNames(ids));
}

/** The corpus with names in the place of positions, sorted by them. */
function named(gathering: Gathering, names: readonly string[]): Corpus {
  const name = <Item extends { readonly path: string }>(item: Item): Item => ({ ...item, path: names[Number(item.path)] });
  const articles = gathering.articles.map(name);
  const order = articles.map((_, added) => added).sort((a, b) => compare(articles[a].path, articles[b].path));
  const corpus = gathering.corpus(order);
  return {
    articles: corpus.articles.map(name),
    texts: corpus.texts,
    skipped: corpus.skipped.map(name).sort((a, b) => compare(a.path, b.path)),
  };
}

function uniqueNames(ids: readonly (string | null)[]): string[] {
  const width = String(ids.length).length;
  const used = new Map<string, number>();
  return ids.map((id, position) => {
    const wanted = id ?? String(position + 1).padStart(width, '0');
    let times = (used.get(wanted) ?? 0) + 1;
    while (times > 1 && used.has(`${wanted}:${times}`)) times++;
    used.set(wanted, times);
    if (times === 1) return wanted;
    used.set(`${wanted}:${times}`, 1);
    return `${wanted}:${times}`;
  });
}

/** The types may not have been checked: a library is called from JavaScript, too. */
function parse(article: unknown, position: number): Omit<ArticleInfo, 'path'> & { id: string | null; text: string } {
  const given: Record<string, unknown> = typeof article === 'string' ? { text: article } : isObject(article) ? article : {};
  const { text, id, title, date, source } = given;
  if (typeof text !== 'string') {
    const found = isObject(article) ? `the text of article ${position} is ${kindOf(text)}` : `article ${position} is ${kindOf(article)}`;
    throw new UserError(found, 'give each article as a text or as { text, id?, title?, date?, source? }');
  }
  return { text, id: nameOf(id), title: labelOf(title), day: dayOf(date), source: labelOf(source), encoding: 'utf-8', sha256: null };
}

function nameOf(id: unknown): string | null {
  if (typeof id === 'number' || typeof id === 'bigint') return String(id);
  return typeof id === 'string' && id !== '' ? id : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../../article.ts';
import type { Memory } from '../../columns/memory.ts';
import { UserError } from '../../errors.ts';
import { dayOf } from './dates.ts';
import { labelOf } from './fields.ts';
import { Gathering } from './gather.ts';
import type { ArticleInput } from './index.ts';
import type { Facts } from './part.ts';
import { PartBuilder } from './partBuilder.ts';
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
  const builder = new PartBuilder(maxArticleBytes, { memory });
  let count = 0;
  for await (const article of articles) {
    const { text, ...facts } = parse(article, ++count);
    builder.addString(facts, text);
    if (count % 5000 === 0) await setImmediate();
  }
  const part = builder.finish();
  const names = uniqueNames(part.ids); // they need the count, known only now
  const gathering = new Gathering();
  gathering.add(part, (entry) => names[entry]);
  return gathering.corpus(true);
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
function parse(article: unknown, position: number): Facts & { readonly text: string } {
  const given: Record<string, unknown> = typeof article === 'string' ? { text: article } : isObject(article) ? article : {};
  const { text, id, title, date, source } = given;
  if (typeof text !== 'string') {
    const found = isObject(article) ? `the text of article ${position} is ${kindOf(text)}` : `article ${position} is ${kindOf(article)}`;
    throw new UserError(found, 'give each article as a text or as { text, id?, title?, date?, source? }');
  }
  return {
    text,
    id: nameOf(id),
    line: 0,
    title: labelOf(title),
    day: dayOf(date),
    source: labelOf(source),
    encoding: 'utf-8',
    sha256: null,
  };
}

function nameOf(id: unknown): string | null {
  if (typeof id === 'number' || typeof id === 'bigint') return String(id);
  return typeof id === 'string' && id !== '' ? id : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

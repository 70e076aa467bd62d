/**
 * A file of furniture: rules of a user's own, or learnt by `dedupe clean --learn`. One rule a line:
 *
 *     # Furniture of the Calder Bugle
 *     line: Small print for those who like it small
 *     starts: # readers like this
 *     ends: – Calder Bugle
 *     contains: subscribe to the Bugle
 *     section: The Bugle also writes
 *     keep: The related stories of
 *
 *     [Calder Bugle]
 *     line: Bugle app
 *
 * Words are compared as the texts are read: case, accents, signs between words, kinds of quotes and dashes make no
 * difference; a `#` on its own stands for any number. A heading in brackets holds what follows to one source.
 *
 * No regular expressions: all rules are one tree of words, so a text takes time linear in its length however many there
 * are; and a rule that a text can make slow, or that means something else than it seems to, cannot be written.
 */
import type { ArticleInfo } from './article.ts';
import { UserError } from './errors.ts';

/**
 * Where the words of a rule stand: they are the line, begin it, end it, are in it; or they begin a line that opens a
 * section, whose headlines and teasers go too, until own text goes on. `keep` is the other way round: a line that has
 * these words stays, whatever else is said of it.
 */
export const ANCHORS = ['line', 'starts', 'ends', 'contains', 'section', 'keep'] as const;
export type RuleAnchor = (typeof ANCHORS)[number];

export interface FurnitureRule {
  readonly anchor: RuleAnchor;
  /** As written. */
  readonly words: string;
  /** The source that it holds for; null for all. */
  readonly source: string | null;
  /** Where it is written: `rules.txt:12`. */
  readonly from: string;
}
export type Furniture = readonly FurnitureRule[];

/** A longer rule is no phrase but an article; the length of the longest also bounds the time per word of a text. */
const MOST_WORDS = 300;
/** Fewer letters stand in most lines, unless they are the whole of one. */
const LEAST_LETTERS = 4;

/** The rules of a file called `name`. Throws UserError with file, line and reason. */
export function parseFurniture(text: string, name = 'furniture'): Furniture {
  const rules: FurnitureRule[] = [];
  let source: string | null = null;
  for (const [at, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const from = `${name}:${at + 1}`;
    if (line.startsWith('[')) source = parseHeading(line, from);
    else rules.push(parseRule(line, source, from));
  }
  return rules;
}

function parseHeading(line: string, from: string): string {
  const name = /^\[(.*)\]$/u.exec(line)?.[1].trim();
  if (name === undefined)
    throw new UserError(`${from}: the heading ${shown(line)} is not closed`, 'write the name of a source in brackets: [Calder Bugle]');
  if (name === '') throw new UserError(`${from}: a heading without a name`, 'write the name of a source in brackets: [Calder Bugle]');
  return name;
}

function parseRule(line: string, source: string | null, from: string): FurnitureRule {
  const [, keyword = '', words = ''] = /^(\p{L}+)\s*:(.*)$/u.exec(line) ?? [];
  const anchor = ANCHORS.find((known) => known === keyword.toLowerCase());
  if (anchor === undefined) {
    const meant = ANCHORS.find((known) => keyword !== '' && known.startsWith(keyword.toLowerCase().slice(0, 3)));
    throw new UserError(
      `${from}: no rule: ${shown(line)}`,
      meant ? `did you mean ${meant}: ?` : `begin it with one of ${ANCHORS.map((known) => `${known}:`).join(' ')}, or with # for a remark`,
    );
  }
  const rule = { anchor, words: words.trim(), source, from };
  refuseVague(rule);
  return rule;
}

/** Throws UserError for a rule that no line has, or nearly every line. */
export function refuseVague({ anchor, words, from }: FurnitureRule): void {
  if (!/[\p{L}\p{N}#]/u.test(words))
    throw new UserError(`${from}: ${anchor}: without a word`, `write the words behind it: ${anchor}: Read our newsletter`);
  const count = words.split(/\s+/).length;
  if (count > MOST_WORDS)
    throw new UserError(`${from}: a rule of ${count} words`, `give its first words: starts: … (at most ${MOST_WORDS})`);
  if (anchor === 'line') return;
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const ideographs = words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  if (letters + ideographs >= LEAST_LETTERS) return;
  throw new UserError(`${from}: ${anchor}: ${shown(words)} is in too many lines`, `give more words, or the whole line: line: ${words}`);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text);
}

/** What a heading must say to mean an article: its source; where none is known, the name of its folder, or of its JSONL file. */
export function sourceOf({ path, source }: Pick<ArticleInfo, 'path' | 'source'>): string | null {
  if (source !== null && sourceKey(source) !== '') return shownSource(source);
  const file = /^(?:.*\/)?([^/]+?)\.(?:jsonl|ndjson)(?:\.gz)?[#:]/is.exec(path);
  const name = shownSource(file?.[1] ?? path.split('/').at(-2) ?? '');
  return name === '' || name === '.' || name === '..' ? null : name;
}

/** As a heading shows it: on one line, without control characters and the like. */
function shownSource(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
}

/** Names of sources are one when they differ in case and form of letters only. */
export function sourceKey(name: string): string {
  return shownSource(name).normalize('NFKC').toLowerCase();
}

/** How a file that was learnt begins; by it a new run knows what it may replace. */
export const LEARNT = '# Learnt by dedupe clean --learn';

/** The file of some rules, which parseFurniture reads again: in their order, with a heading wherever the source changes. */
export function* formatFurniture(rules: Furniture): Iterable<string> {
  yield `${LEARNT}: lines that articles share though they differ otherwise. A new run replaces this file;
# what is own text after all goes into a file of yours, as keep: … , and both are given with --furniture.
`;
  let source: string | null = null;
  for (const [at, rule] of rules.entries()) {
    if (rule.source !== source) yield `\n[${rule.source}]\n`;
    else if (at === 0) yield '\n';
    source = rule.source;
    yield `${rule.anchor}: ${rule.words}\n`;
  }
}

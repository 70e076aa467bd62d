import type { Furniture, FurnitureRule } from '../../furniture.ts';
import { ANY_NUMBER } from '../../kernel/lines/bookLayout.ts';
import { CHARACTER, KIND, NUMBER, SIGN, WORD } from '../../kernel/tokens.ts';
import { QUOTES, TERMINAL, TRAILS_OFF } from './claims.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { keysOf } from './furnitureBook.ts';
import { allKinds, isPlainSentence } from './place.ts';
import { RELATED } from './sections.ts';
import type { SharedLines } from './shared.ts';
import type { Taught } from './taught.ts';
import { mayBeTitle } from './title.ts';
import { KEPT, verdictOf } from './verdicts.ts';

const SHARED = verdictOf('shared by other articles');
/** Articles that must have a line; and one that may well be own text elsewhere: a word or two, a sentence, a headline. */
const LEAST_ARTICLES = 3;
const LEAST_ARTICLES_UNSURE = 5;
const SHORT_LINE = 2;
/** A shorter sentence may be a stock phrase of the trade. */
const STOCK_SENTENCE = 12;
/** Longer lines are left to the corpus itself: a file of rules is to be read. */
const MOST_BYTES = 1500;

/** What is known so far of a line that the corpus took somewhere. */
interface Candidate {
  readonly words: string;
  readonly least: number;
  articles: number;
  /** The one source that has it; null when several do. */
  source: string | null;
  /** The article that counted last, so that one counts once. */
  last: number;
}

/**
 * Learns furniture from a corpus: lines that it took because otherwise different articles share them, and that no article
 * keeps. Articles are added in the order of their ids; what is learnt depends on nothing else.
 */
export class Learner {
  private readonly candidates = new Map<number, Candidate>();
  /** Keys of lines that are own text in some article. */
  private readonly own = new Set<number>();
  private readonly sources = new Set<string | null>();
  private articles = 0;

  /** Notes the lines of one article. O(bytes). */
  add(bytes: Uint8Array, shared: SharedLines, taught: Taught | null, source: string | null): void {
    const article = this.articles++;
    this.sources.add(source);
    const { facts, sections, verdicts } = decide(bytes, shared, taught, null);
    for (let line = 0; line < facts.count; line++) {
      const key = facts.key[line];
      if (key === 0 || this.own.has(key)) continue;
      if (verdicts[line] === KEPT) this.own.add(key);
      else if (verdicts[line] === SHARED) {
        const isListed = sections.kind[line] === RELATED && sections.opener[line] !== line && allKinds(facts, line) === 0;
        if (!isListed) this.count(facts, line, key, article, source);
      }
    }
  }

  private count(facts: Facts, line: number, key: number, article: number, source: string | null): void {
    const known = this.candidates.get(key);
    if (known === undefined) {
      const words = ruleFor(facts, line);
      if (words === null) return;
      const least = isUnsure(facts, line) ? LEAST_ARTICLES_UNSURE : LEAST_ARTICLES;
      this.candidates.set(key, { words, least, articles: 1, source, last: article });
    } else if (known.last !== article) {
      known.articles++;
      known.last = article;
      if (known.source !== source) known.source = null;
    }
  }

  /** Rules for whole lines, those for all sources first, then by source and words; a source's own where there are several. */
  rules(): Furniture {
    const bySource = this.sources.size > 1;
    const learnt = new Map<string, FurnitureRule>();
    for (const [key, { words, least, articles, source }] of this.candidates) {
      if (articles < least || this.own.has(key)) continue;
      const rule: FurnitureRule = { anchor: 'line', words, source: bySource ? source : null, from: 'learnt' };
      learnt.set(`${rule.source ?? ''}\n${words}`, rule);
    }
    return [...learnt].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
  }
}

/** Whether a line's looks alone would let it stand in an article. */
function isUnsure(facts: Facts, line: number): boolean {
  return facts.words[line] <= SHORT_LINE || isPlainSentence(facts, line) || (mayBeTitle(facts, line) && allKinds(facts, line) === 0);
}

/** The words of a rule for the line, all numbers alike as in its key; null when there is none that is sure to mean it alone. */
function ruleFor(facts: Facts, line: number): string | null {
  const { bytes, tokens, start, end, firstToken } = facts;
  // What trails off is a teaser, and signs make no difference to a rule: it would take the lead that it was cut from.
  if (end[line] - start[line] > MOST_BYTES || facts.claims[line] & TRAILS_OFF) return null;
  // "No arrests have been made." is what many reports say; "Yes." is an answer.
  const speaks = facts.claims[line] & (TERMINAL | QUOTES) && (facts.words[line] <= SHORT_LINE || allKinds(facts, line) === 0);
  if (speaks && facts.words[line] < STOCK_SENTENCE) return null;
  const keys: number[] = [];
  let hasWord = false;
  let words = '';
  let from = start[line];
  for (let at = firstToken[line]; at < firstToken[line + 1]; at++) {
    const kind = tokens.flags[at] & KIND;
    if (kind === WORD || kind === CHARACTER) hasWord = true;
    if (kind !== SIGN) keys.push(kind === NUMBER ? ANY_NUMBER : tokens.hash[at]);
    if (kind !== NUMBER) continue;
    words += `${textAt(bytes, from, tokens.start[at])} # `;
    from = tokens.end[at];
  }
  words = `${words}${textAt(bytes, from, end[line])}`.replace(/\s+/g, ' ').trim();
  const read = keysOf(words);
  const isSame = read.length === keys.length && read.every((key, at) => key === keys[at]);
  return hasWord && isSame ? words : null;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Without control characters and the like, which would make the file another than it looks. */
function textAt(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.slice(start, end)).replace(/[^\P{C}\s]/gu, '');
}

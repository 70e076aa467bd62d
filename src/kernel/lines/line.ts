import { CAPITAL, CHARACTER, KIND, NUMBER, SHORTENED, SIGN, SMALL, SPACED, type Tokens, WORD } from '../tokens.ts';
import { isBulleted } from './blocks.ts';
import { ANCHORS, entryOf, keyAt, NODE, type PhraseBook, WHOLE } from './book.ts';
import {
  AT_SIGN,
  BULLETED,
  COMMENT_SIGN,
  DANGLING,
  DATED,
  ENDS_BRACKET,
  ENDS_CLOCK,
  ENDS_COLON,
  ENDS_CREDIT,
  ENDS_NAMES,
  ENDS_SHARE,
  INTERRUPTED,
  NAMES_OUTLET,
  QUOTES,
  SENTENCE,
  STARTS_CLOCK,
  TERMINAL,
  TO_READER,
  TRAIL,
  TRAILS_OFF,
  UNSPACED,
} from './claims.ts';
import type { Facts } from './facts.ts';
import { clearHits, findWhole, follow, hits } from './hits.ts';
import { lineKey } from './keys.ts';
import {
  APOSTROPHE,
  AT,
  abbreviates,
  bodyStart,
  COLON,
  CORNER_QUOTE,
  IDEOGRAPHIC_STOP,
  isCloser,
  isComma,
  isPathMark,
  isSignAt,
  isTerminal,
  lastBeforeClosers,
  OPEN_BRACKET,
  POINT,
  QUOTE,
  SLASH,
} from './signs.ts';
import {
  CALL_VERB,
  COMMENT_END,
  COMMENT_WORD,
  CREDIT_SIGN,
  DATE_WORD,
  FUNCTION_WORD,
  LEADS_TO_LINK,
  SHARE_END,
  YOU_WORD,
} from './traits.ts';

/** A phrase says little about a longer line. */
const MOST_PHRASE_WORDS = 60;
const MOST_CREDIT_WORDS = 80;
/** The phrase of a photo credit is found among so many tokens at the line's end. */
const CREDIT_TOKENS = 9;
/** One sign of Han or kana carries about 1/1.8 of an English word; a line with so few is not of their script. */
const SIGNS_PER_WORD = 1.8;
const LEAST_SIGNS = 4;
/** Share of function words taken for scripts without spaces, where they are not known: about the mean of the others. */
const UNKNOWN_SHARE = 0.4;
/** A sentence has so many words; a longer line is running text even without a full stop, if a sentence ends inside. */
const SENTENCE_WORDS = 8;
const RUNNING_WORDS = 18;

/** States of the search for a sentence's end inside a line. */
const NO_END = 0;
const AFTER_END = 1;
const OPENED = 2;

/** What the tokens of the line in hand add up to. Module state, as the hits are. */
const tally = {
  words: 0,
  numbers: 0,
  /** Signs of scripts without spaces. */
  signs: 0,
  capitals: 0,
  commas: 0,
  functionWords: 0,
  youWords: 0,
  dateWords: 0,
  /** Words that are buttons, each on its own: "Share". */
  buttons: 0,
  /** Marks between the parts of a way to a page. */
  marks: 0,
  inner: 0,
  identity: 0,
  claims: 0,
  lastTraits: 0,
  lastWord: -1,
};

/** Fills a line's row of the columns. O(tokens of the line). */
export function readLine(facts: Facts, line: number, book: PhraseBook): void {
  const from = facts.firstToken[line];
  const to = facts.firstToken[line + 1];
  const body = bodyStart(facts.tokens, from, to);
  clearHits();
  addUp(facts, from, to, body, book);
  // A row of buttons is a menu: "Share Print Comment".
  if (tally.buttons >= 2 && tally.buttons === tally.words && tally.signs === 0) hits.whole |= book.navigation;
  findWhole(book, facts, body, to);

  const unspaced = tally.signs >= LEAST_SIGNS;
  const { words } = tally;
  const size = words + (unspaced ? Math.max(1, Math.round(tally.signs / SIGNS_PER_WORD)) : tally.signs);
  facts.words[line] = size;
  facts.inner[line] = Math.min(255, tally.inner);
  facts.commas[line] = Math.min(255, tally.commas);
  facts.numbers[line] = Math.min(255, tally.numbers);
  facts.youWords[line] = Math.min(255, tally.youWords);
  facts.functionWords[line] = Math.min(255, tally.functionWords);
  facts.functionShare[line] = unspaced ? UNKNOWN_SHARE : tally.functionWords / Math.max(1, words);
  facts.capitalShare[line] = unspaced ? 0 : words < 3 ? 0.5 : tally.capitals / words;
  facts.identity[line] = tally.identity;
  facts.key[line] = lineKey(facts.tokens, from, to);
  facts.claims[line] = 0;
  if (to > from) {
    if (unspaced) tally.claims |= UNSPACED;
    if (isBulleted(facts.bytes, facts.start[line], facts.end[line])) tally.claims |= BULLETED;
    facts.claims[line] =
      tally.claims | claimsOnEnd(facts.tokens, from, to, body, size, book) | claimsOnWhole(facts.tokens, from, to, body, size);
    if (isSentence(facts.claims[line], facts.tokens, body, to, size)) facts.claims[line] |= SENTENCE;
  }
  const read = size <= MOST_PHRASE_WORDS;
  facts.whole[line] = read ? hits.whole : 0;
  facts.starts[line] = read ? hits.start & ~hits.whole : 0;
  facts.anywhere[line] = read ? hits.anywhere & ~(hits.whole | hits.start) : 0;
  facts.pastPhrases[line] = hits.past;
}

/** Fills the tally: the one loop over all tokens of a text. */
function addUp({ bytes, tokens, entries }: Facts, from: number, to: number, body: number, book: PhraseBook): void {
  const { hash, flags, start, end } = tokens;
  let words = 0;
  let numbers = 0;
  let signs = 0;
  let capitals = 0;
  let commas = 0;
  let functionWords = 0;
  let youWords = 0;
  let inner = 0;
  let state = NO_END;
  let identity = 0;
  let claims = 0;
  let dateWords = 0;
  let buttons = 0;
  let marks = 0;
  let lastTraits = 0;
  let lastWord = -1;

  for (let at = from; at < to; at++) {
    const flag = flags[at];
    const kind = flag & KIND;
    const key = hash[at];
    identity = Math.imul(((identity << 5) | (identity >>> 27)) ^ key, 0x9e3779b1);

    if (kind === SIGN) {
      if (isComma(key)) commas++;
      else if (key === IDEOGRAPHIC_STOP) inner++;
      else if (isTerminal(key)) state = (flag & SHORTENED) === 0 && !abbreviates(lastTraits, tokens, at, from) ? AFTER_END : NO_END;
      else if (state === AFTER_END && (flag & SPACED) === 0 && isCloser(key)) state = AFTER_END;
      else if (state === AFTER_END && (key === QUOTE || key === APOSTROPHE || key === OPEN_BRACKET)) state = OPENED;
      else state = NO_END;
      if (key === QUOTE || key === CORNER_QUOTE) claims |= QUOTES;
      if (key === AT) claims |= AT_SIGN;
      else if (isPathMark(key) && flag & SPACED) marks++;
    } else if (kind === CHARACTER) {
      signs++;
      state = NO_END;
    } else {
      words++;
      if (kind === WORD) {
        if (flag & CAPITAL) capitals++;
        if ((flag & SMALL) === 0 && (state === OPENED || (state === AFTER_END && flag & SPACED))) inner++;
      } else {
        numbers++;
        if (isClock(bytes, start[at], end[at])) {
          claims |= COMMENT_SIGN;
          if (at === from) claims |= STARTS_CLOCK;
          if (at === to - 1) claims |= ENDS_CLOCK;
        }
      }
      state = NO_END;
      lastWord = at;
    }

    const entry = entryOf(book, kind === NUMBER ? keyAt(tokens, at) : key);
    entries[at] = entry;
    if (kind !== SIGN) lastTraits = entry;
    if (entry !== 0) {
      if (entry & FUNCTION_WORD) functionWords++;
      if (entry & YOU_WORD) youWords++;
      if (entry & COMMENT_WORD) claims |= COMMENT_SIGN;
      if (entry & DATE_WORD) dateWords++;
      if (entry & NODE) {
        if (book.kinds[ANCHORS * (entry & NODE) + WHOLE] & book.buttons) buttons++;
        follow(book, entry & NODE, tokens, at, to, at === body);
      }
    }
  }
  tally.words = words;
  tally.numbers = numbers;
  tally.signs = signs;
  tally.capitals = capitals;
  tally.commas = commas;
  tally.functionWords = functionWords;
  tally.youWords = youWords;
  tally.dateWords = dateWords;
  tally.buttons = buttons;
  tally.marks = marks;
  tally.inner = inner;
  identity = Math.imul(identity ^ (identity >>> 15), 0x85ebca6b);
  tally.identity = (identity ^ (identity >>> 13)) >>> 0;
  tally.claims = claims;
  tally.lastTraits = lastTraits;
  tally.lastWord = lastWord;
}

/** What the line's end says. */
function claimsOnEnd(tokens: Tokens, from: number, to: number, body: number, size: number, book: PhraseBook): number {
  const { hash, flags } = tokens;
  let claims = 0;
  const last = lastBeforeClosers(tokens, from, to);
  const isMark = last >= from && (flags[last] & KIND) === SIGN && (isTerminal(hash[last]) || hash[last] === IDEOGRAPHIC_STOP);
  const trailsOff = isMark && hash[last] === POINT && last > from && isSignAt(tokens, last - 1, POINT, POINT);
  // "… Ukraine War U.S." is a row of key words; "… with the U.S." ends a sentence.
  const ends = isMark && !trailsOff && ((flags[last] & SHORTENED) === 0 || tally.functionWords >= 2);
  if (ends) claims |= TERMINAL;
  if (trailsOff) claims |= TRAILS_OFF;
  if (isSignAt(tokens, to - 1, COLON, 0xff1a)) claims |= ENDS_COLON;
  if (isSignAt(tokens, to - 1, 0x29, 0xff09) || isSignAt(tokens, to - 1, 0x5d, 0x3011)) claims |= ENDS_BRACKET;
  const { lastTraits, lastWord } = tally;
  if (lastWord >= to - 2 && lastTraits & COMMENT_END) claims |= COMMENT_SIGN;
  if (lastWord === to - 1 && lastTraits & SHARE_END) claims |= ENDS_SHARE;
  const leads = lastWord === to - 1 && lastTraits & LEADS_TO_LINK && size >= 3 && size <= 25;
  if (leads && entryOf(book, keyAt(tokens, body)) & CALL_VERB) claims |= DANGLING;
  if (lastTraits & CREDIT_SIGN && (flags[to - 1] & KIND) === CHARACTER) claims |= ENDS_CREDIT;
  if (hits.credit >= Math.max(from, to - CREDIT_TOKENS) && size <= MOST_CREDIT_WORDS) claims |= ENDS_CREDIT;
  if (!ends && tally.inner > 0 && size <= MOST_PHRASE_WORDS && endsWithNames(tokens, from, to)) claims |= ENDS_NAMES;
  return claims;
}

/** A way to a page has so many words, and so many more for each mark. */
const TRAIL_WORDS = 6;
const TRAIL_WORDS_PER_MARK = 2;
const MOST_DATE_WORDS = 14;

/** What the line as a whole says. */
function claimsOnWhole(tokens: Tokens, from: number, to: number, body: number, size: number): number {
  const { numbers, dateWords, marks, words, signs } = tally;
  let claims = 0;
  if (isSignAt(tokens, from, APOSTROPHE, APOSTROPHE)) claims |= QUOTES;
  if (tally.youWords > 0) claims |= TO_READER;
  if (hits.inside) claims |= INTERRUPTED;
  if (hits.outlet >= 0 && isName(tokens, body, hits.outlet)) claims |= NAMES_OUTLET;
  const short = size <= MOST_DATE_WORDS;
  if (short && numbers > 0 && words + signs >= 2 && dateWords + numbers === words + signs) claims |= DATED;
  const trail = short && marks > 0 && size <= TRAIL_WORDS + TRAIL_WORDS_PER_MARK * marks;
  if (trail && !isTerminal(tokens.hash[to - 1])) claims |= TRAIL;
  return claims;
}

function isSentence(claims: number, tokens: Tokens, body: number, to: number, size: number): boolean {
  if ((claims & TERMINAL) === 0) return size >= RUNNING_WORDS && tally.inner >= 1;
  return size >= SENTENCE_WORDS || (size >= SENTENCE_WORDS / 2 && isSpeaker(tokens, body, to));
}

/** The names of a credit have so many tokens at most. */
const MOST_CREDIT_NAMES = 10;

/** After the last full stop only names, with a slash between two of them or in brackets; two words or more. */
function endsWithNames(tokens: Tokens, from: number, to: number): boolean {
  let names = 0;
  let slash = false;
  let bracket = false;
  for (let at = to - 1; at >= from && at >= to - MOST_CREDIT_NAMES; at--) {
    if ((tokens.flags[at] & KIND) === WORD) {
      if ((tokens.flags[at] & CAPITAL) === 0) return false;
      names++;
      continue;
    }
    if ((tokens.flags[at] & KIND) !== SIGN) return false;
    const sign = tokens.hash[at];
    if (isTerminal(sign)) return names >= 2 && names <= 6 && (slash || bracket);
    if (sign === SLASH) slash = true;
    else if (sign === OPEN_BRACKET) bracket = true;
    else if (sign !== 0x29 && sign !== 0x2d && sign !== APOSTROPHE) return false;
  }
  return false;
}

/** "Q: …": the initial of who speaks, in an interview. */
function isSpeaker(tokens: Tokens, body: number, to: number): boolean {
  if (body + 1 >= to || (tokens.flags[body] & CAPITAL) === 0 || tokens.end[body] - tokens.start[body] > 2) return false;
  return isSignAt(tokens, body + 1, COLON, 0xff1a);
}

function isClock(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 4 && (bytes[start + 1] === COLON || bytes[start + 2] === COLON);
}

/** Tokens from `from` to `to` are one to five words, all with a capital. */
function isName(tokens: Tokens, from: number, to: number): boolean {
  if (to - from < 1 || to - from > 5) return false;
  for (let at = from; at < to; at++) if ((tokens.flags[at] & CAPITAL) === 0) return false;
  return true;
}

/** ../lines/line.ts and ../lines/hits.ts, step for step; comments there. */
import { CAPITAL, CHARACTER, KIND, SHORTENED, SIGN, SMALL, SPACED, WORD } from '../flags';
import { START as AT_START, ANYWHERE as IN_LINE, INSIDE, NODE, WHOLE as WHOLE_LINE } from '../lines/bookLayout';
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
} from '../lines/claims';
import {
  ANYWHERE,
  CAPITAL_SHARE,
  CLAIMS,
  COMMAS,
  END,
  ENTRY,
  FIRST_TOKEN,
  FUNCTION_SHARE,
  FUNCTION_WORDS,
  HASH,
  IDENTITY,
  INNER,
  NUMBERS,
  PAST_PHRASES,
  START,
  STARTS,
  WHOLE,
  WORDS,
  YOU_WORDS,
} from '../lines/columnLayout';
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
} from '../lines/traits';
import { isBulleted } from './blocks';
import {
  buttons as BUTTONS,
  credit as CREDIT,
  entryOf,
  keyOf,
  kindsAt,
  mayFollow,
  navigation as NAVIGATION,
  nextNode,
  outlet as OUTLET,
} from './book';
import { byteColumn, flags, getLine, lineColumn, setKey, setLine, tokenColumn } from './columns';
import { lineKey } from './keys';
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
  OPEN_BRACKET,
  POINT,
  pastLastBeforeClosers,
  QUOTE,
  SLASH,
} from './signs';
import { flagAt, hashAt, lengthAt, startAt } from './tokens';

const MOST_PHRASE_WORDS: u32 = 60;
const MOST_CREDIT_WORDS: u32 = 80;
const CREDIT_TOKENS: i32 = 9;
const SIGNS_PER_WORD: f64 = 1.8;
const LEAST_SIGNS: u32 = 4;
const UNKNOWN_SHARE: f64 = 0.4;
const SENTENCE_WORDS: u32 = 8;
const RUNNING_WORDS: u32 = 18;
const MOST_WHOLE_TOKENS: u32 = 40;

const NO_END: u32 = 0;
const AFTER_END: u32 = 1;
const OPENED: u32 = 2;

/** The tally. */
let words: u32 = 0;
let numbers: u32 = 0;
let signs: u32 = 0;
let capitals: u32 = 0;
let commas: u32 = 0;
let functionWords: u32 = 0;
let youWords: u32 = 0;
let dateWords: u32 = 0;
let buttons: u32 = 0;
let marks: u32 = 0;
let inner: u32 = 0;
let identity: u32 = 0;
let claims: u32 = 0;
let lastTraits: u32 = 0;
let lastWord: i32 = -1;

/** The hits. */
let wholeHits: u32 = 0;
let startHits: u32 = 0;
let anywhereHits: u32 = 0;
let insideHit: bool = false;
let pastHits: u32 = 0;
let creditAt: i32 = -1;
let outletAt: i32 = -1;

/** Fills a line's row of the columns. */
export function readLine(text: usize, line: u32): void {
  const from = getLine(FIRST_TOKEN, line);
  const to = getLine(FIRST_TOKEN, line + 1);
  const body = bodyStart(from, to);
  wholeHits = startHits = anywhereHits = pastHits = 0;
  insideHit = false;
  creditAt = outletAt = -1;
  addUp(text, from, to, body);
  if (buttons >= 2 && buttons === words && signs === 0) wholeHits |= NAVIGATION;
  findWhole(body, to);

  const unspaced = signs >= LEAST_SIGNS;
  const size = words + (unspaced ? max<u32>(1, <u32>Math.floor(<f64>signs / SIGNS_PER_WORD + 0.5)) : signs);
  setLine(WORDS, line, size);
  setByte(INNER, line, inner);
  setByte(COMMAS, line, commas);
  setByte(NUMBERS, line, numbers);
  setByte(YOU_WORDS, line, youWords);
  setByte(FUNCTION_WORDS, line, functionWords);
  setShare(FUNCTION_SHARE, line, unspaced ? UNKNOWN_SHARE : <f64>functionWords / <f64>max<u32>(1, words));
  setShare(CAPITAL_SHARE, line, unspaced ? 0 : words < 3 ? 0.5 : <f64>capitals / <f64>words);
  setLine(IDENTITY, line, identity);
  setKey(line, lineKey(from, to));
  let all: u32 = 0;
  if (to > from) {
    if (unspaced) claims |= UNSPACED;
    if (isBulleted(text, getLine(START, line), getLine(END, line))) claims |= BULLETED;
    all = claims | claimsOnEnd(from, to, body, size) | claimsOnWhole(from, to, body, size);
    if (isSentence(all, body, to, size)) all |= SENTENCE;
  }
  setLine(CLAIMS, line, all);
  const read = size <= MOST_PHRASE_WORDS;
  setLine(WHOLE, line, read ? wholeHits : 0);
  setLine(STARTS, line, read ? startHits & ~wholeHits : 0);
  setLine(ANYWHERE, line, read ? anywhereHits & ~(wholeHits | startHits) : 0);
  setLine(PAST_PHRASES, line, pastHits);
}

function setByte(column: usize, line: u32, value: u32): void {
  store<u8>(byteColumn(column) + line, <u8>min<u32>(255, value));
}

function setShare(column: usize, line: u32, share: f64): void {
  store<f32>(lineColumn(column) + (line << 2), <f32>share);
}

/** Fills the tally: the one loop over all tokens of a text. */
function addUp(text: usize, from: u32, to: u32, body: u32): void {
  const hashes = tokenColumn(HASH);
  const entries = tokenColumn(ENTRY);
  numbers = signs = commas = buttons = marks = inner = claims = 0;
  // What nearly every token changes is no global in the loop.
  let wordCount: u32 = 0;
  let capitalCount: u32 = 0;
  let functionCount: u32 = 0;
  let youCount: u32 = 0;
  let dateCount: u32 = 0;
  let allTraits: u32 = 0;
  let traits: u32 = 0;
  let last: i32 = -1;
  let hash: u32 = 0;
  let state = NO_END;

  for (let at = from; at < to; at++) {
    const flag = <u32>load<u8>(flags + at);
    const kind = flag & KIND;
    const key = load<u32>(hashes + (at << 2));
    hash = (rotl(hash, 5) ^ key) * 0x9e3779b1;

    if (kind === SIGN) {
      if (isTerminal(key)) state = (flag & SHORTENED) === 0 && !abbreviates(traits, at, from) ? AFTER_END : NO_END;
      else if (isComma(key) || key === IDEOGRAPHIC_STOP) {
        // The search for a sentence's end does not see them.
        if (key === IDEOGRAPHIC_STOP) inner++;
        else commas++;
      } else if (state === AFTER_END && (flag & SPACED) === 0 && isCloser(key)) state = AFTER_END;
      else if (state === AFTER_END && (key === QUOTE || key === APOSTROPHE || key === OPEN_BRACKET)) state = OPENED;
      else state = NO_END;
      if (key === QUOTE || key === CORNER_QUOTE) claims |= QUOTES;
      if (key === AT) claims |= AT_SIGN;
      else if (isPathMark(key) && flag & SPACED) marks++;
    } else if (kind === CHARACTER) {
      signs++;
      state = NO_END;
    } else {
      wordCount++;
      if (kind === WORD) {
        capitalCount += <u32>((flag & CAPITAL) !== 0);
        if (state !== NO_END && (flag & SMALL) === 0 && (state === OPENED || flag & SPACED)) inner++;
      } else {
        numbers++;
        if (isClock(text, at)) {
          claims |= COMMENT_SIGN;
          if (at === from) claims |= STARTS_CLOCK;
          if (at === to - 1) claims |= ENDS_CLOCK;
        }
      }
      state = NO_END;
      last = at;
    }

    const entry = entryOf(keyOf(key, flag));
    store<u32>(entries + (at << 2), entry);
    traits ^= (traits ^ entry) & -(<u32>(kind !== SIGN));
    allTraits |= entry;
    functionCount += <u32>((entry & FUNCTION_WORD) !== 0);
    youCount += <u32>((entry & YOU_WORD) !== 0);
    dateCount += <u32>((entry & DATE_WORD) !== 0);
    // What comes next is the next line's at a line's end; then it is followed, at worst, for nothing.
    const next = keyOf(load<u32>(hashes + (at << 2), 4), load<u8>(flags + at, 1));
    if (mayFollow(entry, next) === 0) continue;
    const node = entry & NODE;
    if (kindsAt(node, WHOLE_LINE) & BUTTONS) buttons++;
    follow(node, at, to, at === body);
  }
  if (allTraits & COMMENT_WORD) claims |= COMMENT_SIGN;
  words = wordCount;
  capitals = capitalCount;
  functionWords = functionCount;
  youWords = youCount;
  dateWords = dateCount;
  lastTraits = traits;
  lastWord = last;
  hash = (hash ^ (hash >> 15)) * 0x85ebca6b;
  identity = hash ^ (hash >> 13);
}

/** What the book knows of a token. */
function entryAt(at: u32): u32 {
  return load<u32>(tokenColumn(ENTRY) + (at << 2));
}

/** Notes the phrases that begin with the token at `at`. */
function follow(node: u32, at: u32, to: u32, atStart: bool): void {
  for (let next = at + 1; ; next++) {
    const kinds = kindsAt(node, IN_LINE);
    if (kinds !== 0) {
      anywhereHits |= kinds;
      pastHits = at + 1;
      if (kinds & CREDIT) creditAt = at;
      if (kinds & OUTLET && outletAt < 0) outletAt = at;
    }
    if (atStart) startHits |= kindsAt(node, AT_START);
    if (kindsAt(node, INSIDE) !== 0 && flagAt(at) & CAPITAL) insideHit = true;
    if (next >= to) return;
    node = nextNode(node, hashAt(next), flagAt(next));
    if (node === 0) return;
  }
}

/** Notes the phrases that are the tokens from `body` to the line's end, or to its last word. */
function findWhole(body: u32, to: u32): void {
  if (body >= to || to - body > MOST_WHOLE_TOKENS) return;
  let last = to;
  while (last > body + 1 && (flagAt(last - 1) & KIND) === SIGN && hashAt(last - 1) !== 0x29) last--;
  let node = entryAt(body) & NODE;
  for (let at = body + 1; node !== 0; at++) {
    if (at === to || at === last) wholeHits |= kindsAt(node, WHOLE_LINE);
    if (at >= to) return;
    node = nextNode(node, hashAt(at), flagAt(at));
  }
}

function claimsOnEnd(from: u32, to: u32, body: u32, size: u32): u32 {
  let found: u32 = 0;
  const past = pastLastBeforeClosers(from, to);
  const last = past - 1;
  const isMark = past > from && (flagAt(last) & KIND) === SIGN && (isTerminal(hashAt(last)) || hashAt(last) === IDEOGRAPHIC_STOP);
  const trailsOff = isMark && hashAt(last) === POINT && last > from && isSignAt(last - 1, POINT, POINT);
  const ends = isMark && !trailsOff && ((flagAt(last) & SHORTENED) === 0 || functionWords >= 2);
  if (ends) found |= TERMINAL;
  if (trailsOff) found |= TRAILS_OFF;
  if (isSignAt(to - 1, COLON, 0xff1a)) found |= ENDS_COLON;
  if (isSignAt(to - 1, 0x29, 0xff09) || isSignAt(to - 1, 0x5d, 0x3011)) found |= ENDS_BRACKET;
  const behind = <i32>to;
  if (lastWord >= behind - 2 && lastTraits & COMMENT_END) found |= COMMENT_SIGN;
  if (lastWord === behind - 1 && lastTraits & SHARE_END) found |= ENDS_SHARE;
  const leads = lastWord === behind - 1 && (lastTraits & LEADS_TO_LINK) !== 0 && size >= 3 && size <= 25;
  if (leads && entryAt(body) & CALL_VERB) found |= DANGLING;
  if (lastTraits & CREDIT_SIGN && (flagAt(to - 1) & KIND) === CHARACTER) found |= ENDS_CREDIT;
  if (creditAt >= max<i32>(<i32>from, behind - CREDIT_TOKENS) && size <= MOST_CREDIT_WORDS) found |= ENDS_CREDIT;
  if (!ends && inner > 0 && size <= MOST_PHRASE_WORDS && endsWithNames(from, to)) found |= ENDS_NAMES;
  return found;
}

const TRAIL_WORDS: u32 = 6;
const TRAIL_WORDS_PER_MARK: u32 = 2;
const MOST_DATE_WORDS: u32 = 14;

function claimsOnWhole(from: u32, to: u32, body: u32, size: u32): u32 {
  let found: u32 = 0;
  if (isSignAt(from, APOSTROPHE, APOSTROPHE)) found |= QUOTES;
  if (youWords > 0) found |= TO_READER;
  if (insideHit) found |= INTERRUPTED;
  if (outletAt >= 0 && isName(body, outletAt)) found |= NAMES_OUTLET;
  const short = size <= MOST_DATE_WORDS;
  if (short && numbers > 0 && words + signs >= 2 && dateWords + numbers === words + signs) found |= DATED;
  const trail = short && marks > 0 && size <= TRAIL_WORDS + TRAIL_WORDS_PER_MARK * marks;
  if (trail && !isTerminal(hashAt(to - 1))) found |= TRAIL;
  return found;
}

function isSentence(all: u32, body: u32, to: u32, size: u32): bool {
  if ((all & TERMINAL) === 0) return size >= RUNNING_WORDS && inner >= 1;
  return size >= SENTENCE_WORDS || (size >= SENTENCE_WORDS / 2 && isSpeaker(body, to));
}

const MOST_CREDIT_NAMES: i32 = 10;

function endsWithNames(from: i32, to: i32): bool {
  let names: u32 = 0;
  let slash = false;
  let bracket = false;
  for (let at = to - 1; at >= from && at >= to - MOST_CREDIT_NAMES; at--) {
    const kind = flagAt(at) & KIND;
    if (kind === WORD) {
      if ((flagAt(at) & CAPITAL) === 0) return false;
      names++;
      continue;
    }
    if (kind !== SIGN) return false;
    const sign = hashAt(at);
    if (isTerminal(sign)) return names >= 2 && names <= 6 && (slash || bracket);
    if (sign === SLASH) slash = true;
    else if (sign === OPEN_BRACKET) bracket = true;
    else if (sign !== 0x29 && sign !== 0x2d && sign !== APOSTROPHE) return false;
  }
  return false;
}

function isSpeaker(body: u32, to: u32): bool {
  if (body + 1 >= to || (flagAt(body) & CAPITAL) === 0 || lengthAt(body) > 2) return false;
  return isSignAt(body + 1, COLON, 0xff1a);
}

function isClock(text: usize, at: u32): bool {
  const start = text + startAt(at);
  return lengthAt(at) >= 4 && (load<u8>(start, 1) === COLON || load<u8>(start, 2) === COLON);
}

function isName(from: i32, to: i32): bool {
  if (to - from < 1 || to - from > 5) return false;
  for (let at = from; at < to; at++) if ((flagAt(at) & CAPITAL) === 0) return false;
  return true;
}

import type { Background } from '../../background/index.ts';
import { mix } from '../../kernel/hash.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { CAPITAL, KIND, NUMBER, SIGN, SPACED, WORD } from '../../kernel/tokens.ts';
import { isCalendarWord } from './lexicon.ts';

/**
 * The names and numbers of a text, each once, in the order of their first mention. What of them is told is made when it is
 * asked for: most are never shown.
 */
export interface Items {
  readonly count: number;
  /** Per item its key, the same for the same thing in any article; its first and its last token. A number is one token. */
  readonly rows: Uint32Array;
  /** Key → item. */
  readonly itemOf: HashMap;
}

/** Words of a name looked at; "the Democratic People's Republic of Korea" is two names. */
const LONGEST_NAME = 4;

/** Grown to the longest text. */
let rows = new Uint32Array(3072);
let mentions = new Uint32Array(1024);
/** Words with a capital inside a sentence. */
const capitals = new HashMap(256);

/**
 * The names and numbers of a text. A name is a run of capitalised words inside a sentence; at the start of a sentence a word
 * counts only where it is capitalised elsewhere too, and a letter alone never. A name is shown where it stands first, a number where it stands last.
 * O(words).
 */
export function namesAndNumbers(text: TextTokens): Items {
  const { hash, flags, count } = text.tokens;
  if (count > mentions.length) {
    rows = new Uint32Array(6 * count);
    mentions = new Uint32Array(2 * count);
  }
  const mentioned = gather(text);
  const itemOf = new HashMap(128);
  let items = 0;
  for (let at = 0; at < mentioned; at++) {
    const first = mentions[at];
    const isNumber = (flags[first] & KIND) === NUMBER;
    let last = first;
    let key = hash[first];
    while (!isNumber && at + 1 < mentioned && last - first + 1 < LONGEST_NAME && goesOn(flags, last, mentions[at + 1])) {
      last = mentions[++at];
      key = mix(Math.imul(key, 5) + hash[last]);
    }
    const known = itemOf.get(key);
    if ((known >= 0 && !isNumber) || isLetter(text, first, last)) continue;
    const item = known >= 0 ? known : items++;
    if (known < 0) itemOf.set(key, item);
    rows[3 * item] = key;
    rows[3 * item + 1] = first;
    rows[3 * item + 2] = last;
  }
  return { count: items, rows: rows.slice(0, 3 * items), itemOf };
}

/** A letter alone is the pronoun "I", or what is left of a name with initials. */
function isLetter({ tokens: { start, end } }: TextTokens, first: number, last: number): boolean {
  return first === last && end[first] - start[first] === 1;
}

/** Whether the token next mentioned is the next word of a name. */
function goesOn(flags: Uint8Array, last: number, next: number): boolean {
  return next === last + 1 && (flags[next] & SPACED) !== 0 && (flags[next] & KIND) === WORD;
}

/** Puts the tokens that are numbers or words of names into `mentions`, in their order; returns how many. */
function gather({ tokens, lines, lineStarts }: TextTokens): number {
  const { hash, flags, start, end } = tokens;
  let seen = 0;
  capitals.clear();
  for (let line = 0; line < lines; line++) {
    const begin = lineStarts[line];
    for (let i = begin; i < lineStarts[line + 1]; i++) {
      const kind = flags[i] & KIND;
      if (kind === NUMBER && end[i] - start[i] > 1) mentions[seen++] = i;
      if (kind !== WORD || !(flags[i] & CAPITAL)) continue;
      mentions[seen++] = i;
      if (i > begin && isInside(hash[i - 1], flags[i - 1] & KIND) && !isCalendarWord(hash[i])) capitals.set(hash[i], 1);
    }
  }
  let kept = 0;
  for (let at = 0; at < seen; at++) {
    const i = mentions[at];
    if ((flags[i] & KIND) === NUMBER || capitals.get(hash[i]) > 0) mentions[kept++] = i;
  }
  return kept;
}

/** A capital behind a small letter, a comma or the like is there not only because a sentence begins. */
function isInside(hashBefore: number, kindBefore: number): boolean {
  if (kindBefore === SIGN) return hashBefore === 0x2c || hashBefore === 0x28 || hashBefore === 0x2d;
  return kindBefore === WORD || kindBefore === NUMBER;
}

/** How rare a name or number is in news, by its words: of a name, the words behind the first count half. */
export function weightOf({ tokens }: TextTokens, first: number, last: number, background: Background): number {
  let weight = rarity(background, tokens.hash[first]);
  for (let i = first + 1; i <= last; i++) weight += rarity(background, tokens.hash[i]) / 2;
  return weight;
}

/** The background knows English stems; a name mostly is its own stem. */
function rarity(background: Background, hash: number): number {
  return Math.log(background.documents / Math.max(5, background.documentsWith(hash)));
}

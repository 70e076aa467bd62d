import { mix } from '../hash.ts';
import type { TextTokens } from '../text.ts';
import { CHARACTER, KIND, SIGN, SPACED } from '../tokens.ts';
import { LEAST_QUOTED_BYTES, MOST_QUOTED_BYTES, QUOTE_WORDS } from './bounds.ts';

const SEED = 0x5bd1e995;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Where quotations stand: calls back with the first and past-the-last token of each. */
export function eachQuotation(text: TextTokens, see: (from: number, to: number) => void): void {
  const { hash, flags, start } = text.tokens;
  for (let line = 0; line < text.lines; line++) {
    const last = text.lineStarts[line + 1];
    let opened = -1;
    let mark = 0;
    for (let i = text.lineStarts[line]; i < last; i++) {
      if ((flags[i] & KIND) !== SIGN) continue;
      const sign = hash[i];
      const isOpening = sign === 0x300c || sign === 0x300e;
      if (opened >= 0 && (sign === mark || (mark === 0x300c && sign === 0x300d) || (mark === 0x300e && sign === 0x300f))) {
        const length = start[i] - start[opened];
        const bracketed = mark !== QUOTE && mark !== APOSTROPHE;
        if (length >= LEAST_QUOTED_BYTES && length <= MOST_QUOTED_BYTES) see(opened + 1, i);
        // A mark with a space before it and a word right behind it opens, whatever came before.
        opened = !bracketed && flags[i] & SPACED && isWordBehind(text, i, last) ? i : -1;
      } else if (isOpening || ((sign === QUOTE || (sign === APOSTROPHE && opened < 0)) && mayOpen(text, i, line))) {
        opened = i;
        mark = sign;
      }
    }
  }
}

/** A space, or the line's start, comes before it; Chinese and Japanese quote without spaces. */
function mayOpen({ tokens, lineStarts }: TextTokens, i: number, line: number): boolean {
  const { flags, count } = tokens;
  return i === lineStarts[line] || (flags[i] & SPACED) !== 0 || (i + 1 < count && (flags[i + 1] & KIND) === CHARACTER);
}

function isWordBehind({ tokens }: TextTokens, i: number, last: number): boolean {
  return i + 1 < last && (tokens.flags[i + 1] & KIND) !== SIGN && !(tokens.flags[i + 1] & SPACED);
}

/** Hashes of the runs of words inside quotation marks, with repeats. O(words). */
export function quotedRuns(text: TextTokens): number[] {
  const runs: number[] = [];
  eachQuotation(text, (from, to) => eachRun(text, from, to, QUOTE_WORDS, (key) => runs.push(key)));
  return runs;
}

/** Calls back for every run of `width` words between two tokens, with its hash and its first and last token. */
export function eachRun(
  text: TextTokens,
  from: number,
  to: number,
  width: number,
  see: (key: number, first: number, last: number) => void,
): void {
  const { hash, flags } = text.tokens;
  const words: number[] = [];
  for (let i = from; i < to; i++) if ((flags[i] & KIND) !== SIGN) words.push(i);
  for (let i = 0; i + width <= words.length; i++) {
    let key = SEED;
    for (let k = i; k < i + width; k++) key = mix(Math.imul(key, 5) + hash[words[k]]);
    see(key, words[i], words[i + width - 1]);
  }
}

/** What a line shows of itself, beside its claims: the signs that the rules ask for. */
import { CALL_VERB } from '../../kernel/lines/traits.ts';
import { KIND, NUMBER, SIGN, SPACED } from '../../kernel/tokens.ts';
import {
  AT_SIGN,
  DANGLING,
  ENDS_CLOCK,
  ENDS_CREDIT,
  ENDS_NAMES,
  ENDS_SHARE,
  NAMES_OUTLET,
  QUOTES,
  STARTS_CLOCK,
  TERMINAL,
  TO_READER,
} from './claims.ts';
import type { Facts } from './facts.ts';
import { bitOf } from './phrases.ts';
import { isSentence, strongKinds } from './place.ts';

/** Claims of which a rule asks for one, words of furniture aside. */
export const LOUD = ENDS_CREDIT | ENDS_NAMES | STARTS_CLOCK | ENDS_CLOCK | ENDS_SHARE | AT_SIGN | DANGLING | NAMES_OUTLET;

/** The outlet is named in the text's own sentences too. */
const TALKS_ABOUT_ITSELF = bitOf('about the outlet');
/** Running text of so many words, of which this share are function words. */
const RUNNING_WORDS = 20;
const RUNNING_SHARE = 0.3;
/** Words of a headline with its link. */
const MORE_ON = { least: 4, most: 30 };
const AT = 0x40;
const COMMA = 0x2c;
const CLOCK_COLON = 0x3a;
const READ_MORE = [...' read more'].map((sign) => sign.charCodeAt(0));

/** Kinds of furniture, the outlet speaking of itself aside: are they two or more? */
export function isSeveral(kinds: number): boolean {
  const telling = kinds & ~TALKS_ABOUT_ITSELF;
  return (telling & (telling - 1)) !== 0;
}

/** Running text that breaks off, with a word that furniture has, too: a lead of which only the first words were kept. */
export function isCutReport(facts: Facts, line: number): boolean {
  if (strongKinds(facts, line) !== 0 || facts.claims[line] & (TERMINAL | LOUD)) return false;
  // "You" of someone who is quoted is not the reader.
  if ((facts.claims[line] & (TO_READER | QUOTES)) === TO_READER) return false;
  return facts.words[line] >= RUNNING_WORDS && facts.functionShare[line] >= RUNNING_SHARE;
}

/** A headline with its share button. */
export function isSharedHeadline(facts: Facts, line: number): boolean {
  const words = facts.words[line];
  return (facts.claims[line] & ENDS_SHARE) !== 0 && words >= 4 && words <= 40;
}

/** A video with its running time; in a score, "Boyd 4 run (Strand kick), 8:15", a comma stands before the time. */
export function isTimed(facts: Facts, line: number): boolean {
  const { claims, firstToken, tokens } = facts;
  if ((claims[line] & (STARTS_CLOCK | ENDS_CLOCK)) === 0 || isSentence(facts, line)) return false;
  if (claims[line] & STARTS_CLOCK) return true;
  let at = firstToken[line + 1] - 1;
  while (at > firstToken[line] && ((tokens.flags[at] & KIND) === NUMBER || tokens.hash[at] === CLOCK_COLON)) at--;
  return tokens.hash[at] !== COMMA;
}

/** Begins with a call to the reader: "Contact …". */
export function opensCall(facts: Facts, line: number): boolean {
  return (facts.entries[facts.firstToken[line]] & CALL_VERB) !== 0;
}

/** Ends with "Read more", where a headline has its link. */
export function endsInMore({ bytes, end, start, claims, words }: Facts, line: number): boolean {
  if (claims[line] & TERMINAL || words[line] < MORE_ON.least || words[line] > MORE_ON.most) return false;
  const from = end[line] - READ_MORE.length;
  return from > start[line] && READ_MORE.every((byte, at) => (bytes[from + at] | 0x20) === byte);
}

/** Holds "name@host"; a name on a network, "@name", is none. */
export function hasAddress({ tokens, claims, firstToken }: Facts, line: number): boolean {
  if ((claims[line] & AT_SIGN) === 0) return false;
  for (let at = firstToken[line] + 1; at + 1 < firstToken[line + 1]; at++) {
    const joined = ((tokens.flags[at] | tokens.flags[at + 1]) & SPACED) === 0;
    if (joined && tokens.hash[at] === AT && (tokens.flags[at] & KIND) === SIGN && (tokens.flags[at - 1] & KIND) !== SIGN) return true;
  }
  return false;
}

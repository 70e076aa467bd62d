import { CAPITAL, KIND, SIGN, WORD } from '../../kernel/tokens.ts';
import { AT_SIGN, ENDS_BRACKET } from './claims.ts';
import type { Facts } from './facts.ts';

const OPEN = 0x28;
const CLOSE = 0x29;
const SLASH = 0x2f;
const COLON = 0x3a;
const AT = 0x40;
/** A credit in brackets has so many tokens at most, and a picture's description above it, so many words. */
const MOST_CREDIT_TOKENS = 12;
const LEAST_WORDS = 6;
const MOST_WORDS = 60;

/**
 * Whether a line describes a picture and closes with who took it, as local papers print it: "… in March (Jane Doe/Harbour Post)", "… (Radio
 * Tarrin: Jane Doe)", "… in June. Jane Doe jdoe@harbourpost.example". O(tokens of the line).
 */
export function closesInCredit(facts: Facts, line: number): boolean {
  if (facts.words[line] < LEAST_WORDS || facts.words[line] > MOST_WORDS) return false;
  if (facts.claims[line] & ENDS_BRACKET) return closesInBrackets(facts, line);
  return (facts.claims[line] & AT_SIGN) !== 0 && closesInOwnAddress(facts, line);
}

/** Only names in the brackets, and a slash or a colon with two of them on one side. */
function closesInBrackets({ tokens, firstToken }: Facts, line: number): boolean {
  const { hash, flags } = tokens;
  const from = firstToken[line];
  const close = firstToken[line + 1] - 1;
  if (hash[close] !== CLOSE || (flags[close] & KIND) !== SIGN) return false;
  let before = 0;
  let after = 0;
  let parted = false;
  for (let at = close - 1; at > from && at >= close - MOST_CREDIT_TOKENS; at--) {
    const isSign = (flags[at] & KIND) === SIGN;
    if (isSign && hash[at] === OPEN) return parted && before > 0 && after > 0 && before + after > 2;
    if (isSign && (hash[at] === SLASH || hash[at] === COLON)) parted = true;
    else if ((flags[at] & KIND) === WORD && (flags[at] & CAPITAL) === 0) return false;
    else if ((flags[at] & KIND) !== WORD && !isSign) return false;
    else if (!isSign && parted) before++;
    else if (!isSign) after++;
  }
  return false;
}

/** The last words are an address that begins with an initial and the name in front of it. */
function closesInOwnAddress({ tokens, firstToken, bytes }: Facts, line: number): boolean {
  const { hash, flags, start, end } = tokens;
  const from = firstToken[line];
  const past = firstToken[line + 1];
  let sign = past - 1;
  while (sign > from && !(hash[sign] === AT && (flags[sign] & KIND) === SIGN)) sign--;
  if (sign - from < LEAST_WORDS || past - sign > MOST_CREDIT_TOKENS) return false;
  const name = sign - 2;
  const size = end[name] - start[name];
  if ((flags[name] & CAPITAL) === 0 || end[sign - 1] - start[sign - 1] !== size + 1) return false;
  for (let at = 0; at < size; at++) if ((bytes[start[name] + at] | 0x20) !== (bytes[start[sign - 1] + 1 + at] | 0x20)) return false;
  return true;
}

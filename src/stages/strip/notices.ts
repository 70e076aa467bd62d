import { KIND, SIGN } from '../../kernel/tokens.ts';
import { NOTICE, SENTENCE, TO_READER } from './claims.ts';
import type { Facts } from './facts.ts';
import { phrasesIn } from './hits.ts';
import { bitOf } from './phrases.ts';
import { allKinds } from './place.ts';
import { endsBefore } from './sentenceEnd.ts';
import { START_KINDS, startsSentence, wordsIn } from './sentences.ts';
import { KEPT, verdictOfKind } from './verdicts.ts';

/** Kinds of which any words are enough in a line that speaks to the reader. */
const SPEAKING =
  bitOf('newsletter') | bitOf('share bar') | bitOf('error page') | bitOf('cookie notice') | bitOf('sign-in') | bitOf('comment form');
const COPYRIGHT = bitOf('copyright');
/** A notice is no longer; above SURVEYED words the kernel looks for no phrases. */
const MOST_WORDS = 160;
const SURVEYED = 60;
/** So many parts that are furniture show what the line is, and so much of it has to stand in them. */
const LEAST_PARTS = 2;
const LEAST_SHARE = 0.5;
/** "About us | Contact | Privacy": so many links are a menu. */
const LEAST_LINKS = 4;
const MOST_LINK_WORDS = 6;
const BAR = 0x7c;

/** What the parts of a line say. Scratch. */
const found = { parts: 0, words: 0, furniture: 0, furnitureWords: 0, kinds: 0, opens: false };

/**
 * Marks the lines that are notices: several sentences, or links between bars, of which most are furniture; or the first is, and another, and
 * they speak to the reader. "Leave a reply. Your email address will not be published. Required fields are marked *." Any report
 * may have the words of one such sentence; sentence after sentence, only furniture has. A notice no longer counts as a sentence, so that
 * lists and comments end where it begins. O(tokens).
 */
export function markNotices(facts: Facts, verdicts: Uint8Array): void {
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== KEPT || !mayBeNotice(facts, line)) continue;
    if (!isNotice(facts, line) && !isMenu(facts, line)) continue;
    takeNotice(facts, line, verdictOfKind(found.kinds), verdicts);
  }
}

/** Gives the verdict on a line that is no sentence any more. */
export function takeNotice(facts: Facts, line: number, verdict: number, verdicts: Uint8Array): void {
  verdicts[line] = verdict;
  facts.claims[line] = (facts.claims[line] & ~SENTENCE) | NOTICE;
}

function mayBeNotice(facts: Facts, line: number): boolean {
  const words = facts.words[line];
  return words <= MOST_WORDS && (words > SURVEYED ? (facts.claims[line] & TO_READER) !== 0 : allKinds(facts, line) !== 0);
}

function isNotice(facts: Facts, line: number): boolean {
  if (facts.inner[line] === 0) return false;
  const { tokens } = facts;
  const first = facts.firstToken[line];
  const past = facts.firstToken[line + 1];
  startParts();
  for (let at = first + 1, from = first; at <= past; at++) {
    if (at < past && !(startsSentence(tokens, at) && endsBefore(facts, at, first))) continue;
    addPart(wordsIn(tokens, from, at), kindsIn(facts, line, from, at));
    from = at;
  }
  if (found.furniture < LEAST_PARTS) return false;
  const opens = found.opens && (facts.claims[line] & TO_READER) !== 0;
  return opens || found.furnitureWords >= LEAST_SHARE * found.words;
}

/** Kinds of furniture that a sentence of the line is; as part of one that speaks to the reader it needs less than alone. */
function kindsIn(facts: Facts, line: number, from: number, to: number): number {
  const { strong, weak } = phrasesIn(facts, line, from, to);
  return (strong & START_KINDS) | (weak & COPYRIGHT) | (facts.claims[line] & TO_READER ? weak & SPEAKING : 0);
}

function isMenu(facts: Facts, line: number): boolean {
  const { tokens } = facts;
  const past = facts.firstToken[line + 1];
  startParts();
  for (let at = facts.firstToken[line], from = at; at <= past; at++) {
    if (at < past && ((tokens.flags[at] & KIND) !== SIGN || tokens.hash[at] !== BAR)) continue;
    const words = wordsIn(tokens, from, at);
    if (words > 0 && words <= MOST_LINK_WORDS) addPart(words, phrasesIn(facts, line, from, at).strong);
    else if (words > 0) addPart(words, 0);
    from = at + 1;
  }
  return found.parts >= LEAST_LINKS && found.furniture >= LEAST_SHARE * found.parts;
}

function startParts(): void {
  found.parts = found.words = found.furniture = found.furnitureWords = found.kinds = 0;
  found.opens = false;
}

function addPart(words: number, kinds: number): void {
  found.parts++;
  found.words += words;
  if (kinds === 0) return;
  if (found.parts === 1) found.opens = true;
  found.furniture++;
  found.furnitureWords += words;
  found.kinds |= kinds;
}

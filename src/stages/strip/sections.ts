import { BULLETED, COMMENT_SIGN, OPENS, SENTENCE, TERMINAL, TRAILS_OFF } from './claims.ts';
import type { Facts } from './facts.ts';
import type { Mode } from './page.ts';
import { bitOf } from './phrases.ts';
import { hasColon } from './place.ts';
import {
  addSpokenHeadline,
  addToList,
  beginList,
  beginText,
  endsAsQuestion,
  isHeadline,
  isLastHeadline,
  isQuestionHeadline,
  isSentenceHeadline,
  isTeaser,
  MOST_HEADLINE_WORDS,
} from './teasers.ts';
import type { View } from './view.ts';

/** Runs of furniture that a line opens: what a line is part of. */
export const NO_SECTION = 0;
export const RELATED = 1;
export const COMMENTS = 2;
export const AUTHOR = 3;

/** By line. Scratch: good until the next call of findSections. */
export interface Sections {
  kind: Uint8Array;
  /** The line that opened it. */
  opener: Uint32Array;
}

const REL = bitOf('related list');
const COM = bitOf('comment form');
const AUT = bitOf('author box');
const LOG = bitOf('sign-in');

const MOST_OPENER_WORDS = 12;
/** From one word more on, a headline stands behind the colon. */
const MOST_HEADING_WORDS = 5;
/** A comment form follows a text; so many words of sentences come before it. */
const LEAST_WORDS_BEFORE_COMMENTS = 40;
/** A heading of comments has so many words at most; one that counts them, so many. */
const MOST_COMMENT_WORDS = 14;
const MOST_COUNTED_WORDS = 40;
/** Signs of comments are sought in so many lines. */
const COMMENT_LINES = 30;
/** An author box holds so many sentences at most. */
const AUTHOR_SENTENCES = 2;

/** "• Bees move to school roof The school on Kettle Lane keeps bees …" */
const WRAPPED_ENTRY = BULLETED | TRAILS_OFF;

const sections: Sections = { kind: new Uint8Array(256), opener: new Uint32Array(256) };

/**
 * Finds the sections of the lines in view. O(lines).
 *
 * - Comments: an opener after a text, confirmed by signs of comments or by the text's end; everything after it.
 * - A related list: an opener, its headlines, and the teasers that stand between two headlines; ends where own text resumes.
 * - An author box: its heading, the lines after it, two sentences at most.
 */
export function findSections(facts: Facts, view: View, mode: Mode): Sections {
  if (sections.kind.length < facts.count) {
    sections.kind = new Uint8Array(facts.start.length);
    sections.opener = new Uint32Array(facts.start.length);
  }
  const { kind, opener } = sections;
  const comments = commentsFrom(facts, view);
  beginText(mode);
  let open = NO_SECTION;
  let openedBy = 0;
  let sentencesLeft = 0;
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    kind[line] = NO_SECTION;
    const sentence = (facts.claims[line] & SENTENCE) !== 0;
    if (at === comments || isOpener(facts, line) || isAuthorHeading(facts, line)) {
      open = at === comments ? COMMENTS : isAuthorHeading(facts, line) ? AUTHOR : RELATED;
      openedBy = line;
      if (open === RELATED) beginList(at);
      sentencesLeft = AUTHOR_SENTENCES;
      if (at > comments) open = COMMENTS;
    } else if (at > comments) open = COMMENTS;
    else if (open === AUTHOR && sentence && sentencesLeft-- === 0) open = NO_SECTION;
    else if (open === RELATED && !sentence && facts.words[line] > MOST_HEADLINE_WORDS && !isCutTeaser(facts, view, at)) open = NO_SECTION;
    else if (open === RELATED && sentence && (isQuestionHeadline(facts, view, at) || isSentenceHeadline(facts, view, at)))
      addSpokenHeadline(facts, line);
    else if (open === RELATED && sentence && !isTeaserBelow(facts, view, at)) open = NO_SECTION;
    else if (open === RELATED) addToList(facts, line);
    kind[line] = open;
    opener[line] = openedBy;
    if (open === RELATED && mode === 'light' && openedBy === line && isLink(facts, line)) open = NO_SECTION;
  }
  return sections;
}

/** Opens a list of other articles: "More from International". */
export function isOpener(facts: Facts, line: number): boolean {
  if (facts.claims[line] & OPENS) return true;
  const words = facts.words[line];
  if (((facts.whole[line] | facts.starts[line]) & REL) === 0 || words > MOST_OPENER_WORDS) return false;
  return words <= MOST_HEADING_WORDS || (facts.claims[line] & TERMINAL) === 0 || (isLink(facts, line) && endsAsQuestion(facts, line));
}

/** "Read also: the headline" is a list by itself. */
function isLink(facts: Facts, line: number): boolean {
  return facts.words[line] > MOST_HEADING_WORDS && hasColon(facts, line);
}

/** A teaser stands below a headline, never first, unless it was wrapped into one line with it. */
function isTeaserBelow(facts: Facts, view: View, at: number): boolean {
  if ((facts.claims[view.lines[at]] & WRAPPED_ENTRY) === WRAPPED_ENTRY) return true;
  const above = view.lines[at - 1];
  return !isOpener(facts, above) && (isHeadline(facts, above) || isLastHeadline(above)) && isTeaser(facts, view, at);
}

/** A teaser that is cut off in its first sentence. */
function isCutTeaser(facts: Facts, view: View, at: number): boolean {
  return (facts.claims[view.lines[at]] & TRAILS_OFF) !== 0 && isTeaserBelow(facts, view, at);
}

function isAuthorHeading(facts: Facts, line: number): boolean {
  return (facts.whole[line] & AUT) !== 0 && facts.words[line] <= 5;
}

/** Position in view at which the comments begin; past the end when there are none. */
function commentsFrom(facts: Facts, view: View): number {
  let sentenceWordsAfter = 0;
  for (let at = 0; at < view.count; at++) sentenceWordsAfter += sentenceWords(facts, view.lines[at]);
  let before = 0;
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    const own = sentenceWords(facts, line);
    before += own;
    sentenceWordsAfter -= own;
    if (((facts.whole[line] | facts.starts[line]) & COM) === 0 || facts.words[line] > mostHeadingWords(facts, line)) continue;
    if (before < LEAST_WORDS_BEFORE_COMMENTS) continue;
    if (sentenceWordsAfter === 0 || commentSigns(facts, view, at + 1) >= 2) return at;
  }
  return view.count;
}

/** "12 thoughts on" is followed by the whole headline. */
function mostHeadingWords(facts: Facts, line: number): number {
  return facts.starts[line] & COM && facts.numbers[line] > 0 ? MOST_COUNTED_WORDS : MOST_COMMENT_WORDS;
}

function commentSigns(facts: Facts, view: View, from: number): number {
  let signs = 0;
  for (let at = from; at < Math.min(view.count, from + COMMENT_LINES); at++) {
    const line = view.lines[at];
    const kinds = facts.whole[line] | facts.starts[line] | facts.anywhere[line];
    if (facts.claims[line] & COMMENT_SIGN || kinds & (COM | LOG)) signs++;
  }
  return signs;
}

export function sentenceWords(facts: Facts, line: number): number {
  return facts.claims[line] & SENTENCE ? facts.words[line] : 0;
}

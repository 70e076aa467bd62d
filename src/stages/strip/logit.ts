import { BULLETED, ENDS_COLON, SENTENCE, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import { KINDS } from './phrases.ts';
import { COMMENTS, RELATED, type Sections } from './sections.ts';
import { countTopics, topicOverlap } from './topics.ts';
import type { View } from './view.ts';
import { PHRASE_WEIGHTS, WEIGHTS } from './weights.ts';

/** One term of a logit, for explanations. */
export interface Term {
  readonly name: string;
  readonly value: number;
}

/** Lines of up to so many words are short for a phrase's weight. */
const SHORT_FOR_PHRASE = 12;
const SHORT_FOR_TOPIC = 7;
const NEAR = 3;
const FAR = 8;
/** A sentence between commas or stops says more up to four of them. */
const MOST_MARKS = 4;

const STRONG = Float64Array.from(KINDS, (kind) => PHRASE_WEIGHTS[kind]?.[0] ?? 0);
const IN_SHORT = Float64Array.from(KINDS, (kind) => PHRASE_WEIGHTS[kind]?.[1] ?? 0);
const IN_LONG = Float64Array.from(KINDS, (kind) => PHRASE_WEIGHTS[kind]?.[2] ?? 0);

/** The lines in hand, and where each is among them. Scratch of the text in hand, as all below. */
let inView: View = { lines: new Uint32Array(0), count: 0 };
let placeOf = new Uint32Array(257);
/** Sums over the places before each, so that a line's neighbourhood costs O(1). */
let sentencesBefore = new Uint32Array(257);
let wordsBefore = new Float64Array(257);
let phrasesBefore = new Uint32Array(257);
let allWords = 0;
/** Topics cost a pass over all tokens, and most clean texts never ask. */
let topicsCounted = false;

/** Readies the logits of the lines in view: what is not in view is no neighbour. O(lines). */
export function startLogits(facts: Facts, view: View): void {
  const { count } = view;
  if (sentencesBefore.length <= facts.count) {
    const room = facts.start.length + 1;
    placeOf = new Uint32Array(room);
    sentencesBefore = new Uint32Array(room);
    wordsBefore = new Float64Array(room);
    phrasesBefore = new Uint32Array(room);
  }
  inView = view;
  topicsCounted = false;
  allWords = 0;
  for (let at = 0; at < count; at++) {
    const line = view.lines[at];
    const sentence = (facts.claims[line] & SENTENCE) !== 0;
    placeOf[line] = at;
    allWords += facts.words[line];
    sentencesBefore[at + 1] = sentencesBefore[at] + (sentence ? 1 : 0);
    wordsBefore[at + 1] = wordsBefore[at] + (sentence ? facts.words[line] : 0);
    phrasesBefore[at + 1] = phrasesBefore[at] + (isPhraseLine(facts, line) ? 1 : 0);
  }
}

/** Share of a line's content words that the sentences in view use too; 0–1. Needs startLogits. */
export function overlapOf(facts: Facts, line: number): number {
  if (!topicsCounted) countTopics(facts, inView);
  topicsCounted = true;
  return topicOverlap(facts, line);
}

function isPhraseLine(facts: Facts, line: number): boolean {
  const strong = facts.whole[line] | facts.starts[line];
  return strong !== 0 || (facts.anywhere[line] !== 0 && facts.words[line] <= SHORT_FOR_PHRASE);
}

let sum = 0;
let noted: Term[] | null = null;

function add(name: keyof typeof WEIGHTS, value: number): void {
  const term = WEIGHTS[name] * value;
  sum += term;
  if (noted !== null) noted.push({ name, value: term });
}

/**
 * How much the line reads as own text, from all facts together: log odds, positive for own. Needs startLogits.
 * O(tokens of the line), and O(tokens of the text) once. With `terms`, also lists what it is made of.
 */
export function logit(facts: Facts, sections: Sections, line: number, terms: Term[] | null): number {
  const claims = facts.claims[line];
  const words = facts.words[line];
  const sentence = (claims & SENTENCE) !== 0;
  const terminal = (claims & TERMINAL) !== 0;
  sum = 0;
  noted = terms;

  add('bias', 1);
  if (words <= 1) add('one word', 1);
  else if (words === 2) add('two words', 1);
  else if (words >= 6 && words <= 9) add('6–9 words', 1);
  else if (words >= 16 && words <= 30) add('16–30 words', 1);
  else if (words >= 31 && words <= 60) add('31–60 words', 1);
  else if (words > 60) add('over 60 words', 1);
  if (terminal) add('ends a sentence', 1);
  if (terminal && words < 8) add('short, ends a sentence', 1);
  if (claims & ENDS_COLON) add('ends with a colon', 1);
  if (claims & BULLETED) add('bullet', 1);
  add('sentence ends inside', Math.min(MOST_MARKS, facts.inner[line]) / 2);
  add('commas', Math.min(MOST_MARKS, facts.commas[line]) / 2);
  add('capitals', facts.capitalShare[line]);
  add('function words', facts.functionShare[line]);
  const overlap = overlapOf(facts, line);
  if (words <= SHORT_FOR_TOPIC) add('words of the text, short line', overlap);
  else add('words of the text, long line', overlap);
  addPlace(facts, line, sentence);
  if (sections.kind[line] === COMMENTS) add(sentence ? 'sentence in comments' : 'in comments', 1);
  else if (sections.kind[line] === RELATED && !sentence) add('in a related list', 1);
  addPhrases(facts, line);
  return sum;
}

/** Terms of a line's place in the text. */
function addPlace(facts: Facts, line: number, sentence: boolean): void {
  const { count } = inView;
  const at = placeOf[line];
  const total = wordsBefore[count];
  if (wordsBefore[at] === 0) add('no sentence before it', 1);
  if (total === wordsBefore[at + 1]) add('no sentence after it', 1);
  if (total > 0) add('late in the text', wordsBefore[at] / total);
  if (between(sentencesBefore, at - 1, at) > 0) add('after a sentence', 1);
  if (between(sentencesBefore, at + 1, at + 2) > 0) add('before a sentence', 1);
  const own = sentence ? 1 : 0;
  add('sentences around it', (between(sentencesBefore, at - NEAR, at + NEAR + 1) - own) / (2 * NEAR));
  add('sentences in the part', (between(sentencesBefore, at - FAR, at + FAR + 1) - own) / (2 * FAR));
  if (between(phrasesBefore, at - 1, at) > 0) add('after furniture words', 1);
  if (between(phrasesBefore, at + 1, at + 2) > 0) add('before furniture words', 1);
  const ownPhrase = isPhraseLine(facts, line) ? 1 : 0;
  const phrases = (between(phrasesBefore, at - FAR, at + FAR + 1) - ownPhrase) / (2 * FAR);
  add(sentence ? 'sentence among furniture words' : 'among furniture words', phrases);
  const share = total / Math.max(1, allWords);
  add(sentence ? 'sentence in a text of sentences' : 'fragment in a text of sentences', share);
}

/** How many lie at the places from `from` to before `to`; places outside the text hold none. */
function between(before: Uint32Array, from: number, to: number): number {
  return before[Math.min(inView.count, to)] - before[Math.min(inView.count, Math.max(0, from))];
}

function addPhrases(facts: Facts, line: number): void {
  const strong = facts.whole[line] | facts.starts[line];
  const weak = facts.anywhere[line];
  if ((strong | weak) === 0) return;
  const inLine = facts.words[line] <= SHORT_FOR_PHRASE ? IN_SHORT : IN_LONG;
  for (let kind = 0; kind < KINDS.length; kind++) {
    const weights = strong & (1 << kind) ? STRONG : weak & (1 << kind) ? inLine : null;
    if (weights === null || weights[kind] === 0) continue;
    sum += weights[kind];
    if (noted !== null) noted.push({ name: `words of a ${KINDS[kind]}`, value: weights[kind] });
  }
}

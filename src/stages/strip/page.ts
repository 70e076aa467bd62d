import { SENTENCE, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import { bitOf } from './phrases.ts';
import { BY_PLACE, KEPT } from './verdicts.ts';
import type { View } from './view.ts';

/** How a text is read: as an extractor's output with some furniture left, as a whole page, or something between. */
export type Mode = 'light' | 'mixed' | 'heavy';

const OPENERS = bitOf('related list') | bitOf('comment form');
const AUTHOR_BOX = bitOf('author box');

/** A page has so many lines, and so many of them (share) are links of a menu: up to four words and no full stop. */
const LEAST_PAGE_LINES = 15;
const LEAST_LINK_SHARE = 0.3;
const MOST_LINK_WORDS = 4;
/** A text of which more than this share of words stands in sentences is no page. */
const MOST_SENTENCE_SHARE = 0.95;
/** Lines of furniture phrases that make a page heavy (and their share), or mixed. */
const HEAVY_LINES = 5;
const HEAVY_SHARE = 0.03;
const MIXED_LINES = 3;
/** A mixed page gets the benefit of the doubt. */
const MIXED_BIAS = 1;
/** So many links above the first sentence are a menu, in whatever language. */
const MENU_LINKS = 50;

/** The mode of the lines in view. A repeated line counts once. O(lines). */
export function modeOf(facts: Facts, view: View): Mode {
  let lines = 0;
  let links = 0;
  let phraseLines = 0;
  let menuLinks = 0;
  let words = 0;
  let sentenceWords = 0;
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    words += facts.words[line];
    if (facts.claims[line] & SENTENCE) sentenceWords += facts.words[line];
    if (facts.repeated[line] & 2) continue;
    lines++;
    if (facts.words[line] <= MOST_LINK_WORDS && (facts.claims[line] & TERMINAL) === 0) {
      links++;
      // A table of results has numbers.
      if (sentenceWords === 0 && facts.numbers[line] === 0) menuLinks++;
    }
    if (facts.whole[line] | facts.starts[line]) phraseLines++;
  }
  if (lines < LEAST_PAGE_LINES || links < LEAST_LINK_SHARE * lines) return 'light';
  if (sentenceWords > MOST_SENTENCE_SHARE * words) return 'light';
  if (phraseLines >= HEAVY_LINES && phraseLines >= HEAVY_SHARE * lines) return 'heavy';
  return phraseLines >= MIXED_LINES || (menuLinks >= MENU_LINKS && sentenceWords > 0) ? 'mixed' : 'light';
}

/** Whether the lines in view are nearly all running text. */
export function isClean(facts: Facts, view: View): boolean {
  let words = 0;
  let sentenceWords = 0;
  for (let at = 0; at < view.count; at++) {
    words += facts.words[view.lines[at]];
    if (facts.claims[view.lines[at]] & SENTENCE) sentenceWords += facts.words[view.lines[at]];
  }
  return sentenceWords > MOST_SENTENCE_SHARE * words;
}

/** States a page goes through: furniture before the article, the article, furniture inside it, furniture after it. */
const HEAD = 0;
const OWN = 1;
const ISLAND = 2;
const TAIL = 3;
const STATES = 4;

/** A logit beyond this says no more. */
const MOST_LOGIT = 6;
/** Cost of stepping onto an island and off it again. */
const ISLAND_COST = 0.5;
/** Gain of beginning the tail at an opener. */
const OPENER_GAIN = 1;
/** Cost of a page without an article. */
const EMPTY_COST = 2;
/** Sentences in the tail cost half: comments and teasers are sentences too. */
const TAIL_SENTENCE = 0.5;
/** Fewer words are no article: then the sentences with the best logits stay. */
const LEAST_WORDS = 15;
const NEAR_BEST = 2;

/** Kinds of which the words start or are one of the lines from `from` to `to`: those not in view, which are gone, open lists too. */
export function kindsSince(facts: Facts, from: number, to: number): { readonly starts: number; readonly whole: number } {
  let starts = 0;
  let whole = 0;
  for (let line = from; line <= to; line++) {
    starts |= facts.starts[line];
    whole |= facts.whole[line];
  }
  return { starts, whole };
}

/** Where each state of each line came from; scratch. */
let from = new Uint8Array(1024);

/**
 * Marks which of the lines in view a page's article is not, by the best path through head → own ⇄ island → tail (Viterbi): every line gains in
 * OWN what its logit says, elsewhere what it says against. O(lines).
 */
export function findArticle(facts: Facts, view: View, logits: Float64Array, mode: Mode, verdicts: Uint8Array): void {
  const { lines, count } = view;
  if (from.length < STATES * count) from = new Uint8Array(STATES * facts.start.length);
  const bias = mode === 'mixed' ? MIXED_BIAS : 0;
  let head = 0;
  let own = 0;
  let island = Number.NEGATIVE_INFINITY;
  let tail = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) {
    const line = lines[at];
    const value = Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, logits[line] + bias)) / 2;
    const gain = Math.max(value, 0);
    const loss = Math.min(value, 0);
    const row = STATES * at;
    if (at === 0) {
      head = -gain - loss;
      own = value;
      continue;
    }
    const { starts, whole } = kindsSince(facts, lines[at - 1] + 1, line);
    const opens = ((starts | whole) & OPENERS) !== 0 || (whole & AUTHOR_BOX) !== 0 ? OPENER_GAIN : 0;

    const toOwn = Math.max(head, own, island - ISLAND_COST);
    from[row + OWN] = toOwn === island - ISLAND_COST ? ISLAND : toOwn === own ? OWN : HEAD;
    const toIsland = Math.max(own - ISLAND_COST, island);
    from[row + ISLAND] = toIsland === island ? ISLAND : OWN;
    const toTail = Math.max(own + opens, island + ISLAND_COST + opens, tail);
    from[row + TAIL] = toTail === tail ? TAIL : toTail === own + opens ? OWN : ISLAND;
    from[row + HEAD] = HEAD;

    head += -gain - loss;
    own = toOwn + value;
    island = toIsland - gain - loss;
    tail = toTail - TAIL_SENTENCE * gain - loss;
  }
  head -= EMPTY_COST;
  const best = Math.max(head, own, island, tail);
  let state = best === tail ? TAIL : best === island ? ISLAND : best === own ? OWN : HEAD;
  let words = 0;
  for (let at = count - 1; at >= 0; at--) {
    const line = lines[at];
    verdicts[line] = state === OWN ? KEPT : BY_PLACE;
    if (state === OWN) words += facts.words[line];
    state = from[STATES * at + state];
  }
  if (words < LEAST_WORDS) keepBestSentences(facts, view, logits, verdicts);
}

function keepBestSentences(facts: Facts, { lines, count }: View, logits: Float64Array, verdicts: Uint8Array): void {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) best = Math.max(best, logits[lines[at]]);
  for (let at = 0; at < count; at++) {
    const line = lines[at];
    const stays = facts.claims[line] & SENTENCE && logits[line] > best - NEAR_BEST;
    verdicts[line] = stays ? KEPT : BY_PLACE;
  }
}

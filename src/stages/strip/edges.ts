import { DATED, ENDS_COLON, NOTICE, SENTENCE, TERMINAL, TRAIL } from './claims.ts';
import type { Facts } from './facts.ts';
import { isSentence, nextOwnSentence, type Place } from './place.ts';
import { KEPT, verdictOf } from './verdicts.ts';

/** A line is doubtful when its logit plus this is negative: in a text with little furniture, own text has the benefit. */
export const BENEFIT = 0.5;
const CAPTION = verdictOf('photo caption');
const PICTURE = verdictOf('picture description');
const AFTER = verdictOf('after the article');
const BEFORE = verdictOf('before the article');
const HEADING = verdictOf('heading of furniture');
const DATE = verdictOf('date line');
const MENU = verdictOf('menu');
const WAY = verdictOf('way to the page');

/** Above an article with other furniture, a line that is only a date, or the way to the page, goes too. */
export function stripDates(here: Place, title: number): void {
  const { facts, view, verdicts } = here;
  const { lines, count } = view;
  const first = nextOwnSentence(here, 0, 1);
  if (first === 0 || first >= count) return;
  let furniture = 0;
  while (furniture < count && verdicts[lines[furniture]] === KEPT) furniture++;
  if (furniture === count) return;
  for (let at = 0; at < first; at++) {
    const line = lines[at];
    if (verdicts[line] !== KEPT || line === title) continue;
    if (facts.claims[line] & DATED) verdicts[line] = DATE;
    else if (facts.claims[line] & TRAIL) verdicts[line] = WAY;
  }
}

/** Lines beside furniture that no rule names, before the first and after the last sentence of the article. */
export function stripEdges(here: Place, logitOf: (line: number) => number, title: number): void {
  const { facts, view, verdicts } = here;
  const { lines, count } = view;
  const last = nextOwnSentence(here, count - 1, -1);
  let furniture = false;
  for (let at = last + 1; at < count; at++) {
    const line = lines[at];
    if (verdicts[line] !== KEPT) furniture = true;
    else if (furniture && !isSentence(facts, line) && facts.words[line] <= 14) {
      if (facts.repeated[line] !== 0 || logitOf(line) + BENEFIT < 0) verdicts[line] = AFTER;
    }
  }
  if (last >= 0) stripHeadings(here, last);
  stripHead(here, logitOf, title);
  if (title >= 0) stripMenu(here, title);
}

/** "Uncommon Knowledge": a short heading after the article, of sentences that are all furniture. */
function stripHeadings({ facts, view, verdicts }: Place, last: number): void {
  const { lines, count } = view;
  for (let at = count - 2; at > last; at--) {
    const line = lines[at];
    const below = lines[at + 1];
    if (verdicts[line] !== KEPT || verdicts[below] === KEPT || (facts.claims[below] & (SENTENCE | NOTICE)) === 0) continue;
    const heading = facts.words[line] <= 8 && (facts.claims[line] & (TERMINAL | ENDS_COLON)) === 0 && facts.numbers[line] === 0;
    if (heading) verdicts[line] = HEADING;
  }
}

/** Short lines among furniture before the article, and the description of a picture above its caption. */
function stripHead(here: Place, logitOf: (line: number) => number, title: number): void {
  const { facts, view, verdicts } = here;
  const { lines } = view;
  const first = nextOwnSentence(here, 0, 1);
  let firstFurniture = 0;
  while (firstFurniture < first && verdicts[lines[firstFurniture]] === KEPT) firstFurniture++;
  let furniture = false;
  for (let at = Math.min(first, view.count) - 1; at > 0; at--) {
    const line = lines[at];
    if (verdicts[line] !== KEPT) {
      furniture = true;
      continue;
    }
    if (isSentence(facts, line) || !furniture || line === title) continue;
    if (verdicts[lines[at + 1]] === CAPTION && isRowOfNames(facts, line)) verdicts[line] = PICTURE;
    else if (firstFurniture < at && facts.words[line] <= 8 && logitOf(line) + BENEFIT < -0.5) verdicts[line] = BEFORE;
  }
}

/** All words with capitals, hardly a function word: tags, or what a picture shows. ("War" is one, in German.) */
function isRowOfNames(facts: Facts, line: number): boolean {
  const words = facts.words[line];
  return words >= 3 && words <= 15 && facts.functionWords[line] <= 1 && facts.capitalShare[line] === 1;
}

/** So many short lines above the title are a menu. */
const MENU_LINES = 3;
const MENU_WORDS = 3;

/** A menu above the title: three lines or more of up to three words. */
function stripMenu({ facts, view, verdicts }: Place, title: number): void {
  const isShort = (line: number) => facts.words[line] <= MENU_WORDS && (facts.claims[line] & TERMINAL) === 0;
  let short = 0;
  for (let at = 0; at < view.count && view.lines[at] !== title; at++) if (isShort(view.lines[at])) short++;
  if (short < MENU_LINES) return;
  for (let at = 0; at < view.count && view.lines[at] !== title; at++) {
    const line = view.lines[at];
    if (verdicts[line] === KEPT && isShort(line)) verdicts[line] = MENU;
  }
}

import { isCapitalHeadline } from './capitals.ts';
import { cancelDoubtfulSections } from './doubtfulSections.ts';
import { BENEFIT, stripDates, stripEdges } from './edges.ts';
import type { Facts } from './facts.ts';
import { findGalleries } from './gallery.ts';
import { bitOf } from './phrases.ts';
import { hasColon, isOwnSentence, nextOwnSentence, type Place } from './place.ts';
import { isQuiet, RULES } from './rules.ts';
import { NO_SECTION, type Sections } from './sections.ts';
import { isSharedHeadline, isTimed } from './signs.ts';
import { findTitle } from './title.ts';
import { KEPT } from './verdicts.ts';
import type { View } from './view.ts';

const REL = bitOf('related list');

/**
 * Marks the furniture among the lines in view that are still kept. `logitOf` is asked only for lines that a rule doubts.
 * With `edges`, the first line may be the title, and lines beside furniture at the head and the tail are doubted too.
 * O(lines × rules), which is O(lines).
 */
export function stripResidue(
  facts: Facts,
  sections: Sections,
  view: View,
  verdicts: Uint8Array,
  logitOf: (line: number) => number,
  edges: boolean,
): void {
  cancelDoubtfulSections(facts, sections, view, verdicts);
  const here = placeIn(facts, sections, view, verdicts);
  const title = edges && here.first < view.count ? titleOf(here) : -1;
  stripDown(here, title, logitOf);
  stripUp(here, title, logitOf);
  stripDates(here, title);
  if (edges) stripEdges(here, logitOf, title);
}

function placeIn(facts: Facts, sections: Sections, view: View, verdicts: Uint8Array): Place {
  const here: Place = {
    facts,
    sections,
    view,
    verdicts,
    at: 0,
    first: view.count,
    last: -1,
    clocks: 0,
    shares: 0,
    capitals: 0,
  };
  findGalleries(facts, view);
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    if (isOwnSentence(here, line)) {
      if (here.first === view.count) here.first = at;
      here.last = at;
    } else if (isTimed(facts, line)) here.clocks++;
    if (isSharedHeadline(facts, line)) here.shares++;
    if (isCapitalHeadline(facts, view, at)) here.capitals++;
  }
  return here;
}

/** All lines, from the top. The head peels off: what follows a removed first sentence is at the head as well. */
function stripDown(here: Place, title: number, logitOf: (line: number) => number): void {
  const { view, verdicts } = here;
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    here.at = at;
    if (verdicts[line] === KEPT && line !== title) verdicts[line] = judgeLine(here, line, logitOf);
    if (at === here.first && verdicts[line] !== KEPT) here.first = nextOwnSentence(here, at + 1, 1);
  }
}

/** The lines from the last sentence on, from the bottom: the tail peels off likewise. */
function stripUp(here: Place, title: number, logitOf: (line: number) => number): void {
  const { view, verdicts } = here;
  here.last = nextOwnSentence(here, view.count - 1, -1);
  for (let at = view.count - 1; at >= 0 && at >= here.last; at--) {
    here.at = at;
    const line = view.lines[at];
    if (verdicts[line] === KEPT && line !== title) verdicts[line] = judgeLine(here, line, logitOf);
    if (at === here.last && verdicts[line] !== KEPT) here.last = nextOwnSentence(here, at - 1, -1);
  }
}

/** The verdict of the first rule that takes the line. */
function judgeLine(here: Place, line: number, logitOf: (line: number) => number): number {
  if (isQuiet(here, line)) return KEPT;
  const { facts, sections, at, last } = here;
  const isSubheading = facts.starts[line] & REL && sections.kind[line] === NO_SECTION && facts.words[line] <= 5 && at < last;
  if (isSubheading && !hasColon(facts, line)) return KEPT;
  let doubtful = 0;
  for (const rule of RULES) {
    const verdict = rule.verdict(here, line);
    if (verdict === KEPT) continue;
    if (rule.certain) return verdict;
    if (doubtful === 0) doubtful = logitOf(line) + BENEFIT < 0 ? 1 : -1;
    if (doubtful > 0) return verdict;
  }
  return KEPT;
}

/** The line that is the title: the only one above the first own sentence that may be, or the best of several. */
function titleOf({ facts, sections, view, verdicts, first }: Place): number {
  open.count = 0;
  for (let at = Math.max(0, first - TITLE_REACH); at < first; at++) {
    const line = view.lines[at];
    if (verdicts[line] === KEPT && sections.kind[line] === NO_SECTION) open.lines[open.count++] = line;
  }
  return findTitle(facts, open, verdicts, open.count, 0);
}

/** So many lines may stand between the title and the first sentence. */
const TITLE_REACH = 24;
/** Those of them that may be it. Scratch. */
const open = { lines: new Uint32Array(TITLE_REACH), count: 0 };

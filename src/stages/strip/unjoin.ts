import { withRoom } from '../../columns/grow.ts';
import { findRunKeys, type RunKeys } from '../../kernel/lines/keys.ts';
import { LONG_LINE, partEnd } from '../../kernel/lines/parts.ts';
import { COLON, isSignAt, isTerminal } from '../../kernel/lines/signs.ts';
import { CAPITAL, KIND, NUMBER, SIGN, SPACED, type Tokens, WORD } from '../../kernel/tokens.ts';
import { type Facts, readFacts } from './facts.ts';
import { type Gallery, galleryIn, MOST_CAPTION } from './gallery.ts';
import { phrasesIn } from './hits.ts';
import { corpusSays, findShared, KEEPS, type SharedLines } from './shared.ts';
import { KEPT, nameOf, type RuleName } from './verdicts.ts';

/** No page has more tokens; to look through a text that does would take seconds. */
const MOST_TOKENS = 20_000;
/** A line of furniture has so many words at most. */
const MOST_WORDS = 100;
/** A known line is cut out from so many words on: amid a sentence, at an end of one, between two. Fewer will do with a phrase of furniture. */
const LEAST_WORDS = [12, 8, 1];
const LEAST_PHRASE_WORDS = [4, 2, 1];
/** So many words will do where the line, and no sentence alone, begins or ends. */
const LEAST_WORDS_AT_END = 4;
/** Fewer tokens before a gallery are its own. */
const LEAST_BEFORE_GALLERY = 10;
const NEWLINE = 0x0a;

/** Places in a line where a line that was joined to it may have begun, its end the last of them. Scratch. */
const places = {
  count: 0,
  token: new Uint32Array(512),
  /** 1 behind the end of a sentence. */
  ended: new Uint8Array(512),
  /** Longest known line from here: the place where it ends, and its words; 0 for none. */
  knownTo: new Uint32Array(512),
  words: new Uint32Array(512),
};
const runs: RunKeys = { count: 0, place: new Uint32Array(512), key: new Float64Array(512), words: new Uint32Array(512) };
/** Slots that leave no run out. */
const ANY = Uint32Array.of(1);
/** First tokens of what is cut off, ascending. Scratch. */
let cuts: number[] = [];

/**
 * The facts of a text whose lines were joined (kernel/lines/parts.ts), as they are when it is cut again where the corpus knows a line, and
 * around a gallery. Lines that this page alone has stay joined to their neighbours. O(tokens × MOST_WORDS) up to MOST_TOKENS.
 */
export function unjoin(facts: Facts, shared: SharedLines | null): Facts {
  cuts = [];
  eachJoined(facts, (line, gallery) => {
    if (gallery !== null) cutGallery(facts, line, gallery);
    else if (shared !== null) cutKnown(facts, line, shared);
  });
  return cuts.length === 0 ? facts : readCut(facts);
}

/** The keys of all runs of tokens that `unjoin` may look up; some of them more than once. O(tokens × MOST_WORDS) up to MOST_TOKENS. */
export function eachRunKey(facts: Facts, see: (key: number) => void): void {
  const { tokens, firstToken } = facts;
  eachJoined(facts, (line, gallery) => {
    if (gallery !== null) return;
    findPlaces(tokens, firstToken[line], firstToken[line + 1]);
    for (let from = 0; from < places.count; from++) {
      findRunKeys(tokens, places.token, from, places.count - 1, MOST_WORDS, ANY, runs);
      for (let run = 0; run < runs.count; run++) see(runs.key[run]);
    }
  });
}

/** The lines to which others were joined, with what is counted in them as a gallery. */
function eachJoined(facts: Facts, see: (line: number, gallery: Gallery | null) => void): void {
  if (facts.tokens.count > MOST_TOKENS) return;
  for (let line = 0; line < facts.count; line++) {
    if (facts.firstToken[line + 1] - facts.firstToken[line] > LONG_LINE) see(line, galleryIn(facts, line));
  }
}

/** The facts of the text with a blank line put in at each cut; places are those of the text itself. O(bytes). */
function readCut({ bytes, tokens }: Facts): Facts {
  const places = Uint32Array.from(cuts, (cut) => tokens.start[cut]);
  const copy = new Uint8Array(bytes.length + 2 * places.length).fill(NEWLINE);
  for (let i = 0, from = 0; i <= places.length; i++) {
    const to = i < places.length ? places[i] : bytes.length;
    copy.set(bytes.subarray(from, to), from + 2 * i);
    from = to;
  }
  const facts = readFacts(copy);
  facts.bytes = bytes;
  moveBack(facts.start, facts.count, places);
  moveBack(facts.end, facts.count, places);
  moveBack(facts.tokens.start, facts.tokens.count, places);
  moveBack(facts.tokens.end, facts.tokens.count, places);
  return facts;
}

/** Turns places in the copy, ascending, into those in the text. */
function moveBack(column: Uint32Array, count: number, places: Uint32Array): void {
  for (let at = 0, cut = 0; at < count; at++) {
    while (cut < places.length && column[at] > places[cut] + 2 * cut) cut++;
    column[at] -= 2 * cut;
  }
}

function cutBefore(tokens: Tokens, at: number, first: number): void {
  // A bullet, or a quotation mark, goes with the word behind it.
  const opens = at - 1 > first && (tokens.flags[at - 1] & KIND) === SIGN && (tokens.flags[at - 1] & SPACED) !== 0;
  const place = opens ? at - 1 : at;
  if (place > first && place > (cuts.at(-1) ?? 0)) cuts.push(place);
}

/** Cuts out the pictures that a line counts, as a line of their own, so that what is around them does not go with them. */
function cutGallery(facts: Facts, line: number, gallery: Gallery): void {
  const first = facts.firstToken[line];
  const past = facts.firstToken[line + 1];
  if (gallery.first - first >= LEAST_BEFORE_GALLERY) cutBefore(facts.tokens, gallery.first - 1, first);
  if (past - gallery.past > MOST_CAPTION) cutBefore(facts.tokens, gallery.past, first);
}

/** Cuts out the lines that the corpus knows, and whose place in the line is no accident. */
function cutKnown(facts: Facts, line: number, shared: SharedLines): void {
  const { tokens, firstToken } = facts;
  findPlaces(tokens, firstToken[line], firstToken[line + 1]);
  findKnown(tokens, shared);
  const { token, knownTo, words } = places;
  const last = places.count - 1;
  let free = 0;
  for (let from = 0; from < last; ) {
    // Known lines one behind the other.
    let to = from;
    let sum = 0;
    for (; to < last && knownTo[to] > 0; to = knownTo[to]) sum += words[to];
    if (to === from || sum < leastWords(facts, line, from, to, from === free)) {
      from++;
      continue;
    }
    for (let at = from; at < to; at = knownTo[at]) {
      // "Read also:" and a headline are one line.
      if (at === from || !isSignAt(tokens, token[at] - 1, COLON, COLON)) cutBefore(tokens, token[at], token[0]);
    }
    if (to < last) cutBefore(tokens, token[to], token[0]);
    from = free = to;
  }
}

function leastWords(facts: Facts, line: number, from: number, to: number, isFree: boolean): number {
  const { count, token, ended } = places;
  const sides = (ended[from] || isFree ? 1 : 0) + ended[to];
  const { strong, weak } = phrasesIn(facts, line, token[from], token[to]);
  if ((strong | weak) !== 0) return LEAST_PHRASE_WORDS[sides];
  return from === 0 || to === count - 1 ? Math.min(LEAST_WORDS[sides], LEAST_WORDS_AT_END) : LEAST_WORDS[sides];
}

function findPlaces(tokens: Tokens, first: number, past: number): void {
  places.count = 0;
  addPlace(first, 1);
  for (let at = first + 1, end = partEnd(tokens, first, past); at < past; at++) {
    const isEnd = at === end;
    if (isEnd) end = partEnd(tokens, at, past);
    if (isEnd || mayStart(tokens, at)) addPlace(at, isEnd ? 1 : 0);
  }
  addPlace(past, 1);
}

function addPlace(token: number, ended: number): void {
  const place = places.count++;
  if (place === places.token.length) {
    places.token = withRoom(places.token, place + 1);
    places.ended = withRoom(places.ended, place + 1);
    places.knownTo = withRoom(places.knownTo, place + 1);
    places.words = withRoom(places.words, place + 1);
    runs.place = withRoom(runs.place, place + 1);
    runs.key = withRoom(runs.key, place + 1);
    runs.words = withRoom(runs.words, place + 1);
  }
  places.token[place] = token;
  places.ended[place] = ended;
}

/** Finds the longest line from each place that the corpus may take. */
function findKnown(tokens: Tokens, shared: SharedLines): void {
  const { count, token, knownTo, words } = places;
  for (let from = 0; from < count; from++) {
    knownTo[from] = words[from] = 0;
    findRunKeys(tokens, token, from, count - 1, MOST_WORDS, shared.slots, runs);
    for (let run = runs.count - 1; run >= 0; run--) {
      const row = findShared(shared, runs.key[run]);
      if (row < 0 || corpusSays(shared, row, runs.words[run], false, true) === KEEPS) continue;
      knownTo[from] = runs.place[run];
      words[from] = runs.words[run];
      break;
    }
  }
}

/** A word with a capital, or a number; sentences begin with other signs, too. */
function mayStart({ hash, flags }: Tokens, at: number): boolean {
  const flag = flags[at];
  const kind = flag & KIND;
  if (kind === NUMBER) return (flag & SPACED) !== 0;
  if (kind !== WORD || (flag & CAPITAL) === 0) return false;
  return (flag & SPACED) !== 0 || ((flags[at - 1] & KIND) === SIGN && isTerminal(hash[at - 1]));
}

/** Verdicts on a long line as a whole: what the corpus and the user say is of all its words, and so are a gallery and a repetition. */
const WHOLE = new Set<RuleName>([
  'no own text',
  'furniture file',
  'shared by other articles',
  'gallery counters',
  'text again in one line',
]);

/**
 * Gives back the long lines of a text whose lines were joined, but for those that go as a whole: what a rule sees in them, it sees in one of
 * the lines that were joined. O(lines).
 */
export function keepJoined(facts: Facts, verdicts: Uint8Array): void {
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] === KEPT || facts.firstToken[line + 1] - facts.firstToken[line] <= LONG_LINE) continue;
    if (!WHOLE.has(nameOf(verdicts[line]) as RuleName)) verdicts[line] = KEPT;
  }
}

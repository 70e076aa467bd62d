import { isCapitalHeadline } from './capitals.ts';
import { DANGLING, ENDS_BRACKET, ENDS_COLON, ENDS_CREDIT, ENDS_NAMES, NAMES_OUTLET, SENTENCE, TERMINAL, TO_READER } from './claims.ts';
import { closesInCredit } from './credits.ts';
import { countsPictures, isPicture } from './gallery.ts';
import { isReport } from './gate.ts';
import { bitOf } from './phrases.ts';
import { allKinds, isSentence, isTerminal, type Place, strongKinds } from './place.ts';
import { NO_SECTION } from './sections.ts';
import { endsInMore, hasAddress, isCutReport, isSeveral, isSharedHeadline, isTimed, LOUD, opensCall } from './signs.ts';
import { KEPT, verdictOf, verdictOfKind } from './verdicts.ts';

/** A reason to strip a line of a text with little furniture. */
export interface Rule {
  /** True: the rule is enough. False: the logit must find the line doubtful too. */
  readonly certain: boolean;
  /** The verdict on a line, or KEPT. Rules are asked in order, and the first verdict that counts stands. */
  verdict(place: Place, line: number): number;
}

const BYL = bitOf('by-line');
const CPY = bitOf('copyright');
const REL = bitOf('related list');
const CAP = bitOf('photo credit');
const SHR = bitOf('share bar');
const SUB = bitOf('newsletter');
const ADV = bitOf('advertisement') | bitOf('link to more');
const UPDATES = bitOf('update notice');
const CREDIT = bitOf('reporter credit');
const COM = bitOf('comment form');
const AUT = bitOf('author box');
const LOG = bitOf('sign-in');
const CKI = bitOf('cookie notice');
const ERR = bitOf('error page');
const CALLS = ADV | SUB | SHR | AUT | CPY;
/** Kinds that also close or open a text as whole sentences. */
const NOTICES = CPY | SUB | SHR | LOG | CKI | COM | AUT;
const HEAD_NOTICES = CKI | LOG | SUB | ERR;
/** Their words are answers too: "No." */
const ANSWERS = bitOf('navigation') | SHR;
/** A text of so few lines is a brief. */
const BRIEF_LINES = 3;
/** So many of a kind make a list. */
const LIST = 3;
/** A line that begins with words of furniture is furniture up to so many words; with a headline after them, up to so many. */
const PHRASE_WORDS = 14;
const HEADLINE_WORDS = 25;
/** Fewer after "Photo:" are its credit alone. */
const CAPTION_WORDS = 3;
/** A longer notice says what was corrected. */
const UPDATE_WORDS = 16;
/** Who has helped, and where to write to, takes no more words. */
const CREDIT_WORDS = 45;
const ADDRESS_WORDS = 12;
/** One may be a subheading. */
const CAPITAL_HEADLINES = 2;
const MORE = verdictOfKind(bitOf('link to more'));
const CAPTION = verdictOf('photo caption');
const GALLERY = verdictOf('gallery counters');
const VIDEOS = verdictOf('video list');
const HEADLINES = verdictOf('headlines with share buttons');
const CAPITALS = verdictOf('headlines in capitals');
const REPEATED = verdictOf('repeated line');
const DANGLES = verdictOf('link without its target');
const TWO_KINDS = verdictOf('two kinds of furniture');
const OUTLET = verdictOf('about the outlet');
const SECTION_VERDICTS = [KEPT, verdictOf('related list'), verdictOf('comments'), verdictOf('author box')];

/** The rules for a text with little furniture, in order. To add one, add a row, and the sign it asks for to isQuiet below. */
export const RULES: readonly Rule[] = [
  // Part of a related list, a comment form, an author box.
  { certain: true, verdict: ({ sections }, line) => SECTION_VERDICTS[sections.kind[line]] },
  // "Mourners in Tarrin on Monday. Photo: Jane Doe/AP"; "Image: Mourners in Tarrin"
  {
    certain: true,
    verdict({ facts }, line) {
      const claims = facts.claims[line];
      if (facts.starts[line] & CAP && (claims & (SENTENCE | ENDS_COLON)) === 0 && facts.words[line] >= CAPTION_WORDS) return CAPTION;
      if (claims & ENDS_NAMES && (claims & SENTENCE) === 0) return CAPTION;
      if (closesInCredit(facts, line)) return CAPTION;
      if ((claims & ENDS_CREDIT) === 0 || claims & ENDS_COLON) return KEPT;
      return (claims & TERMINAL) === 0 || claims & ENDS_BRACKET ? CAPTION : KEPT;
    },
  },
  // "1 of 12 … 2 of 12 … 3 of 12 …" in one line.
  { certain: true, verdict: ({ facts }, line) => (facts.words[line] >= 40 && countsPictures(facts, line) ? GALLERY : KEPT) },
  // "Image 2 of 12 Mourners in Tarrin", after an "Image 1 of 12 …".
  { certain: true, verdict: ({ facts }, line) => (isPicture(facts, line) ? GALLERY : KEPT) },
  // "COUNCIL SPLIT OVER FERRY RAMP", twice or more.
  {
    certain: true,
    verdict({ facts, view, at, capitals }) {
      return capitals >= CAPITAL_HEADLINES && isCapitalHeadline(facts, view, at) ? CAPITALS : KEPT;
    },
  },
  // "3:37 The chess champion", three times or more.
  {
    certain: true,
    verdict({ facts, clocks }, line) {
      return clocks >= LIST && isTimed(facts, line) ? VIDEOS : KEPT;
    },
  },
  // "Council votes on park Share", three times or more.
  { certain: true, verdict: ({ facts, shares }, line) => (shares >= LIST && isSharedHeadline(facts, line) ? HEADLINES : KEPT) },
  // "Follow us on …" after the text.
  {
    certain: true,
    verdict({ facts, at, last }, line) {
      const calls = strongKinds(facts, line) & CALLS;
      return calls !== 0 && at >= last && facts.words[line] <= 25 ? verdictOfKind(calls) : KEPT;
    },
  },
  // "(Reporting by Jane Doe; Editing by John Roe)" after the text.
  {
    certain: true,
    verdict({ facts, at, last }, line) {
      const isCredit = allKinds(facts, line) & AUT && facts.claims[line] & ENDS_BRACKET && facts.words[line] <= 40;
      return at >= last && isCredit ? verdictOfKind(AUT) : KEPT;
    },
  },
  // "Jane Doe contributed to this report." after the text; an address of mail.
  {
    certain: true,
    verdict({ facts, at, last }, line) {
      if (at < last || facts.words[line] > CREDIT_WORDS) return KEPT;
      if (allKinds(facts, line) & CREDIT) return verdictOfKind(CREDIT);
      const writes = facts.words[line] <= ADDRESS_WORDS || (allKinds(facts, line) & AUT) !== 0 || opensCall(facts, line);
      return writes && hasAddress(facts, line) ? verdictOfKind(CREDIT) : KEPT;
    },
  },
  // "Read more: …", "Advertisement" and the like without a full stop, or a notice of updates.
  {
    certain: true,
    verdict({ facts }, line) {
      const kinds = strongKinds(facts, line) & (ADV | SUB | UPDATES);
      const most = kinds & UPDATES ? UPDATE_WORDS : PHRASE_WORDS;
      if (kinds === 0 || facts.words[line] > most || facts.claims[line] & ENDS_COLON) return KEPT;
      return kinds & UPDATES || !isTerminal(facts, line) || opensCall(facts, line) ? verdictOfKind(kinds) : KEPT;
    },
  },
  // "The woman who repaired the harbour bridge Read more"
  { certain: true, verdict: ({ facts }, line) => (endsInMore(facts, line) ? MORE : KEPT) },
  // "Read the full report at" after the text.
  { certain: true, verdict: ({ facts, at, last }, line) => (at > last && facts.claims[line] & DANGLING ? DANGLES : KEPT) },
  // "The Bugle is committed to …" after the text, twice.
  {
    certain: true,
    verdict({ facts, at, last }, line) {
      return at >= last && facts.claims[line] & NAMES_OUTLET && facts.repeated[line] !== 0 ? OUTLET : KEPT;
    },
  },
  // A line that is, or begins with, the words of some furniture.
  {
    certain: false,
    verdict({ facts }, line) {
      const kinds = strongKinds(facts, line) & ~(isTerminal(facts, line) ? BYL | ANSWERS : BYL);
      // "Related: …" is followed by a headline.
      const most = kinds & REL && !isTerminal(facts, line) ? HEADLINE_WORDS : PHRASE_WORDS;
      if (kinds === 0 || facts.words[line] > most || (kinds === CAP && facts.claims[line] & ENDS_COLON)) return KEPT;
      return isSentence(facts, line) && (kinds & (ADV | COM)) === 0 ? KEPT : verdictOfKind(kinds);
    },
  },
  // "By Jane Doe"
  {
    certain: false,
    verdict({ facts }, line) {
      return allKinds(facts, line) & BYL && facts.words[line] <= 12 && !isTerminal(facts, line) ? verdictOfKind(BYL) : KEPT;
    },
  },
  // Words of furniture somewhere in a short line.
  {
    certain: false,
    verdict({ facts }, line) {
      const kinds = allKinds(facts, line) & ~(isTerminal(facts, line) ? ANSWERS & ~facts.anywhere[line] : 0);
      const words = facts.words[line];
      if (kinds === 0 || words > 12 || isSentence(facts, line)) return KEPT;
      const telling = !isTerminal(facts, line) || words < 4 || isSeveral(kinds) || kinds & (CPY | SHR);
      return telling || facts.claims[line] & TO_READER ? verdictOfKind(kinds) : KEPT;
    },
  },
  // Words of two kinds; but a sentence of the article may report on newsletters and cookies.
  {
    certain: false,
    verdict({ facts, at, first, last }, line) {
      if (!isSeveral(allKinds(facts, line)) || facts.words[line] > 40) return KEPT;
      const reports = isSentence(facts, line) && strongKinds(facts, line) === 0 && (facts.claims[line] & TO_READER) === 0;
      return reports && at >= first && at <= last ? KEPT : TWO_KINDS;
    },
  },
  // Before the first sentence, or from the last on.
  {
    certain: false,
    verdict({ facts, view, at, first, last }, line) {
      const kinds = allKinds(facts, line);
      const words = facts.words[line];
      const terminal = isTerminal(facts, line);
      if (kinds === 0 || words > 40) return KEPT;
      // The only sentence of a brief, which reports on cookies or accounts.
      if (at === first && at === last && view.count <= BRIEF_LINES && isReport(facts, line)) return KEPT;
      if (isCutReport(facts, line)) return KEPT;
      if (at <= first && kinds & HEAD_NOTICES) return verdictOfKind(kinds & HEAD_NOTICES);
      if ((at >= first && at < last) || (kinds === BYL && (words > 16 || terminal))) return KEPT;
      return !terminal || kinds & NOTICES ? verdictOfKind(kinds) : KEPT;
    },
  },
  // A copyright line; an offer that speaks to the reader.
  {
    certain: false,
    verdict({ facts, at, last }, line) {
      const kinds = allKinds(facts, line);
      if (facts.inner[line] >= 3 || (kinds & (CPY | SUB)) === 0) return KEPT;
      if (kinds & CPY) return verdictOfKind(CPY);
      const asks = !isTerminal(facts, line) || facts.claims[line] & TO_READER;
      return asks && (facts.words[line] <= 40 || at >= last) ? verdictOfKind(SUB) : KEPT;
    },
  },
  // The line before, again.
  {
    certain: true,
    verdict({ facts, view, at }, line) {
      const again = at > 0 && facts.identity[view.lines[at - 1]] === facts.identity[line] && facts.words[line] >= 4;
      return again ? REPEATED : KEPT;
    },
  },
];

/**
 * Whether a line shows none of the signs that the rules ask for, so that none of them need be asked: most sentences do not. A new
 * rule that takes lines without any of these needs its sign here.
 */
export function isQuiet({ facts, sections }: Place, line: number): boolean {
  const { claims, numbers, repeated } = facts;
  if (allKinds(facts, line) !== 0 || sections.kind[line] !== NO_SECTION) return false;
  return (claims[line] & (LOUD | TERMINAL)) === TERMINAL && numbers[line] < 2 && repeated[line] === 0;
}

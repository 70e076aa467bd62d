import { KINDS } from './phrases.ts';

/** The verdict on a line: 0 is kept; else the number of the rule that took it, see RULE_NAMES. */
export const KEPT = 0;

/** Names of the rules, in plain words; a line taken for its phrases is named by their kind. */
export const RULE_NAMES = [
  'kept',
  'no own text',
  'furniture file',
  'shared by other articles',
  'place in the page',
  'photo caption',
  'gallery counters',
  'video list',
  'headlines with share buttons',
  'repeated line',
  'link without its target',
  'picture description',
  'after the article',
  'before the article',
  'heading of furniture',
  'about the outlet',
  'comments',
  'related list',
  'author box',
  'two kinds of furniture',
  'furniture inside the line',
  'date line',
  'way to the page',
  'menu',
  'apart from the article',
  'texts that break off',
  'text again in one line',
  'headlines in capitals',
  'about the author',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Verdicts from here on: a kind of phrases.ts. */
const FIRST_KIND = 64;

export function verdictOf(name: RuleName): number {
  return RULE_NAMES.indexOf(name);
}

/** Of a line that nothing speaks against but where it stands in a whole page. */
export const BY_PLACE = verdictOf('place in the page');

/** Keeps a line that only its place speaks against. */
export function giveBack(verdicts: Uint8Array, line: number): void {
  if (verdicts[line] === BY_PLACE) verdicts[line] = KEPT;
}

/** Verdict for the first kind among bits. */
export function verdictOfKind(kinds: number): number {
  return FIRST_KIND + 31 - Math.clz32(kinds & -kinds);
}

export function nameOf(verdict: number): string {
  return verdict >= FIRST_KIND ? KINDS[verdict - FIRST_KIND] : RULE_NAMES[verdict];
}

/** Bit of the verdict's kind; 0 for a rule that is not about phrases. */
export function kindOf(verdict: number): number {
  return verdict >= FIRST_KIND ? 1 << (verdict - FIRST_KIND) : 0;
}

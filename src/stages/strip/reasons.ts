import type { Pieces } from './cuts.ts';
import type { Decision } from './decide.ts';
import type { Term } from './logit.ts';
import { KINDS } from './phrases.ts';
import { findShared, type SharedLines } from './shared.ts';
import { ruleOn } from './taught.ts';
import { kindOf, type RuleName, verdictOf } from './verdicts.ts';

/** What the rule that took a line saw in it, for a person. `pieces`: what is left of a line that is kept in part. */
export function evidenceOf(
  decision: Decision,
  line: number,
  shared: SharedLines | null,
  terms: readonly Term[],
  pieces: Pieces | null = null,
): string {
  const { facts, verdicts, sections } = decision;
  if (pieces !== null) return [ruleOn(line) ?? [], pieces.cut === 0 ? [] : namesOf(pieces.cut)].flat().join(', ');
  const verdict = verdicts[line];
  if (verdict === verdictOf('furniture file')) {
    const opener = sections.opener[line];
    return ruleOn(line) ?? `after the line ${opener + 1}: ${ruleOn(opener)}`;
  }
  const kind = kindOf(verdict);
  if (kind !== 0) {
    if (facts.whole[line] & kind) return 'the line is these words';
    return facts.starts[line] & kind ? 'the line starts with such words' : 'such words in the line';
  }
  if (verdict === verdictOf('shared by other articles') && shared !== null) {
    const row = findShared(shared, facts.key[line]);
    const percent = Math.round(100 * shared.differing[row]);
    return `in ${shared.articles[row]} articles, of which ${percent} % of the pairs compared differ otherwise`;
  }
  if (verdict === verdictOf('place in the page')) return namesOfTerms(terms);
  if (verdict === verdictOf('related list') || verdict === verdictOf('comments') || verdict === verdictOf('author box')) {
    const by = sections.opener[line];
    return by === line ? 'opens the section' : `after the line ${by + 1}, which opens the section`;
  }
  if (verdict === verdictOf('two kinds of furniture')) return namesOf(facts.whole[line] | facts.starts[line] | facts.anywhere[line]);
  return PLAIN[nameOfRule(verdict)] ?? '';
}

/** What the rules without a variable part see. */
const PLAIN: { readonly [Name in RuleName]?: string } = {
  'no own text': 'a gate, a notice or an error: few words, all of them furniture',
  'photo caption': 'a photo credit closes the line',
  'gallery counters': 'counts pictures: 1 of 9, 2 of 9 …, in one line or in several',
  'video list': 'a running time, as in three lines or more',
  'headlines with share buttons': 'ends with a share button, as three lines or more do',
  'headlines in capitals': 'stands alone in capitals, as two lines or more do',
  'repeated line': 'the line before, again',
  'link without its target': 'a call that ends where a link was',
  'picture description': 'a row of names above a photo caption',
  'after the article': 'beside furniture, after the last sentence of the article',
  'before the article': 'among furniture, before the first sentence of the article',
  'heading of furniture': 'a heading of lines that are all furniture',
  'apart from the article': 'below the article, behind furniture, and of another topic',
  'texts that break off': 'a beginning that ends in dots, as two more beside it do, or between such',
  'text again in one line': 'says once more what the lines above it say',
  'about the author': 'the last lines, and they begin with the name of the by-line',
  menu: 'one of three or more short lines above the title',
  'date line': 'a date above the article and nothing else',
  'way to the page': 'names of sections with marks between them, above the article',
  'about the outlet': 'a repeated sentence in which the outlet speaks of itself',
};

function nameOfRule(verdict: number): RuleName {
  const names = Object.keys(PLAIN) as RuleName[];
  return names.find((name) => verdictOf(name) === verdict) ?? 'kept';
}

function namesOf(kinds: number): string {
  return KINDS.filter((_, kind) => kinds & (1 << kind)).join(', ');
}

/** The up to three terms that speak most against own text. */
function namesOfTerms(terms: readonly Term[]): string {
  const against = terms.filter((term) => term.value < -0.2).sort((a, b) => a.value - b.value);
  return against
    .slice(0, 3)
    .map((term) => term.name)
    .join(', ');
}

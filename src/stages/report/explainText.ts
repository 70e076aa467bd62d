import type { ExplainedArticle, Explanation } from '../../report.ts';
import { counted, share, thousands } from './figures.ts';
import { fitEnd, fitMiddle, pad, widest, widthOf, wrap } from './fit.ts';
import { safe } from './safe.ts';
import type { Inks, Style } from './style.ts';
import { columnsOf, inksOf } from './style.ts';

/** Shown of each kind; `--format json` has all. */
const PASSAGES = 12;
const PASSAGE_LINES = 4;
const SHARED = 8;
const STRIPPED = 5;

/** What a section is written with. */
interface Page {
  readonly columns: number;
  readonly inks: Inks;
}

/** How two articles compare, for a person: the verdict first, then what led to it, section by section. */
export function* renderExplanation(explanation: Explanation, style: Style): Iterable<string> {
  const page: Page = { columns: columnsOf(style), inks: inksOf(style) };
  const { a, b, conflicts } = explanation;
  yield* titles(a, b, page);
  for (const line of wrap(verdict(explanation), page.columns, 4)) yield `${line}\n`;
  yield* section('Bounds', bounds(explanation, page), page);
  yield* section('Wording', wording(explanation, page), page);
  yield* section(`Event score ${share(explanation.event.score)}: what weighs in (value × weight)`, terms(explanation, page), page);
  yield* section(`Passages in both (${thousands(explanation.passages.length)})`, passages(explanation, page), page);
  yield* section('Shared, by weight', shared(explanation, page), page);
  yield* section(
    'In conflict',
    conflicts.flatMap((conflict) => indented(wrap(safe(conflict), page.columns - 4, 2))),
    page,
  );
  yield* section('Stripped from A', stripped(a, page), page);
  yield* section('Stripped from B', stripped(b, page), page);
}

function* section(heading: string, lines: readonly string[], { inks, columns }: Page): Iterable<string> {
  if (lines.length === 0) return;
  yield `\n${inks.strong(fitEnd(heading, columns))}\n`;
  for (const line of lines) yield `${line}\n`;
}

function* titles(a: ExplainedArticle, b: ExplainedArticle, { columns, inks }: Page): Iterable<string> {
  for (const [name, { path, title, words }] of [
    ['A', a],
    ['B', b],
  ] as const) {
    const size = counted(words, 'word');
    yield `${inks.good(name)}  ${inks.strong(fitEnd(safe(title || path), columns - 3))}\n`;
    yield `   ${inks.faint(`${fitMiddle(safe(path), columns - size.length - 5)}  ${size}`)}\n`;
  }
  yield '\n';
}

/** The verdict in a sentence. */
function verdict({ relation, jaccard, containment: [ofA, ofB], event }: Explanation): string {
  const alike = `similarity ${share(jaccard)}`;
  switch (relation) {
    case 'identical':
      return 'Copies: the two have the same text.';
    case 'reprint':
      return `Copies: one is a reprint of the other (${alike}).`;
    case 'revised':
      return `Copies: one is a revised version of the other (${alike}).`;
    case 'excerpt':
      return ofA >= ofB
        ? `Copies: A is an excerpt, ${share(ofA)} of it stands in B.`
        : `Copies: B is an excerpt, ${share(ofB)} of it stands in A.`;
    case 'event':
      return `One event, told in different words: score ${share(event.score)}, ${alike}.`;
    case null:
      return `Neither copies nor one event: ${alike}, event score ${share(event.score)}.`;
    default:
      return relation satisfies never;
  }
}

/** Each bound, and whether it was met. */
function bounds({ bounds: all }: Explanation, { columns, inks }: Page): string[] {
  const names = all.map(({ name }) => safe(name));
  const room = Math.min(widest(names), columns - 32);
  return all.map(
    ({ value, bound, met }, at) =>
      `  ${pad(fitEnd(names[at], room), room)}  ${share(value)}  ${met ? inks.good('met   ') : inks.bad('missed')}  ${inks.faint(`bound ${share(bound)}`)}`,
  );
}

/** How the similarity of the wording came about, and what the signatures alone would have said. */
function wording({ a, b, jaccard, containment: [ofA, ofB], sharedShingles, sketch }: Explanation, { columns }: Page): string[] {
  const total = a.shingles + b.shingles - sharedShingles;
  // What was counted is less than the similarity where words were misread.
  const allowed = jaccard > sharedShingles / total ? ', and misread words are allowed for' : '';
  const chance = sketch.chance > 0 && sketch.chance < 0.005 ? 'under 0.01' : share(sketch.chance);
  return [
    `similarity ${share(jaccard)}: ${thousands(sharedShingles)} of ${counted(total, 'shingle')} stand in both${allowed}`,
    `containment ${share(ofA)} of A in B (${thousands(sharedShingles)} of ${thousands(a.shingles)}), ${share(ofB)} of B in A (${thousands(sharedShingles)} of ${thousands(b.shingles)})`,
    `sketch: estimates ${share(sketch.estimate)}; alone it would ${sketch.meets ? '' : 'not '}have found this pair (chance for such a pair: ${chance})`,
  ].flatMap((line) => hanging(wrap(line, columns - 4, 3)));
}

/** The terms that have a say in the event score, the weightiest first. */
function terms({ event }: Explanation, { columns, inks }: Page): string[] {
  const sorted = event.terms
    .map((term) => ({ ...term, name: safe(term.name), influence: term.value * term.weight }))
    .filter(({ influence }) => influence !== 0)
    .sort((one, other) => Math.abs(other.influence) - Math.abs(one.influence) || (one.name < other.name ? -1 : 1));
  const room = Math.min(widest(sorted.map(({ name }) => name)), columns - 34);
  return sorted.map(({ name, value, weight, influence }) => {
    const sum = signed(influence).padStart(7);
    return `  ${pad(fitEnd(name, room), room)}${(influence < 0 ? inks.bad : inks.good)(sum)}  ${inks.faint(`= ${value.toFixed(2)} × ${signed(weight)}`)}`;
  });
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function passages({ passages: all }: Explanation, { columns, inks }: Page): string[] {
  const lines = all.slice(0, PASSAGES).flatMap((passage) => quoted(wrap(safe(passage), columns - 6, PASSAGE_LINES)));
  return [...lines, ...unshown(all.length, PASSAGES, inks)];
}

const KINDS = { quotation: 'quotations', name: 'names', number: 'numbers', word: 'words' } as const;

/** What both speak of, by kind, with weights. */
function shared({ shared: all }: Explanation, { columns }: Page): string[] {
  return Object.entries(KINDS).flatMap(([kind, heading]) => {
    const found = all.filter((each) => each.kind === kind).sort((one, other) => other.weight - one.weight);
    if (found.length === 0) return [];
    const listed = found
      .slice(0, SHARED)
      .map(({ text, weight }) => `${kind === 'quotation' ? `“${safe(text)}”` : safe(text)} (${weight.toFixed(1)})`);
    const rest = found.length > SHARED ? `, and ${thousands(found.length - SHARED)} more` : '';
    return wrap(`${listed.join(', ')}${rest}`, columns - 14, 6).map((line, at) => `  ${pad(at === 0 ? heading : '', 10)}  ${line}`);
  });
}

/** How much was taken from an article, by rule, and the first lines of it. */
function stripped({ stripped: lines, furnitureWords }: ExplainedArticle, { columns, inks }: Page): string[] {
  if (lines.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { rule } of lines) counts.set(rule ?? 'no rule', (counts.get(rule ?? 'no rule') ?? 0) + 1);
  const rules = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  const summary = `${counted(furnitureWords, 'word')} in ${counted(lines.length, 'line')}: ${rules.map(([rule, count]) => `${safe(rule)} ${thousands(count)}`).join(', ')}`;
  const first = lines.slice(0, STRIPPED).map(({ text, rule }) => {
    const name = fitEnd(safe(rule ?? ''), 20);
    return `    ${inks.faint(`${fitEnd(safe(text), columns - widthOf(name) - 8)}  [${name}]`)}`;
  });
  return [...hanging(wrap(summary, columns - 4, 3)), ...first, ...unshown(lines.length, STRIPPED, inks)];
}

function unshown(count: number, shown: number, { faint }: Inks): string[] {
  return count > shown ? [`    ${faint(`… and ${thousands(count - shown)} more`)}`] : [];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function hanging(lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
}

function quoted(lines: readonly string[]): string[] {
  return lines.map((line, at) => `${at === 0 ? '  “' : '   '}${line}${at === lines.length - 1 ? '”' : ''}`);
}

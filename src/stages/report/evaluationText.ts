import type { Evaluation, LabelsUsed, RelationEvaluation, Sweep } from '../../evaluation.ts';
import { counted, thousands } from './figures.ts';
import { fitEnd, fitMiddle, pad, widest, wrap } from './fit.ts';
import { mistakeLines, mistakesHeading } from './mistakesText.ts';
import { safe } from './safe.ts';
import { columnsOf, type Inks, inksOf, type Style } from './style.ts';

/** Warnings listed; `--format json` has all. */
const WARNINGS = 10;
const INDENT = 2;
/** Spaces between two columns. */
const GAP = 2;
const NAMES = { event: 'events', copy: 'copies' } as const;

/** What a section is written with. */
export interface Page {
  readonly columns: number;
  readonly inks: Inks;
}

/** How good a run is, for a person: the scores first, then what other bounds would give, then the worst mistakes. */
export function* renderEvaluation({ labels, relations }: Evaluation, style: Style): Iterable<string> {
  const page: Page = { columns: columnsOf(style), inks: inksOf(style) };
  yield* lines([page.inks.strong(fitEnd(headline(labels), page.columns)), '']);
  yield* lines(table(relations, page));
  for (const relation of relations) yield* section('', about(relation, page), page);
  for (const evaluation of relations) {
    const name = NAMES[evaluation.relation];
    yield* section(`Pairs joined as ${name}, by label`, classes(evaluation), page);
    if (evaluation.sweep) yield* section(`${capital(name)}: what other bounds would give`, sweep(evaluation.sweep, evaluation, page), page);
    for (const [kind, words] of [
      ['falseJoins', 'false joins'],
      ['misses', 'misses'],
    ] as const) {
      const heading = mistakesHeading(`${capital(name)}: ${words}`, evaluation[kind]);
      yield* section(heading, mistakeLines(evaluation, kind, labels.skipped, page), page);
    }
  }
  yield* section('Labels left out or skipped', warnings(labels, page), page);
}

function* lines(all: readonly string[]): Iterable<string> {
  for (const line of all) yield `${line}\n`;
}

function* section(heading: string, body: readonly string[], { inks, columns }: Page): Iterable<string> {
  if (body.length === 0) return;
  yield heading === '' ? '\n' : `\n${inks.strong(fitEnd(heading, columns))}\n`;
  yield* lines(body);
}

function headline({ kind, articles, groups, pairs, file }: LabelsUsed): string {
  const labelled = `${counted(articles, 'article')} labelled`;
  const what = kind === 'groups' ? counted(groups ?? 0, 'group of two or more', 'groups of two or more') : counted(pairs, 'pair');
  return `${labelled} · ${what} · ${safe(file)}`;
}

function table(relations: readonly RelationEvaluation[], { inks }: Page): string[] {
  const hasGroups = relations.some(({ bcubed }) => bcubed !== null);
  const heads = ['', 'precision', 'recall', 'F1', ...(hasGroups ? ['B³ precision', 'recall', 'F1', 'ARI'] : [])];
  const rows = relations.map(({ relation, precision, recall, f1, bcubed, ari }) => {
    const ofGroups = bcubed === null || ari === null ? [] : [bcubed.precision, bcubed.recall, bcubed.f1, ari];
    return [NAMES[relation], ...[precision, recall, f1, ...ofGroups].map(figure)];
  });
  const [head, ...body] = aligned([heads, ...rows]);
  return [inks.faint(head), ...body];
}

/** Rows of cells as lines, each column as wide as its widest cell; figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => widest(rows.map((row) => row[column])));
  return rows.map((row) => row.map((cell, column) => ' '.repeat(widths[column] - cell.length + (column === 0 ? 0 : GAP)) + cell).join(''));
}

function about({ relation, isJudged, pairs, interval, bcubed }: RelationEvaluation, { columns }: Page): string[] {
  const { same, joined, right } = pairs;
  const name = NAMES[relation];
  const counts = `${capital(name)}: ${counted(same, 'pair')} to be found, ${thousands(joined)} joined, ${thousands(right)} of them rightly.`;
  if (!isJudged) return wrap(`${counts} The labels are of events: only the precision says something of copies.`, columns, 3);
  if (interval.units === 0) return wrap(counts, columns, 3);
  const units = bcubed ? counted(interval.units, 'group') : counted(interval.units, 'pair');
  const noise = `F1 is ${figure(interval.low)} to ${figure(interval.high)} in 19 of 20 resamples of the labels (bootstrap over ${units}).`;
  return wrap(`${counts} ${noise}`, columns, 3);
}

function classes({ classes: all }: RelationEvaluation): string[] {
  const names = all.map(({ verdict }) => fitEnd(safe(verdict), 30));
  const width = Math.max(...all.map(({ joined }) => thousands(joined).length), 0);
  return all.map(
    ({ joined, pairs }, at) => `  ${pad(names[at], widest(names))}  ${thousands(joined).padStart(width)} of ${thousands(pairs)}`,
  );
}

/** The tenths, and whatever has a name. */
function sweep(
  { points, inUse, best, suggested, advice, option }: Sweep,
  { bcubed, interval: { units } }: RelationEvaluation,
  { columns, inks }: Page,
): string[] {
  const hasContainment = option === 'similarity';
  const heads = [hasContainment ? 'similarity' : 'event score', ...(hasContainment ? ['containment'] : []), 'precision', 'recall', 'F1'];
  const shown = points.filter(({ bound }) => Number.isInteger(Math.round(bound * 1e6) / 1e5) || [inUse, best, suggested].includes(bound));
  const cells = shown.map(({ bound, containment, precision, recall, f1 }) => [
    bound.toFixed(2),
    ...(containment === null ? [] : [containment.toFixed(2)]),
    ...[precision, recall, f1].map(figure),
  ]);
  const [head, ...rows] = aligned([heads, ...cells]);
  const marked = rows.map((row, i) => {
    const { bound } = shown[i];
    const marks = [
      bound === inUse ? 'in use' : '',
      bound === best ? 'best' : '',
      bound === suggested && bound !== inUse ? 'suggested' : '',
    ];
    const line = `  ${row}  ${marks.filter((mark) => mark !== '').join(', ')}`.trimEnd();
    return bound === suggested ? inks.good(line) : line;
  });
  return [`  ${inks.faint(head)}`, ...marked, ...wrap(suggestion(), columns - INDENT, 3).map((line) => `  ${line}`)];

  function f1At(bound: number): number {
    return points.find((point) => point.bound === bound)?.f1 ?? 0;
  }
  function suggestion(): string {
    switch (advice) {
      case 'few':
        return `Keep ${inUse}: ${counted(units, bcubed ? 'labelled group' : 'labelled pair')} ${units === 1 ? 'is' : 'are'} too few to choose a bound by.`;
      case 'keep':
        if (best === inUse) return `Keep ${inUse}: no other bound is better.`;
        return `Keep ${inUse}: ${best} is better by ${figure(f1At(best) - f1At(inUse))}, which is no more than noise.`;
      case 'change': {
        const point = points.find(({ bound }) => bound === suggested);
        const flags = hasContainment ? `--similarity ${suggested} --containment ${point?.containment}` : `--event-score ${suggested}`;
        return `Suggested: ${flags}, with an F1 of ${figure(f1At(suggested))} on these labels; expect less on articles that it was not chosen by.`;
      }
      default:
        return advice satisfies never;
    }
  }
}

function warnings({ file, warnings: all, skipped }: LabelsUsed, { columns }: Page): string[] {
  const listed = [
    ...all.map(({ line, message }) => `${safe(file)}:${line}: ${safe(message)}`),
    ...skipped.map((path) => `${safe(path)}: has no text of its own, counts as alone`),
  ];
  const rest = listed.length > WARNINGS ? [`  … and ${thousands(listed.length - WARNINGS)} more`] : [];
  return [...listed.slice(0, WARNINGS).map((warning) => `  ${fitMiddle(warning, columns - INDENT)}`), ...rest];
}

/** Four decimals would promise more than labels hold; `--format json` has them. */
function figure(value: number): string {
  return value.toFixed(3);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

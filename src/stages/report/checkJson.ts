import type { CheckReport } from '../../checkReport.ts';
import { jsonLine } from './json.ts';

/** What `check` says, for a program, as check.schema.json describes it: an article a line. The same report gives the same bytes. */
export function* renderCheckJson({ schemaVersion, against, counts, accepted, gate, articles, skipped }: CheckReport): Iterable<string> {
  yield `{\n  "schemaVersion": ${schemaVersion},\n`;
  yield `  "against": ${jsonLine(against)},\n  "counts": ${jsonLine(counts)},\n`;
  if (accepted) yield `  "accepted": ${jsonLine(accepted)},\n`;
  yield `  "gate": ${jsonLine(gate)},\n`;
  yield* list('articles', articles, ',\n');
  yield* list('skipped', skipped, '');
  yield '\n}\n';
}

function* list(name: string, items: readonly unknown[], after: string): Iterable<string> {
  yield `  "${name}": [`;
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}\n    ${jsonLine(item)}`;
  yield `${items.length === 0 ? '' : '\n  '}]${after}`;
}

/** An incoming article a line. */
export function* renderCheckJsonl({ articles }: CheckReport): Iterable<string> {
  for (const article of articles) yield `${jsonLine(article)}\n`;
}

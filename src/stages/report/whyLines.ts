import { fitWords, wrap } from './fit.ts';
import { safe } from './safe.ts';

const MOST_LINES = 2;
const WHY = 'why: ';
const CLOSING = '”';
/** What is left of "; numbers 60,000" when all but its first word was cut. */
const KIND_ALONE = /; \w+…$/;

/** "why: …" in two lines at most, the second hanging, each of at most so many columns; none without evidence. */
export function whyLines(evidence: readonly string[], columns: number): string[] {
  return evidenceLines(evidence, columns - WHY.length).map((line, at) => (at === 0 ? WHY : ' '.repeat(WHY.length)) + line);
}

/** Where a long quotation comes first it is cut to one line, so that the names and numbers behind it have the other. */
function evidenceLines(evidence: readonly string[], columns: number): string[] {
  const items = evidence.map(safe);
  const text = items.join('; ');
  const [first, ...rest] = items;
  const isLong = rest.length > 0 && wrap(text, columns, MOST_LINES + 1).length > MOST_LINES && wrap(`${first};`, columns, 2).length > 1;
  const lines = isLong ? [`${cutQuotation(first, columns - 1)};`, fitWords(rest.join('; '), columns)] : wrap(text, columns, MOST_LINES);
  return lines.map((line) => line.replace(KIND_ALONE, '…'));
}

function cutQuotation(item: string, columns: number): string {
  return item.endsWith(CLOSING) ? fitWords(item.slice(0, -1), columns - 1) + CLOSING : fitWords(item, columns);
}

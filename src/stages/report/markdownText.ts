/** Text and paths in Markdown, as GitHub and CommonMark read it. */

/** GitHub takes a step summary of 1 MiB, and throws a longer one away as a whole. */
export const MOST_BYTES = 1_000_000;

/** Splits what would become a link, a mention or a reference even when escaped: invisible, and no place to break a line. */
const JOINER = '\u2060';

/**
 * A text that Markdown shows as it is, on a line that it does not begin: every mark that means something there is escaped
 * (CommonMark §2.4). Addresses, mentions and references are looked for in the finished text, escaped or not (GFM §6.9),
 * and are kept apart by a word joiner.
 */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/[@#](?=[\p{L}\p{N}_])/gu, `$&${JOINER}`)
    .replace(/:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, `$&${JOINER}`);
}

/** A code span: between more backticks than it holds (CommonMark §6.1). In a table only the bar has to be escaped (GFM §4.10). */
export function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)));
  const inner = /^`|`$/.test(text) || /^ .* $/.test(text) ? ` ${text} ` : text;
  return `${fence}${inner.replaceAll('|', '\\|')}${fence}`;
}

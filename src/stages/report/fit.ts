/** Text measured and cut by columns of a terminal: CJK and emoji take two, combining marks none. All input is safe(). */
import stringWidth from 'string-width';

const ELLIPSIS = '…';
/** One column each, and most of what is printed: ASCII, Latin letters, the report's own marks. 30× faster to tell so. */
const ONE_COLUMN_EACH = /^[\x20-\x7eÀ-ɏ·‘’“”–—…└▸]*$/;
/** Longer than any line: not measured, since string-width takes seconds for 100,000 characters. */
const BEYOND_MEASURE = 4_096;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** UTF-16 units that one column may take before a text is cut as if it were too wide: marks can be heaped without end. */
const UNITS_PER_COLUMN = 8;

/** Columns that a text takes; of one beyond measure, as many as it could. */
export function widthOf(text: string): number {
  if (text.length > BEYOND_MEASURE) return 2 * text.length;
  return ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text);
}

/** Columns of the widest text; 0 of none. Not Math.max(...): a list of 200,000 is too long for arguments. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/** The text, cut at its end to so many columns. */
export function fitEnd(text: string, columns: number): string {
  return fits(text, columns) ? text : head(text, columns - 1).trimEnd() + ELLIPSIS;
}

/** The same, but cut where a word ends, if one does in the last two thirds. */
export function fitWords(text: string, columns: number): string {
  return fits(text, columns) ? text : breakAt(text, columns - 1).replace(/[\s,;:]+$/, '') + ELLIPSIS;
}

/** The text, cut in its middle: of a path, the first folder and the file name say most. */
export function fitMiddle(text: string, columns: number): string {
  if (fits(text, columns)) return text;
  const start = head(text, Math.floor((columns - 1) * 0.35));
  return start + ELLIPSIS + tail(text, columns - 1 - widthOf(start));
}

/** The text with spaces after it up to so many columns; padStart counts units, not columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text in lines of at most so many columns, broken at spaces where it can be; what exceeds `most` lines is cut. */
export function wrap(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most - 1 && !fits(rest, columns)) {
    const line = breakAt(rest, columns);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  if (rest !== '') lines.push(fitWords(rest, columns));
  return lines;
}

/** The longest start of the text that fits and ends before a space; a word longer than a line is broken. */
function breakAt(text: string, columns: number): string {
  const line = head(text, columns);
  if (text[line.length] === ' ') return line;
  const space = line.lastIndexOf(' ');
  return space > columns / 3 ? line.slice(0, space) : line || text.slice(0, 2);
}

function fits(text: string, columns: number): boolean {
  return text.length <= columns * UNITS_PER_COLUMN && widthOf(text) <= columns;
}

function head(text: string, columns: number): string {
  let taken = '';
  let left = columns;
  for (const { segment } of graphemes.segment(whole(text.slice(0, columns * UNITS_PER_COLUMN)))) {
    left -= widthOf(segment);
    if (left < 0) break;
    taken += segment;
  }
  return taken;
}

function tail(text: string, columns: number): string {
  const segments = [...graphemes.segment(whole(text.slice(-columns * UNITS_PER_COLUMN)))];
  let from = segments.length;
  for (let left = columns; from > 0; from -= 1) {
    left -= widthOf(segments[from - 1].segment);
    if (left < 0) break;
  }
  return segments
    .slice(from)
    .map(({ segment }) => segment)
    .join('');
}

/** Without the halves of surrogate pairs that a slice by units leaves at its ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

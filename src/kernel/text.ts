import { scan } from './scan.ts';
import { makeTokens, reserve, roomFor, type Tokens } from './tokens.ts';

/** The tokens of an article's own text, and where its lines begin. One is reused from article to article. */
export interface TextTokens {
  readonly tokens: Tokens;
  /** Index of each line's first token; lineStarts[lines] is the number of tokens. */
  lineStarts: Uint32Array;
  lines: number;
}

export function makeTextTokens(): TextTokens {
  return { tokens: makeTokens(), lineStarts: new Uint32Array(256), lines: 0 };
}

/**
 * Scans byte ranges (start, end, start, end …) of a text into the table, which is cleared first. A range whose newLine
 * is 0 goes on in the line before it. O(bytes).
 */
export function scanText(bytes: Uint8Array, spans: Uint32Array, newLine: Uint8Array, out: TextTokens): void {
  const { tokens } = out;
  tokens.count = 0;
  out.lines = 0;
  const ranges = spans.length / 2;
  if (ranges + 2 > out.lineStarts.length) out.lineStarts = new Uint32Array(ranges * 2 + 2);
  for (let i = 0; i < ranges; i++) {
    const start = spans[2 * i];
    const end = spans[2 * i + 1];
    reserve(tokens, roomFor(end - start));
    if (newLine[i] || out.lines === 0) out.lineStarts[out.lines++] = tokens.count;
    scan(bytes, start, end, tokens);
  }
  out.lineStarts[out.lines] = tokens.count;
}

/** The same tokens in a table that has room for no more. */
export function copyText({ tokens, lineStarts, lines }: TextTokens): TextTokens {
  const { hash, start, end, flags, count } = tokens;
  return {
    tokens: { count, hash: hash.slice(0, count), start: start.slice(0, count), end: end.slice(0, count), flags: flags.slice(0, count) },
    lineStarts: lineStarts.slice(0, lines + 1),
    lines,
  };
}

/** Empties the table. */
export function clearText(out: TextTokens): void {
  out.tokens.count = 0;
  out.lines = 0;
  out.lineStarts[0] = 0;
}

/** Appends tokens from … to − 1 of another table, as a line of its own or going on in the last one. O(tokens). */
export function appendTokens(from: number, to: number, source: Tokens, newLine: boolean, out: TextTokens): void {
  const { tokens } = out;
  if (out.lines + 2 > out.lineStarts.length) {
    const grown = new Uint32Array(out.lineStarts.length * 2);
    grown.set(out.lineStarts);
    out.lineStarts = grown;
  }
  if (newLine || out.lines === 0) out.lineStarts[out.lines++] = tokens.count;
  reserve(tokens, to - from);
  const { hash, start, end, flags } = tokens;
  // Not set() of a subarray: a line has some twenty tokens, and eight views of them cost more than the copy.
  let count = tokens.count;
  for (let at = from; at < to; at++, count++) {
    hash[count] = source.hash[at];
    start[count] = source.start[at];
    end[count] = source.end[at];
    flags[count] = source.flags[at];
  }
  tokens.count = count;
  out.lineStarts[out.lines] = tokens.count;
}

import { kernel } from './index.ts';
import { makeTokens, reserve, type Tokens } from './tokens.ts';

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

let from = new Uint32Array(256);
let to = new Uint32Array(256);

/**
 * Scans byte ranges (start, end, start, end …) of a text into the table, in place of what it held. A range whose newLine
 * is 0 goes on in the line before it. O(bytes).
 */
export function scanText(bytes: Uint8Array, spans: Uint32Array, newLine: Uint8Array, out: TextTokens): void {
  const ranges = spans.length / 2;
  if (ranges > from.length) {
    from = new Uint32Array(2 * ranges);
    to = new Uint32Array(2 * ranges);
  }
  for (let i = 0; i < ranges; i++) {
    from[i] = spans[2 * i];
    to[i] = spans[2 * i + 1];
  }
  if (ranges + 2 > out.lineStarts.length) out.lineStarts = new Uint32Array(ranges * 2 + 2);
  const { lineStarts } = out;
  kernel().scanRanges(bytes, from, to, ranges, out.tokens, lineStarts);
  out.lines = 0;
  for (let i = 0; i < ranges; i++) if (newLine[i] || i === 0) lineStarts[out.lines++] = lineStarts[i];
  lineStarts[out.lines] = out.tokens.count;
}

/**
 * Fills the table with some of the tokens of another: ranges of them (first, past the last …), each a line of its own or, where
 * newLine is 0, going on in the line before. O(tokens).
 */
export function takeTokens(source: Tokens, ranges: Uint32Array, newLine: Uint8Array, count: number, out: TextTokens): void {
  const { tokens } = out;
  if (count + 1 > out.lineStarts.length) out.lineStarts = new Uint32Array(count * 2 + 1);
  tokens.count = 0;
  out.lines = 0;
  for (let i = 0; i < count; ) {
    const from = ranges[2 * i];
    let to = from;
    // Ranges that follow each other are copied at once: most of them do.
    do {
      if (newLine[i] || out.lines === 0) out.lineStarts[out.lines++] = tokens.count + to - from;
      to = ranges[2 * i++ + 1];
    } while (i < count && ranges[2 * i] === to);
    append(source, from, to, tokens);
  }
  out.lineStarts[out.lines] = tokens.count;
}

/** The same tokens in a table that has room for no more: one piece of memory, which costs less than the copying. */
export function copyText({ tokens, lineStarts, lines }: TextTokens): TextTokens {
  const { count } = tokens;
  const buffer = new ArrayBuffer(4 * (3 * count + lines + 1) + count);
  let at = 0;
  const words = (values: Uint32Array, length: number) => {
    const copy = new Uint32Array(buffer, at, length);
    copy.set(values.subarray(0, length));
    at += copy.byteLength;
    return copy;
  };
  const hash = words(tokens.hash, count);
  const start = words(tokens.start, count);
  const end = words(tokens.end, count);
  const starts = words(lineStarts, lines + 1);
  const flags = new Uint8Array(buffer, at);
  flags.set(tokens.flags.subarray(0, count));
  return { tokens: { count, hash, start, end, flags }, lineStarts: starts, lines };
}

function append(source: Tokens, from: number, to: number, tokens: Tokens): void {
  reserve(tokens, to - from);
  tokens.hash.set(source.hash.subarray(from, to), tokens.count);
  tokens.start.set(source.start.subarray(from, to), tokens.count);
  tokens.end.set(source.end.subarray(from, to), tokens.count);
  tokens.flags.set(source.flags.subarray(from, to), tokens.count);
  tokens.count += to - from;
}

import * as layout from './lines/columnLayout.ts';
import type { Facts } from './lines/facts.ts';

/** Bytes of the columns of so many lines and tokens; beyond 2³², the addresses of wasm/columns.ts would begin anew from 0. */
export function sizeOfColumns(lines: number, tokens: number): number {
  return lines * (8 + 4 * layout.LINE_COLUMNS + layout.LINE_BYTES + 16) + tokens * (4 * layout.TOKEN_COLUMNS + 1);
}

/** Views of the columns that layColumns of wasm/columns.ts lays out at `at`, for so many lines and tokens. */
export interface Columns {
  readonly lines: number;
  readonly tokens: number;
  readonly facts: Facts;
  readonly sampleStarts: Uint32Array;
  readonly sample: Uint32Array;
}

export function viewColumns(memory: ArrayBuffer, at: number, lines: number, tokens: number): Columns {
  const values = at + 8 * lines;
  const bytes = values + 4 * lines * layout.LINE_COLUMNS;
  const tokenValues = bytes + lines * layout.LINE_BYTES + 16 * lines;
  const column = (i: number) => new Uint32Array(memory, values + 4 * lines * i, lines);
  const shares = (i: number) => new Float32Array(memory, values + 4 * lines * i, lines);
  const byteColumn = (i: number) => new Uint8Array(memory, bytes + lines * i, lines);
  const tokenColumn = (i: number) => new Uint32Array(memory, tokenValues + 4 * tokens * i, tokens);
  return {
    lines,
    tokens,
    facts: {
      bytes: new Uint8Array(0),
      count: 0,
      start: column(layout.START),
      end: column(layout.END),
      tokens: {
        count: 0,
        hash: tokenColumn(layout.HASH),
        start: tokenColumn(layout.FROM),
        end: tokenColumn(layout.TO),
        flags: new Uint8Array(memory, tokenValues + 4 * tokens * layout.TOKEN_COLUMNS, tokens),
      },
      entries: tokenColumn(layout.ENTRY),
      firstToken: column(layout.FIRST_TOKEN),
      words: column(layout.WORDS),
      claims: column(layout.CLAIMS),
      inner: byteColumn(layout.INNER),
      commas: byteColumn(layout.COMMAS),
      numbers: byteColumn(layout.NUMBERS),
      youWords: byteColumn(layout.YOU_WORDS),
      functionWords: byteColumn(layout.FUNCTION_WORDS),
      functionShare: shares(layout.FUNCTION_SHARE),
      capitalShare: shares(layout.CAPITAL_SHARE),
      whole: column(layout.WHOLE),
      starts: column(layout.STARTS),
      anywhere: column(layout.ANYWHERE),
      pastPhrases: column(layout.PAST_PHRASES),
      identity: column(layout.IDENTITY),
      key: new Float64Array(memory, at, lines),
      repeated: byteColumn(layout.REPEATED),
    },
    sampleStarts: column(layout.SAMPLE_START),
    sample: tokenColumn(layout.SAMPLE),
  };
}

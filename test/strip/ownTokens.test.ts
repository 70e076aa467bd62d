/** strip hands on the tokens of the own text: the very ones that a scan of it would give. */
import { readFileSync } from 'node:fs';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { makeTextTokens, scanText, type TextTokens } from '../../src/kernel/text.ts';
import { strip } from '../../src/stages/strip/index.ts';

function rows({ tokens, lines, lineStarts }: TextTokens): unknown {
  const { count } = tokens;
  const columns = [tokens.hash, tokens.start, tokens.end, tokens.flags].map((column) => [...column.subarray(0, count)]);
  return { columns, lines: [...lineStarts.subarray(0, lines + 1)] };
}

test.each(fastGlob.sync('fixtures/*/*.txt').sort())('%s', (file) => {
  const bytes = new Uint8Array(readFileSync(file));
  const handedOn = makeTextTokens();
  const { spans, newLine } = strip(bytes, null, handedOn);
  const scanned = makeTextTokens();
  scanText(bytes, spans, newLine, scanned);
  expect(rows(handedOn)).toEqual(rows(scanned));
});

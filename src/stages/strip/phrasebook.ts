import { readFileSync } from 'node:fs';
import { FIRST_SLOTS, type PhraseBook, STEP_SLOTS } from '../../kernel/lines/book.ts';
import { bookOf, compileBook } from './compileBook.ts';

const FIRST = 2 * FIRST_SLOTS;
const STEPS = 2 * STEP_SLOTS;

let book: PhraseBook | null = null;

/** Read from its file, or compiled where there is none, at the first call; then kept. */
export function phraseBook(): PhraseBook {
  book ??= readBook() ?? compileBook();
  return book;
}

/** The tables one after the other: the bytes of phrases.bin. The build makes it, since every start would pay for compiling. */
export function packBook({ first, steps, kinds }: PhraseBook): Uint8Array {
  return Buffer.concat([first, steps, kinds].map((table) => Buffer.from(table.buffer, table.byteOffset, table.byteLength)));
}

function readBook(): PhraseBook | null {
  try {
    const file = new URL('./phrases.bin', import.meta.url);
    // A copy of its own: small buffers of Node share a pool, at offsets that a Uint32Array refuses.
    const values = new Uint32Array(Uint8Array.from(readFileSync(file)).buffer);
    return bookOf({
      first: values.subarray(0, FIRST),
      steps: values.subarray(FIRST, FIRST + STEPS),
      kinds: values.subarray(FIRST + STEPS),
    });
  } catch {
    return null; // run from source, as tests do
  }
}

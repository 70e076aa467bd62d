import type { Features } from './features/describe.ts';
import * as layout from './features/featureLayout.ts';
import type { Lexicon } from './features/lexicon.ts';
import { FOUND, LEXICON, LEXICON_SLOTS, NUMBER_HASHES } from './layout.ts';
import type { TextTokens } from './text.ts';
import { past, type WasmMemory } from './wasmMemory.ts';

/** `describe` of the WASM kernel, with the text and its columns from `base` on; null where they have no room. */
export function describeAt(
  base: number,
  memory: WasmMemory,
  text: Uint8Array,
  { tokens, lineStarts, lines }: TextTokens,
  lexicon: Lexicon,
  allowed: number,
): Features | null {
  if (memory.lexicon !== lexicon && !putLexicon(memory, lexicon)) return null;
  const { count } = tokens;
  const room = past(Math.max(count, lines + 1), 0);
  const at = past(base, text.length);
  const column = (number: number) => at + 4 * room * number;
  const flags = column(layout.COLUMNS);
  if (!memory.reach(past(flags, room))) return null;
  memory.putText(text, base);
  memory.put(tokens.hash, count, column(layout.HASH));
  memory.put(tokens.start, count, column(layout.START));
  memory.put(tokens.end, count, column(layout.END));
  memory.put(lineStarts, lines + 1, column(layout.LINE_STARTS));
  memory.bytes.set(tokens.flags.subarray(0, count), flags);
  memory.exports.describe(base, at, room, count, lines, allowed);

  const found = (what: number) => memory.values[FOUND / 4 + what];
  const list = (number: number, what: number) => memory.taken(column(number), found(what));
  return {
    stems: list(layout.STEMS, layout.FOUND_STEMS),
    counts: list(layout.COUNTS, layout.FOUND_STEMS),
    numbers: list(layout.NUMBERS, layout.FOUND_NUMBERS),
    names: list(layout.NAMES, layout.FOUND_NAMES),
    quotes: list(layout.QUOTES, layout.FOUND_QUOTES),
    ages: memory.taken(FOUND + 4 * layout.FOUND_AGES, 4),
    weekdays: found(layout.FOUND_WEEKDAYS),
    months: found(layout.FOUND_MONTHS),
    amounts: list(layout.AMOUNTS, layout.FOUND_AMOUNTS),
  };
}

/** Puts the lexicon into memory; false when it is larger than its place, or when the stems that are known are those of another. */
function putLexicon(memory: WasmMemory, lexicon: Lexicon): boolean {
  const { words, numbers, languages, english } = lexicon;
  if (memory.lexicon !== null || words.entries.length !== 2 * LEXICON_SLOTS) return false;
  memory.put(words.entries, words.entries.length, LEXICON);
  memory.put(numbers, numbers.length, NUMBER_HASHES);
  memory.exports.useLexicon(languages, english);
  memory.lexicon = lexicon;
  return true;
}

const decoder = new TextDecoder();
/** Anything to squeeze: white space that is no blank, or more than one blank. */
const UNEVEN = /[^\S ]| {2}/;

/** The text of a byte range on one line: each run of white space is one blank. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  const text = decoder.decode(bytes.subarray(start, end));
  // Replacing takes ten times as long as looking, and there is next to never anything to replace.
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text;
}

const decoder = new TextDecoder();
/** White space but for a single blank: there is little of it, and a match costs more than a look. */
const UNEVEN = /[^\S ]\s*| \s+/g;

/** The text of a byte range on one line: each run of white space is one blank. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end)).replace(UNEVEN, ' ');
}

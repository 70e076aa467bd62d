/** A decoding, with the number of characters that could not be decoded (U+FFFD stands in their place). */
export interface Guess {
  readonly text: string;
  readonly encoding: string;
  readonly damaged: number;
}

/** chardet reads its whole input in JavaScript; so much is enough for its statistics. */
const SAMPLE_BYTES = 65_536;
/** Below this, chardet's winner is no better than chance (it gives 10 to any text as Shift_JIS, Big5 and GB18030). */
const LEAST_CONFIDENCE = 15;

/** windows-1252 from 0x80 to 0x9f, where ISO-8859-1 has control characters. */
export const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Text that is not valid UTF-8: damaged UTF-8, else the likeliest encoding that fits, else windows-1252, which always does. */
export async function decodeLegacy(bytes: Buffer): Promise<Guess> {
  const utf8 = damagedUtf8(bytes);
  if (utf8 !== null) return utf8;
  const western = fromWindows1252(bytes);
  // 11 ms, so loaded only where it is needed. By its default export: bundled, a CommonJS package has no other.
  const { default: chardet } = await import('chardet');
  for (const { name, confidence } of chardet.analyse(sample(bytes))) {
    if (confidence < LEAST_CONFIDENCE) break;
    const guess = decodeWith(name.toLowerCase(), bytes);
    if (guess.damaged * 100 <= guess.text.length) return guess.text === western.text ? western : guess;
  }
  return western;
}

/**
 * UTF-8 with some wrong bytes (cut off in a character, glued to another encoding); null when it is another encoding.
 * Two correct multi-byte characters for each wrong byte do not come about by chance, though chardet may think so.
 */
export function damagedUtf8(bytes: Buffer): Guess | null {
  const guess = decodeWith('utf-8', bytes);
  let beyondAscii = 0;
  for (let at = 0; at < guess.text.length; at++) if (guess.text.charCodeAt(at) > 0x7f) beyondAscii++;
  return beyondAscii - guess.damaged >= 2 * guess.damaged ? guess : null;
}

export function decodeWith(encoding: string, bytes: Buffer): Guess {
  if (encoding === 'windows-1252' || encoding === 'iso-8859-1' || !isKnown(encoding)) return fromWindows1252(bytes);
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, damaged: count(text, '\ufffd') };
}

// Not TextDecoder('windows-1252'): Node 20 decodes it as ISO-8859-1 and makes curly quotes control characters.
function fromWindows1252(bytes: Buffer): Guess {
  const text = bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]);
  return { text, encoding: 'windows-1252', damaged: 0 };
}

/** chardet names encodings that Node cannot decode (UTF-32, ISO-2022-KR), and a small Node knows fewer. */
function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/** From the line of the first character beyond ASCII on: an English text may have its first curly quote late. */
function sample(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(bytes.lastIndexOf(0x0a, first) + 1, first - 1024, 0);
  return bytes.subarray(from, from + SAMPLE_BYTES);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

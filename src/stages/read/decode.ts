import { isUtf8 } from 'node:buffer';
import { decodeLegacy, decodeWith } from './legacy.ts';
import { normaliseLineEnds } from './newlines.ts';

/** A text as UTF-8 with "\n" line ends and the encoding its bytes were in; or why they are no text. */
export type Decoded = { readonly text: Buffer; readonly encoding: string } | { readonly refused: string };

const ESCAPE = 0x1b;
const BINARY: Decoded = { refused: 'binary, not text' };

/**
 * Bytes of a file → text. A byte-order mark decides first, then strict UTF-8, then UTF-16 by where its NUL bytes are,
 * then chardet's guess, then windows-1252, which takes any byte. The given bytes are overwritten: UTF-8, that is nearly
 * every file, stays where it is and never becomes a JavaScript string.
 */
export async function decode(bytes: Buffer): Promise<Decoded> {
  const text = hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
  if (isUtf8(text) && !text.includes(0) && !isIso2022(text)) return { text: normaliseLineEnds(text), encoding: 'utf-8' };
  return decodeOther(text);
}

async function decodeOther(bytes: Buffer): Promise<Decoded> {
  const utf16 = utf16ByMark(bytes);
  if (utf16 !== null) return plain(decodeWith(utf16, bytes.subarray(2)));
  if (bytes.includes(0)) return utf16ByNulls(bytes);
  if (isGzip(bytes)) return { refused: 'gzip; only .jsonl.gz and .ndjson.gz are unpacked' };
  if (isIso2022(bytes)) {
    const japanese = decodeWith('iso-2022-jp', bytes);
    if (japanese.damaged === 0) return plain(japanese);
    // Valid UTF-8 that only holds such an escape stays what it is.
    if (isUtf8(bytes)) return { text: normaliseLineEnds(bytes), encoding: 'utf-8' };
  }
  if (controlShare(bytes) > 0.02) return BINARY;
  return plain(await decodeLegacy(bytes));
}

/** A guessed or declared decoding becomes a text, unless it made NULs or mostly replacement characters. */
function plain({ text, encoding, damaged }: ReturnType<typeof decodeWith>): Decoded {
  if (text.includes('\0') || damaged * 4 > text.length) return BINARY;
  return { text: normaliseLineEnds(Buffer.from(text)), encoding: damaged > 0 ? `${encoding} (damaged)` : encoding };
}

function hasUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

export function utf16ByMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** ISO-2022-JP is pure ASCII to a UTF-8 check; what tells it is the escape to a Japanese character set: ESC $. */
function isIso2022(bytes: Buffer): boolean {
  return bytes.includes(ESCAPE) && bytes.includes('\x1b$');
}

/**
 * UTF-16 without a mark: NUL is the high byte of all ASCII, so NULs stand at odd places (little-endian) or even ones
 * (big-endian), never at both; the result must be letters, digits, signs and spaces. Random bytes fail on surrogates.
 * Few NULs among ASCII are no UTF-16 but a text with a fault: read as UTF-16 it would be fluent Chinese.
 */
function utf16ByNulls(bytes: Buffer): Decoded {
  let odd = 0;
  let even = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) at % 2 === 1 ? odd++ : even++;
  const few = (odd + even) * 8 < bytes.length;
  if ((odd > 0 && even > 0) || (few && asciiShare(bytes) > 0.85)) return BINARY;
  const decoded = decodeWith(odd > 0 ? 'utf-16le' : 'utf-16be', bytes);
  return decoded.damaged === 0 && isProse(decoded.text) ? plain(decoded) : BINARY;
}

function isProse(text: string): boolean {
  const start = text.slice(0, 4096);
  const readable = start.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\s]/gu)?.join('').length ?? 0;
  return readable >= 0.98 * start.length;
}

/** Share of control characters that no text has, in the first 64 KB: about 0 in text, 0.1 in compressed data. */
function controlShare(bytes: Buffer): number {
  const start = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of start)
    if (byte < 0x08 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== ESCAPE) || byte === 0x7f) controls++;
  return controls / start.length;
}

function asciiShare(bytes: Buffer): number {
  const start = bytes.subarray(0, 65_536);
  let printable = 0;
  for (const byte of start) if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d) printable++;
  return printable / start.length;
}

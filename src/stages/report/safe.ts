/**
 * Letters that write with joiners (Persian, Hindi …): between two of them U+200C and U+200D are spelling, not a trick.
 * Unicode UAX #31, §2.3, "Layout and Format Control Characters".
 */
const JOINED =
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Mongolian}]';
/** And between two pictographs U+200D makes one emoji of them. */
const SPELT = `(?<=${JOINED})[\\u200c\\u200d](?=${JOINED})|(?<=\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=\\p{Extended_Pictographic})`;

/**
 * What acts on a terminal or cannot be seen: C0 and C1 controls, escape, delete, line and paragraph separators, lone
 * surrogates, direction marks, overrides and isolates, zero-width and other ignorable characters, annotations.
 */
const ACTS = '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]';
/** The selectors of text and emoji style choose a glyph, no more. */
const UNSAFE = new RegExp(`${SPELT}|[\\ufe0e\\ufe0f]|(${ACTS})`, 'gu');
const ANY_UNSAFE = new RegExp(ACTS, 'u');

/** All that is not in most lines of JSON, of which nothing is unsafe: told apart four times as fast as by the classes of Unicode. */
const UNCOMMON = /[^\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]/;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Anything that came from a file, made fit to print: characters of UNSAFE are shown, not obeyed: `\n`, `\u{202e}`.
 * Titles, paths, evidence, reasons: nothing reaches a terminal or a spreadsheet but through here.
 */
export function safe(text: string): string {
  if (!ANY_UNSAFE.test(text)) return text;
  return text.replace(UNSAFE, (match: string, unsafe: string | undefined) =>
    unsafe === undefined ? match : (SHORT[unsafe] ?? `\\u{${unsafe.codePointAt(0)!.toString(16)}}`),
  );
}

/** The same for JSON, without loss: what JSON.stringify leaves raw of UNSAFE as `\uXXXX`, which parses back. */
export function safeJson(json: string): string {
  if (!UNCOMMON.test(json) || !ANY_UNSAFE.test(json)) return json;
  // "\n" stands only between JSON's own tokens here: inside a string JSON.stringify has escaped it.
  return json.replace(UNSAFE, (match: string, unsafe: string | undefined) =>
    unsafe === undefined || unsafe === '\n'
      ? match
      : [...Array(unsafe.length).keys()].map((at) => `\\u${unsafe.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

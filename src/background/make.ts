/**
 * Makes background.data.ts from document frequencies of news articles:
 *   npm run background -- WORD_DF.tsv TRIGRAM_DF.tsv
 * Each file holds a line "# documents<TAB>n" and then "term<TAB>documents". Words of one English stem are joined as if
 * they stood in articles independently of each other: df(stem) = n · (1 − ∏ (1 − df(word)/n)).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { foldText } from '../kernel/fold.ts';
import { scan } from '../kernel/scan.ts';
import { shingleHashes } from '../kernel/shingles.ts';
import { KIND, makeTokens, reserve, roomFor, SIGN, WORD } from '../kernel/tokens.ts';
import { wordHashes } from '../kernel/wordHashes.ts';
import { stemOf } from '../stages/link/languages.ts';

const [wordFile, trigramFile] = process.argv.slice(2);
const words = table(wordFile);
const absent = new Map<number, number>();
for (const [word, documents] of words.rows) {
  const tokens = tokensOf(word);
  if (tokens.length !== 1) continue;
  const [token] = tokens;
  const [hash] = token.isWord ? wordHashes([stemOf(foldText(token.text), 0)]) : [token.hash];
  absent.set(hash, (absent.get(hash) ?? 1) * (1 - documents / words.documents));
}
const stems = [...absent].sort((a, b) => a[0] - b[0]);
const trigrams = new Set<number>();
for (const [text] of table(trigramFile).rows) {
  const hashes = Uint32Array.from(tokensOf(text), (token) => token.hash);
  const out = new Uint32Array(hashes.length);
  if (hashes.length === 3 && shingleHashes(hashes, 3, 3, out) === 1) trigrams.add(out[0]);
}
const base64 = (values: Uint32Array | Uint16Array) => Buffer.from(values.buffer).toString('base64');
writeFileSync(
  'src/background/background.data.ts',
  `// Made by make.ts; do not edit. Little-endian.
export const DOCUMENTS = ${words.documents};
/** Sorted hashes of stems and numbers, u32. */
export const STEMS = '${base64(Uint32Array.from(stems, ([hash]) => hash))}';
/** Documents that have the stem, u16, in the same order. */
export const STEM_DOCUMENTS = '${base64(Uint16Array.from(stems, ([, none]) => Math.round(words.documents * (1 - none))))}';
/** Sorted hashes of the commonest runs of three words, u32. */
export const TRIGRAMS = '${base64(Uint32Array.from(trigrams).sort())}';
`,
);

function table(file: string): { documents: number; rows: [string, number][] } {
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t') as [string, string]);
  return { documents: Number(rows[0][1]), rows: rows.slice(1).map(([term, documents]) => [term, Number(documents)]) };
}

function tokensOf(text: string): { hash: number; text: string; isWord: boolean }[] {
  const bytes = new TextEncoder().encode(text);
  const tokens = makeTokens();
  reserve(tokens, roomFor(bytes.length));
  scan(bytes, 0, bytes.length, tokens);
  const found = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.flags[i] & KIND;
    const end = kind === WORD && /'s$/.test(text) && tokens.count === 1 ? tokens.end[i] - 2 : tokens.end[i];
    if (kind !== SIGN)
      found.push({ hash: tokens.hash[i], text: Buffer.from(bytes.subarray(tokens.start[i], end)).toString(), isWord: kind === WORD });
  }
  return found;
}

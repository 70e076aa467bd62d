import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/stages/read/decode.ts';
import { ENCODED } from './encodings.ts';
import { folderOf, readIn, skippedOf, textsOf } from './folder.ts';

async function decoded(bytes: Buffer): Promise<[text: string, encoding: string] | string> {
  const result = await decode(bytes);
  return 'refused' in result ? result.refused : [result.text.toString(), result.encoding];
}

/** What decode should make of line ends, said with a regular expression. */
function withLf(text: string): string {
  return text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n');
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('decode', () => {
  it.each(ENCODED)('%s', async (encoding, text, base64) => {
    expect(await decoded(Buffer.from(base64, 'base64'))).toEqual([text, encoding]);
  });

  it('drops the byte-order mark', async () => {
    expect(await decoded(Buffer.from('\ufeffnaïve'))).toEqual(['naïve', 'utf-8']);
    expect(await decoded(Buffer.from('\ufeffnaïve ☕', 'utf16le'))).toEqual(['naïve ☕', 'utf-16le']);
    expect(await decoded(utf16be('\ufeffnaïve ☕'))).toEqual(['naïve ☕', 'utf-16be']);
  });

  it('tells UTF-16 without a mark by its NULs', async () => {
    expect(await decoded(Buffer.from('Plain news.\r\nLine', 'utf16le'))).toEqual(['Plain news.\nLine', 'utf-16le']);
    expect(await decoded(utf16be('Plain news.'))).toEqual(['Plain news.', 'utf-16be']);
    const japanese = '首相は木曜日、政府が述べた。\nABC 123。';
    expect(await decoded(utf16be(japanese))).toEqual([japanese, 'utf-16be']);
    expect(await decoded(Buffer.from(japanese, 'utf16le'))).toEqual([japanese, 'utf-16le']);
  });

  it.each([
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex')],
    ['a NUL in a text', Buffer.from('Some news\0 with a hole, quite long')],
    ['a NUL in a text at an even place', Buffer.from('So\0e news with a hole, quite long')],
    ['a NUL in a Latin-1 text', Buffer.from('caf\u00e9s\0 with a hole, quite long', 'latin1')],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 7919 + (at >> 3) * 104_729) % 251))],
    ['random bytes without NUL', Buffer.from(Array.from({ length: 5000 }, (_, at) => 1 + ((at * at * 7919 + (at >> 3) * 104_729) % 251)))],
    [
      'UTF-32',
      Buffer.concat([...'\ufeffHello'].map((letter) => Buffer.from([letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8, 0, 0]))),
    ],
  ])('refuses %s', async (_, bytes) => {
    expect(await decoded(bytes)).toBe('binary, not text');
  });

  it('names a gzip file that is not unpacked', async () => {
    expect(await decoded(Buffer.from([0x1f, 0x8b, 8, 3, 4, 5, 200]))).toContain('gzip');
  });

  it('says that a text is damaged, and keeps what is not', async () => {
    const cut = Buffer.from('“Nous irons”, a déclaré le président à l’Élysée').subarray(0, -4);
    expect(await decoded(Buffer.concat([Buffer.from('“é” è'), Buffer.from([0xe9]), Buffer.from('.')]))).toEqual([
      '“é” è\ufffd.',
      'utf-8 (damaged)',
    ]);
    expect((await decoded(Buffer.concat([cut, Buffer.from([0xe2, 0x80])])))[1]).toBe('utf-8 (damaged)');
  });

  it('leaves a valid text alone that holds an escape of ISO-2022', async () => {
    expect(await decoded(Buffer.from('a terminal \x1b$ é'))).toEqual(['a terminal \x1b$ é', 'utf-8']);
  });

  it('falls back to windows-1252, which takes any byte', async () => {
    expect(await decoded(Buffer.from([0x61, 0x20, 0x93, 0x62, 0x94]))).toEqual(['a “b”', 'windows-1252']);
  });

  it('gives back any text in UTF-8, but for its line ends', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\r', '\n', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '“', 'é', '\u00c2', 'ﾨ'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const bytes = Buffer.from(given);
        fc.pre(!bytes.includes(0) && !given.includes('\x1b$') && !given.startsWith('\ufeff'));
        expect(await decoded(bytes)).toEqual([withLf(given), 'utf-8']);
      }),
      { numRuns: 2000 },
    );
  });

  it('an escape to Japanese among bytes that are neither that nor UTF-8 is no reason to take them for UTF-8', async () => {
    const result = await decode(Buffer.from('A caf\u00e9 \x1b$ on the corner, cr\u00eape and all, \u0097 said one', 'latin1'));
    expect(result).toMatchObject({ encoding: 'windows-1252' });
    expect('text' in result && result.text.toString()).toContain('café');
  });

  it('makes valid UTF-8 of any bytes, or refuses them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const result = await decode(Buffer.from(bytes));
        if ('text' in result) expect(Buffer.from(result.text.toString())).toEqual(result.text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reading files of any encoding', () => {
  it('takes each as what it is, and says so', async () => {
    const folder = folderOf(
      Object.fromEntries(ENCODED.map(([, , base64], at) => [`${String(at).padStart(2, '0')}.txt`, Buffer.from(base64, 'base64')])),
    );
    const corpus = await readIn(folder);
    expect(textsOf(corpus)).toEqual(ENCODED.map(([, text]) => text));
    expect(corpus.articles.map((article) => article.encoding)).toEqual(ENCODED.map(([encoding]) => encoding));
  });

  it('a long text among short ones comes back whole', async () => {
    const long = `${'word '.repeat(2_000_000)}\r\nend`;
    const folder = folderOf({
      'a.txt': 'A',
      'b.txt': long,
      'c.txt': 'C',
      'd.txt': Buffer.from(`caf\u00e9 ${long}`, 'latin1'),
      'e.txt': 'E',
    });
    const corpus = await readIn(folder, ['.'], { maxArticleBytes: 20_000_000 });
    expect(textsOf(corpus).map((text) => text.length)).toEqual([1, long.length - 1, 1, long.length + 4, 1]);
    expect(textsOf(corpus)[3].slice(0, 6)).toBe('café w');
  });

  it('five small files cost little memory', async () => {
    const corpus = await readIn(folderOf({ 'a.txt': 'A', 'b.txt': 'BB', 'c.txt': 'C\0\0', 'd.txt': 'D', 'e.txt': 'E' }));
    expect(corpus.texts.chunks.map((chunk) => (chunk instanceof SharedArrayBuffer ? chunk.byteLength : null))).toEqual([5]);
    expect(skippedOf(corpus)).toEqual({ 'c.txt': 'binary, not text' });
  });
});

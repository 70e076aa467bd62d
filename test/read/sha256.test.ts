/** The hash in a report is that of the bytes on disk: what `sha256sum` says of the file. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderOf, readIn } from './folder.ts';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each([
  ['plain', Buffer.from('Two boats were lost.\n')],
  ['with a byte-order mark and Windows line ends', Buffer.from('\ufeffTwo boats\r\nwere lost.\r\n')],
  ['in another encoding', Buffer.from('Zwei Boote gingen vor Föhr verloren, vier wurden gerettet.', 'latin1')],
  ['in UTF-16', Buffer.from('\ufeffTwo boats were lost.', 'utf16le')],
])('a file %s', async (_, bytes) => {
  const { articles } = await readIn(folderOf({ 'a.txt': bytes }), ['a.txt']);
  expect(articles.map((article) => article.sha256)).toEqual([sha256(bytes)]);
});

test('a record is its line, without the line end; packed or not', async () => {
  const lines = ['{"id":1,"text":"Two boats were lost."}', '{ "id": 2, "text": "Four were saved." }'];
  const content = `\ufeff${lines.join('\n')}\n`;
  const { articles } = await readIn(folderOf({ 'a.jsonl': content, 'b.jsonl.gz': gzipSync(content) }), ['.']);
  expect(articles.map((article) => article.sha256)).toEqual([...lines, ...lines].map(sha256));
});

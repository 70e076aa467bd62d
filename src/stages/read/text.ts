import type { ArticleInfo } from '../../article.ts';
import { dayInName } from './dates.ts';
import { decode } from './decode.ts';
import type { Gathering } from './gather.ts';
import { fill, withFile } from './open.ts';
import { sha256Of } from './sha256.ts';

/** A whole file as one article. Its size is known before it is opened, and no more than that is read. */
export async function readText(shown: string, path: string, bytes: number, gathering: Gathering): Promise<void> {
  if (bytes === 0) return gathering.skip(shown, 'empty');
  if (bytes > gathering.maxArticleBytes) return gathering.skipTooLarge(shown, bytes);
  // One byte more than there should be shows a file that has grown, or has become something without an end.
  const content = withFile(path, (fd) => fill(gathering.arena.room(bytes + 1), fd));
  if (content.length !== bytes) return gathering.skip(shown, 'changed while it was read');
  await addDecoded(shown, content, sha256Of(content), gathering);
}

/** Standard input as one article; reading stops when it is too long. */
export async function readStdin(stdin: AsyncIterable<Uint8Array>, gathering: Gathering): Promise<void> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stdin) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > gathering.maxArticleBytes) return gathering.skipTooLarge('-', null);
  }
  await addDecoded('-', Buffer.concat(pieces), null, gathering);
}

/** Overwrites the content: decoding works in place. */
async function addDecoded(shown: string, content: Buffer, sha256: string | null, gathering: Gathering): Promise<void> {
  const decoded = await decode(content);
  if ('refused' in decoded) return gathering.skip(shown, decoded.refused);
  const info: ArticleInfo = { path: shown, title: null, day: dayInName(shown), source: null, encoding: decoded.encoding, sha256 };
  gathering.addBytes(info, decoded.text);
}

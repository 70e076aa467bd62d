import { dayInName } from './dates.ts';
import { decode } from './decode.ts';
import type { FoundFile } from './foundFile.ts';
import { fill, Unreadable, withFile } from './open.ts';
import type { Part } from './part.ts';
import { PartBuilder, tooLarge } from './partBuilder.ts';
import { sha256Of } from './sha256.ts';

/** Each file as one article; entry i is file i. A size is known before the file is opened, and no more than that is read. */
export async function readTexts(files: readonly FoundFile[], maxArticleBytes: number): Promise<Part> {
  const bytes = files.reduce((sum, file) => sum + (file.bytes > maxArticleBytes ? 0 : file.bytes), 0);
  const part = new PartBuilder(maxArticleBytes, { expectedBytes: bytes + 1 });
  for (const file of files) {
    try {
      await addFile(file, part);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      part.skip(error.message);
    }
  }
  return part.finish();
}

async function addFile({ shown, path, bytes }: FoundFile, part: PartBuilder): Promise<void> {
  if (bytes === 0) return part.skip('empty');
  if (bytes > part.maxArticleBytes) return part.skip(tooLarge(part.maxArticleBytes, bytes));
  // One byte more than there should be shows a file that has grown, or has become something without an end. No second read has to
  // show that a file ends here: a file gives less than it was asked for only at its end.
  const content = withFile(path, (fd) => fill(part.arena.room(bytes + 1), fd, null, bytes));
  if (content.length !== bytes) return part.skip('changed while it was read');
  await addDecoded(dayInName(shown), content, sha256Of(content), part);
}

/** Standard input as one article; reading stops when it is too long. */
export async function readStdin(stdin: AsyncIterable<Uint8Array>, maxArticleBytes: number): Promise<Part> {
  const part = new PartBuilder(maxArticleBytes);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stdin) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > maxArticleBytes) {
      part.skip(tooLarge(maxArticleBytes, null));
      return part.finish();
    }
  }
  await addDecoded(null, Buffer.concat(pieces), null, part);
  return part.finish();
}

/** Overwrites the content: decoding works in place. */
async function addDecoded(day: number | null, content: Buffer, sha256: string | null, part: PartBuilder): Promise<void> {
  const decoded = await decode(content);
  if ('refused' in decoded) return part.skip(decoded.refused);
  const { text, encoding } = decoded;
  part.addBytes({ id: null, line: 0, title: null, day, source: null, encoding, sha256 }, text);
}

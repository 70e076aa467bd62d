import { reasonOf, UserError } from '../errors.ts';
import { type Furniture, parseFurniture } from '../furniture.ts';
import { readUpTo } from './readUpTo.ts';

/** No file of rules is longer; a stream without end must not fill the memory. */
const MOST_BYTES = 10_000_000;

/** The rules of a file. Throws UserError when it cannot be read, is no text, or holds a line that is no rule. */
export function readFurniture(file: string): Furniture {
  const bytes = readBytes(file);
  if (bytes.length > MOST_BYTES) throw new UserError(`--furniture ${file} is longer than 10 MB`, 'give a text file of rules');
  return parseFurniture(decode(bytes, file), file);
}

function readBytes(file: string): Buffer {
  try {
    return readUpTo(file, MOST_BYTES + 1);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'; // errors of node:fs have a code
    if (isMissing) throw new UserError(`--furniture ${file}: there is no such file`, 'dedupe clean --learn writes one');
    throw new UserError(`--furniture ${file} cannot be read: ${reasonOf(error)}`, 'give a text file of rules');
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw new UserError(`--furniture ${file} is no UTF-8 text`, 'save it as UTF-8');
}

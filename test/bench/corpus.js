import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION, writeFiles, writeJsonl } from './generate.js';

/**
 * The corpus in the cache, generated when it is not there: { dir, input, truth, bytes }. The program is run in dir on
 * input, so that the paths in its report do not depend on where the cache is.
 */
export function corpusOf({ root, seed, count, format }) {
  const dir = join(root, `${seed}-${count}-v${VERSION}`, format);
  if (!existsSync(dir)) {
    // Under another name until it is whole: a run cut short leaves no half corpus behind.
    const unfinished = `${dir}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    const options = { count, seed };
    const made = format === 'files' ? writeFiles(join(unfinished, 'news'), options) : writeJsonl(join(unfinished, 'news.jsonl'), options);
    writeFileSync(join(unfinished, 'truth.json'), JSON.stringify(made));
    try {
      renameSync(unfinished, dir);
    } catch (error) {
      rmSync(unfinished, { recursive: true });
      if (!existsSync(dir)) throw error; // else another run was faster
    }
  }
  return { dir, input: format === 'files' ? 'news' : 'news.jsonl', ...JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) };
}

/** Reads everything once, so that the first run finds the bytes in memory as the others do. */
export async function warm({ dir, input }) {
  const isFolder = input === 'news';
  const paths = isFolder ? readdirSync(join(dir, input), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  for (const entry of paths) readFileSync(join(entry.parentPath, entry.name));
  if (!isFolder) for await (const chunk of createReadStream(join(dir, input))) void chunk;
}

import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Corpus, textOf } from '../../src/article.ts';
import { type Options, resolveOptions } from '../../src/options.ts';
import { read } from '../../src/stages/read/index.ts';

/** A folder with these files, gone after the test. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'read-')));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Reads paths inside the folder, by default all of it. */
export function readIn(cwd: string, paths: string[] = ['.'], options: Partial<Options> = {}, stdin: Uint8Array[] = []): Promise<Corpus> {
  return read({ paths, cwd, stdin: streamOf(stdin) }, resolveOptions(options));
}

export async function* streamOf(pieces: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces;
}

export function pathsOf(corpus: Corpus): string[] {
  return corpus.articles.map((article) => article.path);
}

export function textsOf(corpus: Corpus): string[] {
  return corpus.articles.map((_, id) => Buffer.from(textOf(corpus.texts, id)).toString());
}

/** path → reason */
export function skippedOf(corpus: Pick<Corpus, 'skipped'>): Record<string, string> {
  return Object.fromEntries(corpus.skipped.map(({ path, reason }) => [path, reason]));
}

/** Runs as nobody, for whom file permissions count; root may read everything. */
export async function asNobody<Result>(action: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(65_534);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

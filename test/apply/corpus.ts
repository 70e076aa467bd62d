/** A corpus with every class of copy, its report, and the tree of a folder as something to compare. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report.ts';
import { FERRY, LIBRARY } from '../cli/articles.ts';
import { dedupe, folderWith } from '../cli/program.ts';

const [headline, lead, rescue, quote, operator] = FERRY.trimEnd().split('\n\n');

export const CORPUS = {
  'news/ferry.txt': `${FERRY}\nThe wreck of an older ferry, the Orsay Belle, has lain on the same bank since the winter of 1931.\n`,
  'news/ferry-again.txt': `${FERRY}\nThe wreck of an older ferry, the Orsay Belle, has lain on the same bank since the winter of 1931.\n`,
  'wire/ferry.txt': FERRY.replace('Nobody was hurt.', 'Nobody came to harm.'),
  'wire/excerpt.txt': `${headline}\n\n${lead}\n\n${rescue}\n`,
  'wire/revised.txt': `${headline}\n\n${lead.replace('84 passengers and 31', '91 passengers and 36')}\n\n${rescue}\n\n${quote}\n\n${operator}\n`,
  'library.txt': LIBRARY,
} as const;

let made: Promise<string> | null = null;
/** The JSON report on CORPUS; made once. */
export function corpusReport(): Promise<string> {
  made ??= dedupe(['.', '--format', 'json'], { cwd: folderWith(CORPUS) }).then(({ stdout }) => stdout);
  return made;
}

/** A folder with the corpus and report.json. */
export async function corpusFolder(more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const report = await corpusReport();
  return folderWith({ ...CORPUS, ...more, 'report.json': report });
}

/** A folder with other files, and their report. */
export async function reportedFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: string[]
): Promise<{ cwd: string; report: Report }> {
  const cwd = folderWith(files);
  const { stdout } = await dedupe(['.', '--format', 'json', ...args], { cwd });
  writeFileSync(join(cwd, 'report.json'), stdout);
  return { cwd, report: JSON.parse(stdout) };
}

/** Every path below a folder with what it holds; journals and reports aside. */
export function treeOf(folder: string): Record<string, string> {
  const tree: Record<string, string> = {};
  const walk = (at: string): void => {
    for (const name of readdirSync(join(folder, at)).sort()) {
      const path = at === '' ? name : `${at}/${name}`;
      if (path === '.dedupe' || path === 'report.json') continue;
      const status = lstatSync(join(folder, path));
      if (status.isDirectory()) {
        tree[`${path}/`] = '';
        walk(path);
      } else if (status.isSymbolicLink()) tree[path] = `-> ${readlinkSync(join(folder, path))}`;
      else
        tree[path] = `${status.mode & 0o777} ${Math.round(status.mtimeMs / 1000)} ${createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex')}`;
    }
  };
  walk('');
  return tree;
}

export function journalIn(folder: string): string {
  const [name] = readdirSync(join(folder, '.dedupe')).filter((entry) => entry.endsWith('.jsonl'));
  return `.dedupe/${name}`;
}

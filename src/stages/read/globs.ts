import { type Dirent, existsSync, lstatSync, readdir } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Findings, shownPath } from './findings.ts';
import { IGNORE_FILES, isIgnored, type Rules, rulesIn } from './ignored.ts';
import { isSystemError } from './open.ts';
import { reasonFor } from './walk.ts';

/** What a glob matched, with the rules of the ignore files from the glob's fixed folder down to it. */
export interface Match {
  readonly path: string;
  /** Below the fixed folder: 'a/b.txt' for news/a/b.txt matched by news/**. */
  readonly base: string;
  readonly above: Rules | null;
}

const MAGIC = /[*?[\]{}()!+@]/;

export function looksLikeGlob(given: string): boolean {
  return MAGIC.test(given);
}

/**
 * The files and folders that a pattern matches, in any letter case, but for hidden and ignored ones. No link is
 * followed; a link that matches is among the matches, so that it can be named.
 */
export async function expandGlob(pattern: string, cwd: string, findings: Findings): Promise<Match[]> {
  const { default: fastGlob } = await import('fast-glob'); // 40 ms, so loaded only where it is needed
  const root = resolve(cwd, fixedFolder(pattern));
  const paths = await fastGlob(veiled(pattern), {
    cwd,
    onlyFiles: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    fs: { readdir: tolerant(cwd, findings) },
  });
  const rulesOf = folderRules(root, cwd, findings);
  return paths.flatMap((found) => {
    const path = resolve(cwd, unveiled(found));
    const base = relative(root, path).split(sep).join('/');
    // 'a*/../b' leads out of the fixed folder, where no rules are asked for
    if (base === '' || base.startsWith('../')) return [{ path, base: '', above: null }];
    const above = rulesOf(dirname(base));
    if (above === 'ignored' || isIgnored(above, base, lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)) return [];
    return [{ path, base, above }];
  });
}

/** news/2022/*.txt → news/2022 */
function fixedFolder(pattern: string): string {
  const parts = pattern.split('/');
  const magic = parts.findIndex((part) => MAGIC.test(part));
  const fixed = parts.slice(0, magic).join('/');
  return fixed === '' ? (pattern.startsWith('/') ? '/' : '.') : fixed;
}

/**
 * Lists a folder for fast-glob, which would end with the first one that it may not list, or hide all errors: here each
 * is skipped by name. Names are veiled.
 */
function tolerant(cwd: string, findings: Findings): typeof readdir {
  const list = (given: string, options: { withFileTypes: true }, done: (error: Error | null, entries: Dirent[]) => void) => {
    const path = unveiled(given);
    readdir(path, options, (error, entries) => {
      if (error === null) {
        for (const entry of entries) entry.name = veiled(entry.name);
        return done(null, entries);
      }
      if (!isSystemError(error)) return done(error, []);
      if (error.code !== 'ENOENT') findings.skip(shownPath(cwd, resolve(cwd, path)) || '.', reasonFor(error));
      done(null, []);
    });
  };
  return list as typeof readdir; // fast-glob calls only this form
}

// To fast-glob's "**" a line end is no character, and it would leave out such names without a word. So it gets to see
// lone surrogates in their place, which no name that Node reads can hold.
const LINE_ENDS = '\n\r\u2028\u2029';
const VEILS = '\udc0a\udc0d\udc28\udc29';

function veiled(name: string): string {
  return name.replace(/[\n\r\u2028\u2029]/g, (end) => VEILS[LINE_ENDS.indexOf(end)]);
}

function unveiled(name: string): string {
  return name.replace(/(?<![\ud800-\udbff])[\udc0a\udc0d\udc28\udc29]/g, (veil) => LINE_ENDS[VEILS.indexOf(veil)]);
}

/** The rules in each folder below the root, read once; 'ignored' when it or a folder above it is. */
function folderRules(root: string, cwd: string, findings: Findings): (folder: string) => Rules | null | 'ignored' {
  const known = new Map<string, Rules | null | 'ignored'>();
  const find = (folder: string): Rules | null | 'ignored' => {
    const isRoot = folder === '.';
    const above = isRoot ? null : rulesOf(dirname(folder));
    if (above === 'ignored' || (!isRoot && isIgnored(above, folder, true))) return 'ignored';
    const path = join(root, folder);
    const own = IGNORE_FILES.filter((name) => existsSync(join(path, name)));
    return rulesIn(path, isRoot ? '' : `${folder}/`, above, own, (file, reason) => findings.skip(shownPath(cwd, join(path, file)), reason));
  };
  const rulesOf = (folder: string): Rules | null | 'ignored' => {
    const rules = known.get(folder) ?? find(folder);
    known.set(folder, rules);
    return rules;
  };
  return rulesOf;
}

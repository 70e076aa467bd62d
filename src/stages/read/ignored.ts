import ignore, { type Ignore } from 'ignore';
import { fill, Unreadable, withFile } from './open.ts';

/** The names of ignore files; where both speak of a path, the later one decides. */
export const IGNORE_FILES = ['.gitignore', '.dedupeignore'] as const;

/** The ignore rules of a folder and, linked, of the folders above it up to the given root. */
export interface Rules {
  /** The folder below the root with a "/" at its end; '' is the root. */
  readonly base: string;
  readonly rules: Ignore;
  readonly above: Rules | null;
}

// As git on Linux does, everywhere, so that one folder gives one list of files on every machine.
const OPTIONS = { ignorecase: false };
const MOST_BYTES = 100_000;
/** Rules become regular expressions; a fourth "**" takes half a second on a deep path, a sixth minutes. */
const MOST_STARS = 3;

/**
 * Whether a path is ignored, as git decides it: the deepest folder with a rule for the path has the word, in it the
 * last rule. Paths are relative to the root, POSIX. The folders above the path must not be ignored themselves.
 */
export function isIgnored(rules: Rules | null, path: string, isFolder: boolean): boolean {
  for (let level = rules; level !== null; level = level.above) {
    const verdict = level.rules.test(path.slice(level.base.length) + (isFolder ? '/' : ''));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** The rules inside a folder: those from above, and its own when it has any of the ignore files. */
export function rulesIn(
  folder: string,
  base: string,
  above: Rules | null,
  files: readonly string[],
  failed: (file: string, reason: string) => void,
): Rules | null {
  const inherited = base === '' ? above : reopened(above, base);
  const rules = ignore(OPTIONS);
  for (const file of files) {
    try {
      for (const rule of linesOf(`${folder}/${file}`)) {
        if ((rule.match(/\*\*/g)?.length ?? 0) > MOST_STARS)
          failed(file, `rule not applied, it has more than ${MOST_STARS} "**": ${rule.slice(0, 80)}`);
        else rules.add(rule);
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      failed(file, `rules not applied: ${error.message}`);
    }
  }
  return files.length === 0 ? inherited : { base, rules, above: inherited };
}

/**
 * The package `ignore` holds everything below an ignored folder for ignored. When a deeper rule has taken such a folder
 * back ("!build"), the rules above must be told, or they would still hide its content.
 */
function reopened(rules: Rules | null, base: string): Rules | null {
  if (rules === null) return null;
  const above = reopened(rules.above, base);
  const folder = base.slice(rules.base.length);
  if (!rules.rules.ignores(folder)) return above === rules.above ? rules : { ...rules, above };
  const pattern = `!/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}`;
  return { base: rules.base, above, rules: ignore(OPTIONS).add(rules.rules).add({ pattern }) };
}

function linesOf(path: string): string[] {
  const content = withFile(path, (fd) => fill(Buffer.alloc(MOST_BYTES + 1), fd));
  if (content.length > MOST_BYTES) throw new Unreadable(`larger than ${MOST_BYTES} bytes`);
  return content
    .toString()
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
}

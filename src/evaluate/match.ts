import { posix } from 'node:path';
import { fileOf } from '../fileOf.ts';

const SEVERAL = -1;

/** How a label's name may mean an article: not at all, or more than one. */
export type Match = number | 'unknown' | 'several';

/**
 * Finds articles by the names that labels give them, in this order: the path as the report has it, a path from the labels'
 * own folder, the end of a path (so a file name alone) where only one article has it, and a record's id or a file's name
 * without its ending, likewise. `folder` and `cwd` may be absolute; paths are relative to cwd. Near-linear.
 */
export function matcher(paths: readonly string[], folder: string, cwd: string): (name: string) => Match {
  const whole = new Map(paths.map((path, id) => [keyOf(path), id]));
  const ends = new Map<string, number>();
  const stems = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, id: number) => map.set(key, map.has(key) && map.get(key) !== id ? SEVERAL : id);
  for (const [id, path] of paths.entries()) {
    const key = keyOf(path);
    for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) add(ends, key.slice(at + 1), id);
    const { file, record } = fileOf(key);
    add(stems, record ?? posix.parse(file).name, id);
  }
  return (name) => {
    const key = keyOf(name);
    const places = posix.isAbsolute(key) ? [posix.relative(cwd, key)] : [key, keyOf(posix.relative(cwd, posix.resolve(cwd, folder, key)))];
    const id = whole.get(key) ?? places.map((place) => whole.get(place)).find((id) => id !== undefined) ?? ends.get(key) ?? stems.get(key);
    return id === undefined ? 'unknown' : id === SEVERAL ? 'several' : id;
  };
}

/** One spelling of a path: composed letters (file names of macOS are not), forward slashes, no "./" and no "a/../". */
function keyOf(path: string): string {
  const plain = path.normalize('NFC');
  return posix.normalize(plain.includes('/') ? plain : plain.replaceAll('\\', '/'));
}

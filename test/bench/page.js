import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Puts the results of one run beside those kept for the page, in place of an earlier run of the same size. */
export function addResults(page, part, size, results) {
  const file = join(dirname(page), 'benchmarks', 'results.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  kept[part] = { ...kept[part], [size]: results };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`);
}

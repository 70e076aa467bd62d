import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { rowsOf } from '../score.ts';
import { type LabelledSet, readSet } from './sets.ts';

const MAKER = '../shared/eval/make_copies.py';
const SOURCE = '../shared/eval/events/gva_incidents/articles';
const FOLDER = 'node_modules/.cache/fit-notices';

/** Hard negatives: templated notices (quakes, results, obituaries …) and briefs, no two of one event. Needs Python. */
export async function noticeSet(): Promise<LabelledSet> {
  rmSync(FOLDER, { recursive: true, force: true });
  const recipe = { source: SOURCE, out: FOLDER, seed: 1, clusters: 0, singles: 600, severity: 'medium', pool: 'even' };
  execFileSync('python3', [MAKER, ...Object.entries(recipe).flatMap(([name, value]) => [`--${name}`, String(value)])], { stdio: 'ignore' });
  const rows = rowsOf(readFileSync(`${FOLDER}/edits.tsv`, 'utf8')).filter(({ edits }) => /^(template|brief)/.test(edits));
  return readSet('notices', `${FOLDER}/articles`, new Map(rows.map(({ file }) => [file, file])));
}

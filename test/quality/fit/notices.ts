import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOf } from './rows.ts';
import { type LabelledSet, readSet } from './sets.ts';

const MAKER = '../shared/eval/make_copies.py';
const SOURCE = '../shared/eval/events/gva_incidents/articles';

/** Hard negatives: templated notices (quakes, results, obituaries …) and briefs, no two of one event. Needs Python. */
export async function noticeSet(): Promise<LabelledSet> {
  const folder = mkdtempSync(join(tmpdir(), 'fit-notices-'));
  try {
    const recipe = { source: SOURCE, out: folder, seed: 1, clusters: 0, singles: 600, severity: 'medium', pool: 'even' };
    const flags = Object.entries(recipe).flatMap(([name, value]) => [`--${name}`, String(value)]);
    execFileSync('python3', [MAKER, ...flags], { stdio: 'ignore' });
    const rows = rowsOf(readFileSync(join(folder, 'edits.tsv'), 'utf8')).filter(({ edits }) => /^(template|brief)/.test(edits));
    return await readSet('notices', join(folder, 'articles'), new Map(rows.map(({ file }) => [file, file])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

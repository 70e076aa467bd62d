/**
 * docs/benchmarks.md: its tables and plots are made from the results of runs, kept beside it in benchmarks/results.json; the
 * words between them are written by hand.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { benchTables, peersTables } from './pageTables.js';
import { plotPeers, plotStages } from './plot.js';

/** Puts the results of a run in place of those of an earlier one of the same size, and makes the page's tables and plots anew. */
export function addResults(page, part, size, results) {
  const folder = join(dirname(page), 'benchmarks');
  const file = join(folder, 'results.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  kept[part] = { ...kept[part], [size]: results };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`);
  const { text, plots } = renderPage(readFileSync(page, 'utf8'), kept);
  writeFileSync(page, text);
  for (const [name, svg] of Object.entries(plots)) writeFileSync(join(folder, name), svg);
}

/**
 * The page with what is between its marks, <!-- peers --> … <!-- /peers --> and <!-- bench --> … <!-- /bench -->, made of the
 * results: { peers: { [articles]: … }, bench: { ['articles input']: … } }; and its plots by file name.
 */
export function renderPage(text, { peers = {}, bench = {} }) {
  const bySize = (part) => Object.values(part).toSorted((x, y) => x.articles - y.articles || (x.input < y.input ? -1 : 1));
  const plots = {};
  const sections = { peers: [], bench: [] };
  for (const results of bySize(peers)) {
    const name = `peers-${results.articles}.svg`;
    plots[name] = plotPeers(results);
    sections.peers.push(peersTables(results, `benchmarks/${name}`));
  }
  if (bySize(bench).length > 0) {
    plots['stages.svg'] = plotStages(bySize(bench));
    sections.bench.push('![Where the time goes, stage by stage](benchmarks/stages.svg)', ...bySize(bench).map(benchTables));
  }
  for (const [mark, parts] of Object.entries(sections)) {
    const between = new RegExp(`(<!-- ${mark} -->\n)[^]*?(<!-- /${mark} -->)`);
    text = text.replace(between, (_, start, end) => `${start}\n${parts.join('\n\n')}\n\n${end}`);
  }
  return { text, plots };
}

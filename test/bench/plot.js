/** The plots of docs/benchmarks.md as SVG, with colours for a light and a dark page. */
import { figure, median, percent, stagesOf } from './figures.js';

const WIDTH = 860;
const ROW = 30;
const LABELS = 190;
const STYLE = `<style>
  text { font: 13px system-ui, sans-serif; fill: #333a45 }
  .dim { fill: #6b7480; font-size: 12px }
  .ours { font-weight: 600 }
  .grid { stroke: #dfe3e8 }
  .range { stroke: #8a94a3; stroke-width: 2 }
  .dot, .bar { fill: #7d8da6 }
  .dot.ours, .bar.ours { fill: #c2703d }
  .track { fill: #eef1f4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #d5dae1 }
    .dim { fill: #98a2af }
    .grid { stroke: #343b45 }
    .range { stroke: #6f7a89 }
    .track { fill: #2a3038 }
    .dot.ours, .bar.ours { fill: #e08c55 }
  }
</style>`;
/** One for a stage, in the order of the run; of middle lightness, so that they show on white and on black. */
const COLOURS = {
  ...{ read: '#7fa3c7', survey: '#5a7fa8', digest: '#c2703d', pair: '#7aa874', verify: '#4f8a6a', link: '#a873a0' },
  ...{ group: '#7f5f9a', report: '#bfa24a', other: '#8a919b' },
};

/** A row a tool: its time on a logarithmic scale, from the least to the most, and the share of the copies that it found. */
export function plotPeers({ articles, contestants }) {
  const rows = contestants.filter(({ trials }) => trials.length > 0);
  const [left, right] = [LABELS, 560];
  const times = rows.flatMap(({ trials }) => trials.map(({ wallMs }) => wallMs / 1000));
  const low = Math.floor(Math.log10(Math.min(...times)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...times))));
  const x = (time) => left + ((Math.log10(time) - low) / (high - low)) * (right - left);
  const bottom = 40 + rows.length * ROW;
  const [barLeft, barWidth] = [610, 190];

  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)).flatMap((time) => [
    `<line class="grid" x1="${at(x(time))}" x2="${at(x(time))}" y1="34" y2="${bottom}"/>`,
    `<text class="dim" text-anchor="middle" x="${at(x(time))}" y="${bottom + 18}">${time < 1 ? time : figure(time)} s</text>`,
  ]);
  const marks = rows.flatMap(({ name, packages, trials, found }, row) => {
    const y = 52 + row * ROW;
    const own = packages === null ? ' ours' : '';
    const walls = trials.map(({ wallMs }) => wallMs / 1000);
    const recall = found?.recall ?? 0;
    return [
      `<text class="${own.trim()}" text-anchor="end" x="${LABELS - 16}" y="${y + 4}">${escaped(name)}</text>`,
      `<line class="range" x1="${at(x(Math.min(...walls)))}" x2="${at(x(Math.max(...walls)))}" y1="${y}" y2="${y}"/>`,
      `<circle class="dot${own}" cx="${at(x(median(walls)))}" cy="${y}" r="6"/>`,
      `<rect class="track" x="${barLeft}" y="${y - 7}" width="${barWidth}" height="14" rx="2"/>`,
      `<rect class="bar${own}" x="${barLeft}" y="${y - 7}" width="${at(recall * barWidth)}" height="14" rx="2"/>`,
      `<text class="dim" x="${barLeft + barWidth + 8}" y="${y + 4}">${found === null ? '?' : percent(recall)}</text>`,
    ];
  });
  return svg(bottom + 30, `Time and copies found, ${figure(articles)} articles`, [
    `<text class="dim" x="${left}" y="20">time for ${figure(articles)} articles, end to end (each line ten times the last)</text>`,
    `<text class="dim" x="${barLeft}" y="20">copies found, pair by pair</text>`,
    ...ticks,
    ...marks,
  ]);
}

/** A bar a run, of microseconds an article, so that sizes compare; a part a stage. */
export function plotStages(benches) {
  const bars = benches.flatMap(({ articles, input, programs }) =>
    programs.map(({ only, runs }) => ({
      name: `${figure(articles)} ${input}, ${only}`,
      stages: Array.from(stagesOf(runs), ([name, ms]) => ({ name, micros: (1000 * ms) / articles })),
    })),
  );
  const total = ({ stages }) => stages.reduce((sum, { micros }) => sum + micros, 0);
  const scale = (WIDTH - LABELS - 110) / Math.max(...bars.map(total));
  const rows = bars.flatMap((bar, row) => {
    const y = 20 + row * ROW;
    let x = LABELS;
    const parts = bar.stages.map(({ name, micros }) => {
      const part = `<rect fill="${COLOURS[name] ?? COLOURS.other}" x="${at(x)}" y="${y}" width="${at(micros * scale)}" height="18"><title>${escaped(name)} ${figure(micros)} µs</title></rect>`;
      x += micros * scale;
      return part;
    });
    return [
      `<text text-anchor="end" x="${LABELS - 12}" y="${y + 14}">${escaped(bar.name)}</text>`,
      ...parts,
      `<text class="dim" x="${at(x + 8)}" y="${y + 14}">${figure(total(bar))} µs</text>`,
    ];
  });
  const used = Object.keys(COLOURS).filter((name) => bars.some(({ stages }) => stages.some((stage) => stage.name === name)));
  const legendY = 36 + bars.length * ROW;
  const legend = used.flatMap((name, i) => [
    `<rect fill="${COLOURS[name]}" x="${LABELS + i * 72}" y="${legendY}" width="11" height="11"/>`,
    `<text class="dim" x="${LABELS + 16 + i * 72}" y="${legendY + 10}">${name}</text>`,
  ]);
  return svg(legendY + 26, 'Time an article, stage by stage', [...rows, ...legend]);
}

function svg(height, title, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img">
<title>${escaped(title)}</title>
${[STYLE, ...parts].join('\n')}
</svg>
`;
}

function at(pixels) {
  return String(Math.round(10 * pixels) / 10);
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

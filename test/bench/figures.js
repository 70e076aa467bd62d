/** How figures are summed up and written, in the terminal and on the page alike. */

export function median(values) {
  const sorted = values.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of one part of each run. */
export function medianOf(runs, part) {
  return median(runs.map((run) => run[part]));
}

/** Stages that run beside link, in another thread. */
const BESIDE_LINK = ['pair', 'verify'];

/** Name of the stage → median milliseconds, in the order of the run; 'other' is the rest of the wall time. */
export function stagesOf(runs) {
  const msOf = ({ stages }, name) => stages.filter((one) => one.name === name).reduce((sum, { ms }) => sum + ms, 0);
  const beside = (run) => BESIDE_LINK.reduce((sum, name) => sum + msOf(run, name), 0);
  const atOnce = (run) => Math.min(beside(run), msOf(run, 'link'));
  const told = runs.at(-1).stages.map(({ name }) => [name, median(runs.map((run) => msOf(run, name)))]);
  const rest = median(runs.map((run) => run.wallMs + atOnce(run) - run.stages.reduce((sum, { ms }) => sum + ms, 0)));
  return new Map([...told, ['other', rest]]);
}

/** 12,345 */
export function figure(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function megabytes(bytes) {
  return `${figure(bytes / 1e6)} MB`;
}

export function seconds(ms) {
  return ms < 100 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

export function percent(share, digits = 0) {
  return `${(100 * share).toFixed(digits)} %`;
}

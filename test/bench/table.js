import { loadavg } from 'node:os';
import { VERSION } from './generate.js';
import { machineOf } from './machine.js';

/** The machine, and how busy it is: with others at work on it, times say little. */
export function renderMachine() {
  return `${describeMachine(machineOf())} · load ${loadavg()[0].toFixed(1)}\n`;
}

export function describeMachine({ cores, model, memoryGiB, node, platform }) {
  return `${cores} cores of ${model} · ${memoryGiB} GiB · node ${node} · ${platform}`;
}

/** The stages with the median of their times, then what the whole run took, in time and memory. */
export function renderSpeed(runs, { truth, bytes }, { articles, format, seed, only, workers }) {
  const walls = runs.map((run) => run.wallMs);
  const total = median(walls);
  const rows = stageRows(runs);
  const count = Object.keys(truth).length;
  const peak = median(runs.map((run) => run.peakBytes));
  const line = (name, ms, share, note) => `${name.padEnd(8)} ${figure(ms).padStart(9)} ms ${share.padStart(4)}  ${note}`.trimEnd();
  return `${[
    `${figure(articles)} articles as ${format}, ${megabytes(bytes)}, seed ${seed}, generator ${VERSION} · --only ${only} --workers ${workers} · ${runs.length} runs`,
    '',
    ...rows.map(({ name, ms, note }) => line(name, ms, `${Math.round((100 * ms) / total)}%`, note)),
    line(
      'total',
      total,
      '',
      `median; least ${figure(Math.min(...walls))}, most ${figure(Math.max(...walls))}, processors ${figure(median(runs.map((run) => run.cpuMs)))}`,
    ),
    '',
    `${figure((1000 * count) / total)} articles/s · ${(bytes / 1000 / total).toFixed(1)} MB/s · ${figure((1000 * total) / count)} µs an article`,
    `peak ${megabytes(peak)} · ${(peak / 1000 / count).toFixed(1)} kB an article`,
  ].join('\n')}\n\n`;
}

/** A stage's note is that of the last run; they are all the same but for times. */
function stageRows(runs) {
  const rows = runs[runs.length - 1].stages.map(({ name, note }) => ({ name, note, ms: median(runs.map((run) => msOf(run, name))) }));
  const rest = median(runs.map((run) => run.wallMs - run.stages.reduce((sum, { ms }) => sum + ms, 0)));
  return [...rows, { name: 'other', ms: rest, note: 'start, writing of the report' }];
}

function msOf({ stages }, name) {
  return stages.filter((stage) => stage.name === name).reduce((sum, { ms }) => sum + ms, 0);
}

/** Whether the groups are right by the generator's truth; a relation that was not looked for is left out. */
export function renderQuality({ copies, events, text }, { only }) {
  const line = (name, { precision, recall, f1, foundPairs, truePairs }) =>
    `${name.padEnd(8)} ${[precision, recall, f1].map((share) => share.toFixed(4).padStart(9)).join(' ')}  ${figure(foundPairs)} pairs of ${figure(truePairs)}`;
  return `${[
    'pairs    precision    recall        F1  found, of those there are',
    ...(only === 'events' ? [] : [line('copies', copies)]),
    ...(only === 'copies' ? [] : [line('events', events)]),
    `text     own words lost ${percent(text.ownLost)} or more, furniture kept ${percent(text.furnitureKept)} or more`,
  ].join('\n')}\n\n`;
}

/** Every hash with who gave it; one line when all agree. */
export function renderBytes(trials) {
  const byHash = new Map();
  for (const { hash, label } of trials) byHash.set(hash, [...(byHash.get(hash) ?? []), label]);
  const lines = Array.from(byHash, ([hash, labels]) => `${hash} from ${labels.join(', ')}`);
  return byHash.size === 1
    ? `bytes    the same: ${lines[0]}\n`
    : `bytes    DIFFERENT:\n${lines.map((line) => `         ${line}\n`).join('')}`;
}

/** Contestants in the order given, the first being what the others are held against. */
export function renderPeers({ machine, articles, bytes, contestants }) {
  const [first] = contestants;
  const base = first.trials.length > 0 ? median(first.trials.map(({ wallMs }) => wallMs)) : Number.NaN;
  const head = 'end to end            seconds   times  processor    peak MB  precision  recall  others  runs';
  const lines = contestants.map(({ name, trials, found, failure }) => {
    if (trials.length === 0) return `${name.padEnd(20)} ${failure}`;
    const of = (part) => median(trials.map(part));
    const columns = [
      (of(({ wallMs }) => wallMs) / 1000).toFixed(2).padStart(8),
      (of(({ wallMs }) => wallMs) / base).toFixed(1).padStart(7),
      (of(({ cpuMs }) => cpuMs) / 1000).toFixed(2).padStart(10),
      (of(({ peakBytes }) => peakBytes) / 1e6).toFixed(0).padStart(10),
      (found?.precision.toFixed(4) ?? '–').padStart(10),
      (found?.recall.toFixed(4) ?? '–').padStart(7),
      percent0(of(({ others }) => others)).padStart(7),
      String(trials.length).padStart(5),
    ];
    return `${name.padEnd(20)} ${columns.join(' ')}${failure === null ? '' : ` then: ${failure}`}`;
  });
  return `${[`${describeMachine(machine)}`, `${figure(articles)} articles as jsonl, ${megabytes(bytes)}`, '', head, ...lines].join('\n')}\n`;
}

function percent0(share) {
  return `${Math.round(100 * share)} %`;
}

export function median(values) {
  const sorted = values.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function figure(value) {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function percent(share) {
  return `${(100 * share).toFixed(2)} %`;
}

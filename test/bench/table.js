/** What the terminal is told. */
import { loadavg } from 'node:os';
import { figure, median, medianOf, megabytes, percent, stagesOf } from './figures.js';
import { VERSION } from './generate.js';
import { describeMachine, machineOf } from './machine.js';

/** The machine, and how busy it is: with others at work on it, times say little. */
export function renderMachine() {
  return `${describeMachine(machineOf())} · load ${loadavg()[0].toFixed(1)}\n`;
}

/** The stages with the median of their times, then what the whole run took, in time and memory. */
export function renderSpeed({ only, runs }, { truth, bytes }, { articles, input, seed, workers }) {
  const walls = runs.map((run) => run.wallMs);
  const total = median(walls);
  const notes = new Map(runs.at(-1).stages.map(({ name, note }) => [name, note]));
  const count = Object.keys(truth).length;
  const peak = medianOf(runs, 'peakBytes');
  const line = (name, ms, share, note) => `${name.padEnd(8)} ${figure(ms).padStart(9)} ms ${share.padStart(5)}  ${note}`.trimEnd();
  return `${[
    `${figure(articles)} articles as ${input}, ${megabytes(bytes)}, seed ${seed}, generator ${VERSION} · --only ${only} --workers ${workers} · ${runs.length} runs`,
    '',
    ...Array.from(stagesOf(runs), ([name, ms]) => line(name, ms, percent(ms / total), notes.get(name) ?? 'start, writing of the report')),
    line('total', total, '', `median; least ${figure(Math.min(...walls))}, most ${figure(Math.max(...walls))}`),
    '',
    `processors ${figure(medianOf(runs, 'cpuMs'))} ms; others took ${percent(medianOf(runs, 'others'))} of them meanwhile`,
    `${figure((1000 * count) / total)} articles/s · ${(bytes / 1000 / total).toFixed(1)} MB/s · ${figure((1000 * total) / count)} µs an article`,
    `peak ${megabytes(peak)} · ${(peak / 1000 / count).toFixed(1)} kB an article`,
  ].join('\n')}\n\n`;
}

/** Whether the groups are right by the generator's truth; a relation that was not looked for is left out. */
export function renderQuality({ only, quality }) {
  if (quality === null) return 'pairs    not counted: the report is too large to be parsed\n\n';
  const { copies, events, text } = quality;
  const line = (name, { precision, recall, f1, foundPairs, truePairs }) =>
    `${name.padEnd(8)} ${[precision, recall, f1].map((share) => share.toFixed(4).padStart(9)).join(' ')}  ${figure(foundPairs)} pairs of ${figure(truePairs)}`;
  return `${[
    'pairs    precision    recall        F1  found, of those there are',
    ...(only === 'events' ? [] : [line('copies', copies)]),
    ...(only === 'copies' ? [] : [line('events', events)]),
    `text     own words lost ${percent(text.ownLost, 2)} or more, furniture kept ${percent(text.furnitureKept, 2)} or more`,
  ].join('\n')}\n\n`;
}

/** Every hash with who gave it; one line when all agree. */
export function renderBytes(only, trials) {
  const byHash = new Map();
  for (const { hash, label } of trials) byHash.set(hash, [...(byHash.get(hash) ?? []), label]);
  const lines = Array.from(byHash, ([hash, labels]) => `${hash} from ${labels.join(', ')}`);
  return byHash.size === 1
    ? `bytes    --only ${only}, the same: ${lines[0]}\n`
    : `bytes    --only ${only}, DIFFERENT:\n${lines.map((line) => `         ${line}\n`).join('')}`;
}

/** The runs against reading the bytes, the least runs against starting at all. */
export function renderYardsticks(programs, yardsticks) {
  const [bytes, start, ...least] = yardsticks.map(({ name, wallMs }) => ({ name, ms: median(wallMs) }));
  const whole = programs.map(({ only, runs }) => ({ name: `--only ${only}`, ms: medianOf(runs, 'wallMs') }));
  const line = ({ name, ms }, against) =>
    `${name.padEnd(24)} ${figure(ms).padStart(8)} ms ${(ms / against.ms).toFixed(2).padStart(8)} × ${against.name} (${figure(against.ms)} ms)`;
  return `${[...whole.map((run) => line(run, bytes)), ...least.map((run) => line(run, start))].join('\n')}\n`;
}

/** Contestants in the order given, the first being what the others are held against. */
export function renderPeers({ machine, articles, bytes, contestants }) {
  const base = contestants[0].trials.length > 0 ? medianOf(contestants[0].trials, 'wallMs') : Number.NaN;
  const lines = contestants.map(({ name, trials, found, failure }) => {
    if (trials.length === 0) return `${name.padEnd(20)} ${failure}`;
    const wallMs = medianOf(trials, 'wallMs');
    const columns = [
      (wallMs / 1000).toFixed(2).padStart(8),
      (wallMs / base).toFixed(2).padStart(7),
      (medianOf(trials, 'cpuMs') / 1000).toFixed(2).padStart(10),
      (medianOf(trials, 'peakBytes') / 1e6).toFixed(0).padStart(10),
      (found?.precision.toFixed(4) ?? '–').padStart(10),
      (found?.recall.toFixed(4) ?? '–').padStart(7),
      percent(medianOf(trials, 'others')).padStart(7),
      String(trials.length).padStart(5),
    ];
    return `${name.padEnd(20)} ${columns.join(' ')}${failure === null ? '' : ` then: ${failure}`}`;
  });
  const head = 'end to end            seconds   times processors    peak MB  precision  recall  others  runs';
  return `${[describeMachine(machine), `${figure(articles)} articles as jsonl, ${megabytes(bytes)}`, '', head, ...lines].join('\n')}\n`;
}

/** The tables of docs/benchmarks.md, in Markdown. */
import { figure, median, medianOf, megabytes, percent, seconds, stagesOf } from './figures.js';
import { describeMachine } from './machine.js';

/** Share of the processors taken by others up to which a machine counts as quiet. */
const QUIET = 0.1;
const KINDS = ['identical', 'edited', 'rewritten', 'cut'];
const STAGES = ['read', 'survey', 'digest', 'pair', 'verify', 'link', 'group', 'report', 'other'];

/** Times, what was found, and what each does, of one size. */
export function peersTables({ machine, articles, bytes, contestants }, plot) {
  const ran = contestants.filter(({ trials }) => trials.length > 0);
  const trials = ran.flatMap((contestant) => contestant.trials);
  return [
    `### ${figure(articles)} articles, ${megabytes(bytes)} of JSONL`,
    conditions(machine, trials),
    `![Time and copies found, by tool](${plot})`,
    timesTable(ran, articles),
    ...contestants.filter(({ failure }) => failure !== null).map(failureLine),
    foundTable(ran),
    doesTable(contestants),
  ].join('\n\n');
}

function timesTable(contestants, articles) {
  const base = medianOf(contestants[0].trials, 'wallMs');
  const rows = contestants.map(({ name, packages, trials }) => {
    const label = packages === null ? `**${name}**` : `${name} <sub>${versionOf(packages)}</sub>`;
    const wallMs = medianOf(trials, 'wallMs');
    return [
      label,
      seconds(wallMs),
      seconds(medianOf(trials, 'cpuMs')),
      times(wallMs / base),
      figure((1000 * articles) / wallMs),
      megabytes(medianOf(trials, 'peakBytes')),
      String(trials.length),
    ];
  });
  return table(['end to end', 'time', 'processor time', 'times the first', 'articles/s', 'peak memory', 'runs'], rows);
}

function failureLine({ name, packages, trials, failure }) {
  return `**${name}** ${versionOf(packages ?? ['here'])} ${trials.length === 0 ? 'could not be measured' : 'failed in a later run'}: ${cell(failure)}`;
}

function versionOf(packages) {
  return packages[0].replace(/^.*[=@]/, '');
}

function foundTable(contestants) {
  const share = (value) => (value === undefined ? '–' : percent(value, 1));
  const rows = contestants
    .filter(({ found }) => found !== null)
    .map(({ name, found: { precision, recall, kinds } }) => {
      const ofKind = KINDS.map((kind) => share(kinds[kind] && kinds[kind].found / kinds[kind].copies));
      return [name, percent(recall, 1), percent(precision, 1), ...ofKind];
    });
  return table(['pairs of copies', 'found', 'right', ...KINDS], rows);
}

function doesTable(contestants) {
  const rows = contestants.map(({ name, does: { strips, exact, containment, events, reasons }, settings }) => [
    ...[name, strips, exact, containment, events, reasons],
    cell(settings),
  ]);
  return table(['', 'strips furniture', 'checks pairs exactly', 'finds excerpts', 'finds events', 'says why', 'as run'], rows, '---');
}

/** Stages, totals and yardsticks of one size and input. */
export function benchTables({ machine, articles, input, bytes, programs, yardsticks }) {
  const [reading, start, ...least] = yardsticks.map(({ name, wallMs }) => ({ name, ms: median(wallMs) }));
  const columns = programs.map(({ runs, quality }) => ({ runs, quality, wallMs: medianOf(runs, 'wallMs') }));
  const row = (name, of) => [name, ...columns.map(of)];
  const stages = STAGES.map((name) => row(name, ({ runs }) => stage(runs, name))).filter(([, ...cells]) => cells.some((ms) => ms !== ''));
  const rows = [
    ...stages,
    row('**total**', ({ wallMs }) => `**${seconds(wallMs)}**`),
    row('processor time', ({ runs }) => seconds(medianOf(runs, 'cpuMs'))),
    row('articles/s', ({ wallMs }) => figure((1000 * articles) / wallMs)),
    row('MB/s', ({ wallMs }) => (bytes / 1000 / wallMs).toFixed(1)),
    row('peak memory', ({ runs }) => megabytes(medianOf(runs, 'peakBytes'))),
    row(`times \`${reading.name}\` (${seconds(reading.ms)})`, ({ wallMs }) => times(wallMs / reading.ms)),
  ];
  return [
    `### ${figure(articles)} articles as ${input === 'files' ? 'files' : 'JSONL'}, ${megabytes(bytes)}`,
    conditions(
      machine,
      programs.flatMap(({ runs }) => runs),
    ),
    table(['', ...programs.map(({ only }) => (only === 'all' ? '`dedupe`' : `\`dedupe --only ${only}\``))], rows),
    `To start: \`${start.name}\` ${seconds(start.ms)}${least.map(({ name, ms }) => `; ${name} ${seconds(ms)}, ${times(ms / start.ms)}`).join('')}.`,
  ].join('\n\n');
}

function stage(runs, name) {
  const all = stagesOf(runs);
  return all.has(name) ? seconds(all.get(name)) : '';
}

/** The machine, and whether it was quiet: with others at work on it, times are long and ratios rough. */
function conditions(machine, runs) {
  const others = runs.map((run) => run.others).toSorted((x, y) => x - y);
  const from = `${Math.round(100 * others[0])}–${percent(others.at(-1))}`;
  const quiet = median(others) <= QUIET;
  return `${describeMachine(machine)}. ${quiet ? `Quiet: others took ${from} of the processors.` : `**Not quiet**: others took ${from} of the processors meanwhile, so times are long and ratios rough.`}`;
}

function table(head, rows, alignment = '--:') {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : alignment))), ...rows.map(line)].join('\n');
}

function times(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`;
}

function cell(text) {
  return text.replace(/[|<>\n]/g, ' ');
}

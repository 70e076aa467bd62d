/** npm run bench -- [--articles 10000] [--input files|jsonl] [--runs 3] [--only copies,all] [--workers 0] [--seed 1] [--write docs/benchmarks.md]; see NOTES.md. */
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusOf, warm } from './corpus.js';
import { VERSION, writeFiles } from './generate.js';
import { machineOf } from './machine.js';
import { addResults } from './page.js';
import { LARGEST_REPORT, measure } from './quality.js';
import { wholeNumber } from './settings.js';
import { renderBytes, renderMachine, renderQuality, renderSpeed, renderYardsticks } from './table.js';
import { freeze, trial } from './trial.js';
import { timeOf, yardsticksOf } from './yardsticks.js';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/newsdedupe-bench', import.meta.url));
/** The report has to be the same for each of these before any time is taken. */
const WORKERS = [1, 2];

await bench(settingsOf(process.argv.slice(2)));

async function bench(settings) {
  const scratch = join(CACHE, `run-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    process.stdout.write(renderMachine());
    tell(`corpus of ${settings.articles} articles`);
    const corpus = corpusOf({ root: CACHE, seed: settings.seed, count: settings.articles, format: settings.input });
    await warm(corpus);
    const how = { ...settings, reportFile: join(scratch, 'report.json'), program: freeze(scratch) };

    const programs = [];
    for (const only of settings.only) programs.push({ only, ...(await check(corpus, { ...how, only })), runs: [] });
    for (const { only, checks } of programs) process.stdout.write(renderBytes(only, checks));
    if (programs.some(({ checks }) => !areSame(checks))) {
      process.exitCode = 1;
      return; // No speed is told of a result that depends on who computed it.
    }

    writeFiles(join(scratch, 'five'), { count: 5, seed: settings.seed });
    const yardsticks = yardsticksOf(corpus, { program: how.program, five: join(scratch, 'five') }).map((yard) => ({ ...yard, wallMs: [] }));
    await inTurn(programs, yardsticks, corpus, how);
    for (const program of programs) process.stdout.write(renderSpeed(program, corpus, settings) + renderQuality(program));
    process.stdout.write(renderYardsticks(programs, yardsticks));
    if (settings.write !== null)
      addResults(settings.write, 'bench', `${settings.articles} ${settings.input}`, resultsOf(programs, yardsticks, corpus, settings));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs with each number of workers, for their bytes alone, and what the report has found: { checks, quality }. */
async function check(corpus, how) {
  const checks = [];
  for (const workers of WORKERS) {
    const label = `${workers} worker${workers === 1 ? '' : 's'}`;
    tell(`--only ${how.only}, ${label}, for the bytes`);
    checks.push({ label, ...(await trial(corpus, { ...how, workers })) });
  }
  const isReadable = statSync(how.reportFile).size <= LARGEST_REPORT;
  return { checks, quality: isReadable ? measure(JSON.parse(readFileSync(how.reportFile, 'utf8')), corpus.truth) : null };
}

function areSame(trials) {
  return new Set(trials.map(({ hash }) => hash)).size === 1;
}

/** Rounds in which everything runs once, so that a slow minute of the machine falls on all alike. */
async function inTurn(programs, yardsticks, corpus, how) {
  for (let run = 1; run <= how.runs; run++) {
    for (const program of programs) {
      tell(`run ${run} of ${how.runs}: --only ${program.only}`);
      const one = await trial(corpus, { ...how, only: program.only });
      if (!areSame([one, ...program.checks])) throw new Error(`run ${run} of --only ${program.only} gave other bytes than those before it`);
      program.runs.push(one);
    }
    for (const yardstick of yardsticks) yardstick.wallMs.push(await timeOf(yardstick, corpus));
  }
}

/** What is kept for the page. */
function resultsOf(programs, yardsticks, { bytes }, { articles, input, seed }) {
  return {
    machine: machineOf(),
    ...{ articles, input, bytes, seed, generator: VERSION },
    programs: programs.map(({ only, runs, quality }) => ({ only, quality, runs: runs.map(({ hash, ...run }) => run) })),
    yardsticks: yardsticks.map(({ name, wallMs }) => ({ name, wallMs })),
  };
}

function settingsOf(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      articles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      input: { type: 'string', default: 'files' },
      workers: { type: 'string', default: '0' },
      only: { type: 'string', default: 'copies,all' },
      seed: { type: 'string', default: '1' },
      write: { type: 'string' },
    },
  });
  if (!['files', 'jsonl'].includes(values.input)) throw new Error(`--input is ${values.input}; give files or jsonl`);
  return {
    articles: wholeNumber(values, 'articles', 10),
    runs: wholeNumber(values, 'runs', 1),
    workers: wholeNumber(values, 'workers', 0),
    seed: wholeNumber(values, 'seed', 0),
    input: values.input,
    only: values.only.split(','),
    write: values.write ?? null,
  };
}

function tell(what) {
  process.stderr.write(`bench: ${what}\n`);
}

/** npm run bench -- [--articles 10000] [--runs 3] [--format files|jsonl] [--workers 0] [--only all] [--seed 1]; see NOTES.md. */
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusOf, warm } from './corpus.js';
import { measure } from './quality.js';
import { renderBytes, renderMachine, renderQuality, renderSpeed } from './table.js';
import { freeze, trial } from './trial.js';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/newsdedupe-bench', import.meta.url));
/** The report has to be the same for each of these. */
const WORKERS = [1, 2];
/** V8 has no string of more than 512 MiB. */
const LARGEST_REPORT = 500e6;

await bench(settingsOf(process.argv.slice(2)));

async function bench(settings) {
  const scratch = join(CACHE, `run-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  const reportFile = join(scratch, 'report.json');
  try {
    const how = { ...settings, reportFile, program: freeze(scratch) };
    process.stdout.write(renderMachine());
    tell(`corpus of ${settings.articles} articles`);
    const corpus = corpusOf({ root: CACHE, seed: settings.seed, count: settings.articles, format: settings.format });
    await warm(corpus);

    const runs = await repeat(corpus, how);
    process.stdout.write(renderSpeed(runs, corpus, settings));
    if (statSync(reportFile).size > LARGEST_REPORT) tell('the report is too large to be parsed; pairs are not counted');
    else process.stdout.write(renderQuality(measure(JSON.parse(readFileSync(reportFile, 'utf8')), corpus.truth), settings));

    const trials = [...runs, ...(await withOtherWorkers(corpus, how))];
    process.stdout.write(renderBytes(trials));
    if (new Set(trials.map(({ hash }) => hash)).size > 1) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function repeat(corpus, how) {
  const runs = [];
  for (let run = 1; run <= how.runs; run++) {
    tell(`run ${run} of ${how.runs}`);
    runs.push({ label: `run ${run}`, ...(await trial(corpus, how)) });
  }
  return runs;
}

/** For their bytes alone. */
async function withOtherWorkers(corpus, how) {
  const trials = [];
  for (const workers of WORKERS.filter((workers) => workers !== how.workers)) {
    const label = `${workers} worker${workers === 1 ? '' : 's'}`;
    tell(`${label}, for the bytes`);
    trials.push({ label, ...(await trial(corpus, { ...how, workers })) });
  }
  return trials;
}

function settingsOf(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      articles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      format: { type: 'string', default: 'files' },
      workers: { type: 'string', default: '0' },
      only: { type: 'string', default: 'all' },
      seed: { type: 'string', default: '1' },
    },
  });
  const whole = (name, least) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least) throw new Error(`--${name} is ${values[name]}; give a whole number from ${least}`);
    return value;
  };
  if (!['files', 'jsonl'].includes(values.format)) throw new Error(`--format is ${values.format}; give files or jsonl`);
  return {
    articles: whole('articles', 10),
    runs: whole('runs', 1),
    workers: whole('workers', 0),
    seed: whole('seed', 0),
    format: values.format,
    only: values.only,
  };
}

function tell(what) {
  process.stderr.write(`bench: ${what}\n`);
}

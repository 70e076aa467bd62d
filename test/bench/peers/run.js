/** npm run bench:peers -- [--articles 10000] [--runs 3] [--peers rensa,datasketch] [--write docs/benchmarks.md]; see ../NOTES.md. */
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusOf, warm } from '../corpus.js';
import { VERSION } from '../generate.js';
import { machineOf } from '../machine.js';
import { addResults } from '../page.js';
import { groupsOf, LARGEST_REPORT, measureGroups } from '../quality.js';
import { wholeNumber } from '../settings.js';
import { renderPeers } from '../table.js';
import { freeze } from '../trial.js';
import { install, versionOf } from './install.js';
import { measure } from './measure.js';
import { OURS, PEERS } from './peers.js';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/newsdedupe-bench', import.meta.url));

await bench(settingsOf(process.argv.slice(2)));

async function bench(settings) {
  const scratch = join(settings.scratch, `run-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    tell(`corpus of ${settings.articles} articles`);
    const corpus = corpusOf({ root: CACHE, seed: settings.seed, count: settings.articles, format: 'jsonl' });
    await warm(corpus);
    const contestants = [...ours(freeze(scratch)), ...peers(settings)];
    await inTurn(contestants, corpus, { ...settings, scratch });
    const results = {
      machine: { ...machineOf(), python: settings.pythonVersion },
      articles: settings.articles,
      bytes: corpus.bytes,
      seed: settings.seed,
      generator: VERSION,
      contestants: contestants.map(resultOf),
    };
    process.stdout.write(renderPeers(results));
    if (contestants.every(({ trials }) => trials.length === 0)) throw new Error('nothing could be measured');
    if (settings.write !== null) addResults(settings.write, 'peers', String(settings.articles), results);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What is kept of a contestant; packages is null of the program itself. */
function resultOf({ name, install: packages = null, settings, does, trials, found, failure }) {
  return { name, packages, settings, does, trials, found, failure };
}

/** The program as contestants: { name, …, command: (corpus, scratch) → command line, groups: result → groups or null }. */
function ours(program) {
  return OURS.map((our) => ({
    ...our,
    ...unmeasured(),
    command: ({ input }) => [process.execPath, program, input, '--format', 'json', '--quiet', ...our.args],
    groups: ({ output }) => (statSync(output).size > LARGEST_REPORT ? null : groupsOf(JSON.parse(readFileSync(output, 'utf8')))),
  }));
}

/** One that cannot be installed is a contestant that has failed. */
function peers({ peers: wanted, scratch, python }) {
  return PEERS.filter((peer) => wanted === null || wanted.includes(packageOf(peer))).map((peer) => {
    const contestant = { ...peer, ...unmeasured(), groups: ({ result }) => JSON.parse(readFileSync(result, 'utf8')) };
    try {
      tell(`installing ${peer.install.join(' ')}`);
      const { start, end } = install(peer, { scratch, python });
      const command = ({ dir, input }, { work, result }) => [...start, join(dir, input), work, result, ...peer.args, ...end];
      return { ...contestant, command };
    } catch (error) {
      return { ...contestant, failure: `not installed: ${error.message}` };
    }
  });
}

/** "datatrove" of datatrove[io,processing]==0.10.1: what --peers takes. */
function packageOf({ install: [first] }) {
  return /^[\w-]+/.exec(first)[0];
}

function unmeasured() {
  return { trials: [], found: null, failure: null };
}

/** Rounds in which each runs once; whoever has failed, or has used up its time, sits out the later ones. */
async function inTurn(contestants, corpus, { runs, scratch, python, limit, budget }) {
  for (let run = 1; run <= runs; run++) {
    for (const contestant of contestants) {
      const spent = contestant.trials.reduce((sum, { wallMs }) => sum + wallMs, 0);
      if (contestant.failure !== null || spent > budget * 1000) continue;
      tell(`run ${run} of ${runs}: ${contestant.name}`);
      const files = fresh(scratch);
      const how = { python, limitSeconds: limit, cwd: corpus.dir, ...files };
      const { failure, ...trial } = await measure(contestant.command(corpus, files), how);
      contestant.failure = failure;
      if (failure !== null) continue;
      contestant.trials.push(trial);
      const groups = contestant.found === null ? contestant.groups(files) : null;
      if (groups !== null) contestant.found = measureGroups(groups, corpus.truth);
    }
  }
}

/** An empty folder to work in: nobody finds what an earlier run has cached. */
function fresh(scratch) {
  const work = join(scratch, 'work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  return { work, result: join(work, 'groups.json'), output: join(scratch, 'output'), errors: join(scratch, 'errors') };
}

function settingsOf(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      articles: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      peers: { type: 'string' },
      limit: { type: 'string', default: '900' },
      budget: { type: 'string', default: '120' },
      scratch: { type: 'string', default: join(tmpdir(), 'newsdedupe-peers') },
      python: { type: 'string', default: 'python3' },
      write: { type: 'string' },
    },
  });
  const wanted = values.peers?.split(',') ?? null;
  const known = new Set(PEERS.map(packageOf));
  const unknown = wanted?.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`--peers has ${unknown}; give some of ${[...known].join(', ')}`);
  return {
    articles: wholeNumber(values, 'articles', 10),
    runs: wholeNumber(values, 'runs', 1),
    seed: wholeNumber(values, 'seed', 0),
    /** Seconds after which a single run is stopped, and after which a peer is not run again. */
    limit: wholeNumber(values, 'limit', 1),
    budget: wholeNumber(values, 'budget', 0),
    peers: wanted,
    scratch: values.scratch,
    python: values.python,
    pythonVersion: versionOf(values.python),
    write: values.write ?? null,
  };
}

function tell(what) {
  process.stderr.write(`bench: ${what}\n`);
}

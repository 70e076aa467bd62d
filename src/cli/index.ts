import { rmSync, statSync } from 'node:fs';
import { addArticles, removePaths, removeTexts } from '../archive.ts';
import { UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import { counted, percent, thousands } from '../stages/report/figures.ts';
import { inLargeChunks, jsonLine, safe } from '../stages/report/index.ts';
import { buildIndex, compactIndex, FORMAT, type Index, openIndex, openWriter, verifyIndex, type Writer } from '../store/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Call } from './main.ts';
import { nearest } from './nearest.ts';
import { type Watch, watch } from './progress.ts';
import { nameSkipped } from './skipped.ts';
import { print, type Streams, sourceOf } from './streams.ts';

interface Task {
  readonly path: string;
  readonly paths: readonly string[];
  readonly options: Options;
  readonly streams: Streams;
  readonly progress: Watch;
}

const ACTIONS: Readonly<Record<string, (task: Task) => Promise<void>>> = {
  build,
  add,
  remove,
  info,
  verify,
  compact,
  export: exportArticles,
};
/** Those that take articles or paths behind the index. */
const TAKES_PATHS = ['build', 'add', 'remove'];

/** `dedupe index ACTION INDEX [paths…]` */
export async function index({ paths: operands, options }: Call, streams: Streams): Promise<ExitCode> {
  const [action = '', path, ...paths] = operands;
  const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!act) throw unknownAction(action);
  if (path === undefined)
    throw new UserError(`index ${action} needs an index`, `dedupe index ${action} INDEX${TAKES_PATHS.includes(action) ? ' paths…' : ''}`);
  const given = paths.length > 0 || options.filesFrom !== null;
  if (TAKES_PATHS.includes(action) && !given) throw new UserError(`index ${action} needs paths`, `dedupe index ${action} ${path} paths…`);
  if (!TAKES_PATHS.includes(action) && given)
    throw new UserError(`index ${action} takes an index and no paths`, `dedupe index ${action} ${path}`);
  if (options.byContent && action !== 'remove') throw new UserError(`--by-content goes with remove, not with ${action}`, 'leave it out');
  const progress = watch(streams, options);
  try {
    await act({ path, paths, options, streams, progress });
  } finally {
    progress.clear();
  }
  return EXIT.clean;
}

function unknownAction(action: string): UserError {
  const meant = nearest(action, Object.keys(ACTIONS));
  const all = `actions are: ${Object.keys(ACTIONS).join(', ')}`;
  return new UserError(`unknown action of index: ${action || '(none)'}`, meant === null ? all : `did you mean ${meant}? ${all}`);
}

async function build(task: Task): Promise<void> {
  buildIndex(task.path, task.options);
  try {
    await add(task);
  } catch (error) {
    // A mistyped path should not leave an empty index in the way of the next call.
    if (isEmpty(task.path)) rmSync(task.path, { force: true });
    throw error;
  }
}

function isEmpty(path: string): boolean {
  const index = openIndex(path, null);
  index.close();
  return index.catalogue.batches === 0;
}

async function add(task: Task): Promise<void> {
  const { paths, options, streams, progress } = task;
  const { added, replaced, unchanged, skipped } = await withWriter(task, options, (writer) =>
    addArticles(writer, sourceOf(paths, streams), options, progress),
  );
  progress.clear();
  const parts = [
    `${thousands(added)} added`,
    ...(replaced > 0 ? [`${thousands(replaced)} replaced`] : []),
    ...(unchanged > 0 ? [`${thousands(unchanged)} unchanged`] : []),
  ];
  say(task, parts.join(', '));
  nameSkipped(skipped, options, streams);
}

async function remove(task: Task): Promise<void> {
  const { paths, options, streams } = task;
  if (options.filesFrom !== null && !options.byContent)
    throw new UserError('--files-from lists files, and index remove takes paths as the index has them', 'give the paths, or --by-content');
  const { removed, unknown } = await withWriter(task, null, async (writer) =>
    options.byContent ? { ...(await removeTexts(writer, sourceOf(paths, streams), options)), unknown: [] } : removePaths(writer, paths),
  );
  task.progress.clear();
  if (removed === 0 && unknown.length > 0)
    throw new UserError(
      `${task.path} has no article ${unknown[0]}${unknown.length > 1 ? ` and ${unknown.length - 1} more` : ''}`,
      'dedupe index export lists the paths that it has',
    );
  for (const path of unknown) streams.stderr.write(`dedupe: not in the index: ${safe(path)}\n`);
  say(task, `${counted(removed, 'article')} removed`);
}

async function info(task: Task): Promise<void> {
  await withIndex(task, async (index) => {
    const { catalogue, settings } = index;
    const facts = {
      path: task.path,
      format: FORMAT,
      articles: index.count,
      batches: catalogue.batches,
      bytes: index.seal.end,
      replaced: index.dead.size,
      shingleSize: settings.shingleSize,
      language: settings.language,
      furniture: settings.furniture === '' ? null : settings.furniture,
    };
    if (task.options.format !== 'text') return print(task.streams.stdout, [`${jsonLine(facts)}\n`]);
    const lines = [
      `${safe(task.path)}: ${counted(facts.articles, 'article')}, ${megabytes(facts.bytes)}`,
      `  format ${facts.format}, ${counted(facts.batches, 'batch', 'batches')}`,
      `  shingles of ${settings.shingleSize} words, ${settings.language.length > 0 ? `languages ${settings.language.join(', ')}` : 'language told from each text'}`,
      ...(facts.furniture === null ? [] : [`  furniture rules ${facts.furniture}`]),
      ...(facts.replaced > 0
        ? [
            `  ${counted(facts.replaced, 'replaced article')} still ${facts.replaced === 1 ? 'takes' : 'take'} room (${percent(facts.replaced, index.nextId)}): dedupe index compact`,
          ]
        : []),
    ];
    await print(task.streams.stdout, [`${lines.join('\n')}\n`]);
  });
}

async function verify(task: Task): Promise<void> {
  await withIndex(task, async (index) => {
    const { articles, keys } = verifyIndex(index, (done, total) => task.progress.progress('verify', done, total));
    task.progress.clear();
    say(task, `sound: ${counted(articles, 'article')}, ${counted(keys, 'key')}`);
  });
}

async function compact(task: Task): Promise<void> {
  const before = await withWriter(task, null, async (writer) => {
    compactIndex(writer, []);
    return writer.index.seal.end;
  });
  task.progress.clear();
  say(task, `${megabytes(before)} before, ${megabytes(statSync(task.path).size)} now`);
}

/** One article a line, in the order of adding: what the index knows of it. */
async function exportArticles(task: Task): Promise<void> {
  await withIndex(task, (index) => print(task.streams.stdout, inLargeChunks(articlesOf(index))));
}

function* articlesOf(index: Index): Iterable<string> {
  for (let id = 0; id < index.nextId; id++) {
    if (index.dead.has(id)) continue;
    const { info, words, furnitureWords, furnitureOnly, textHash } = index.features(id);
    const date = info.day === null ? null : new Date(info.day * 86_400_000).toISOString().slice(0, 10);
    const { path, title, source } = info;
    yield `${jsonLine({ path, title, words, furnitureWords, furnitureOnly, date, source, text: textHash.toString('hex') })}\n`;
  }
}

/** `asked`: the options that what comes in is digested with; null when nothing comes in. */
async function withWriter<Value>({ path, options }: Task, asked: Options | null, work: (writer: Writer) => Promise<Value>): Promise<Value> {
  const writer = await openWriter(path, asked, options.wait);
  try {
    return await work(writer);
  } finally {
    writer.close();
  }
}

async function withIndex({ path }: Task, work: (index: Index) => Promise<void>): Promise<void> {
  const index = openIndex(path, null);
  try {
    await work(index);
  } finally {
    index.close();
  }
}

function say({ path, options, streams }: Task, what: string): void {
  if (!options.quiet) streams.stderr.write(`dedupe: ${safe(path)}: ${what}\n`);
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

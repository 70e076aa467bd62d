import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import { fileOf } from '../fileOf.ts';
import { formatFurniture, LEARNT, sourceKey } from '../furniture.ts';
import { learn as learnFurniture } from '../pipeline.ts';
import { counted } from '../stages/report/figures.ts';
import { safe, writeReport } from '../stages/report/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { listFiles } from './listFiles.ts';
import type { Call } from './main.ts';
import { watch } from './progress.ts';
import { nameSkipped } from './skipped.ts';
import { type Streams, sourceOf } from './streams.ts';

/** `dedupe clean --learn FILE [paths…]`: writes the rules that many articles teach, for --furniture. */
export async function learn({ paths, options }: Call, file: string, streams: Streams): Promise<ExitCode> {
  if (options.out !== null || options.explain || options.diff)
    throw new UserError('--learn writes rules and nothing else', `then use them: dedupe clean --furniture ${file} …`);
  if (options.listFiles) return listFiles({ paths, options }, streams);
  refuseOther(file);
  refuseAmidInputs(file, paths);
  if (options.furniture.some(({ from }) => resolve(from.replace(/:\d+$/, '')) === resolve(file)))
    throw new UserError(`--learn and --furniture both name ${file}`, 'leave --furniture out: it is learnt anew');
  const progress = watch(streams, options);
  const { furniture, articles, skipped } = await learnFurniture(sourceOf(paths, streams), options, progress).finally(progress.clear);
  if (articles.some((path) => resolve(fileOf(path).file) === resolve(file)))
    throw new UserError(`--learn ${file} is one of the inputs`, 'choose another file');
  writeReport(file, formatFurniture(furniture));
  const sources = new Set(furniture.flatMap(({ source }) => (source === null ? [] : [sourceKey(source)]))).size;
  const by = sources === 0 ? '' : ` by ${counted(sources, 'source')}`;
  if (!options.quiet)
    streams.stderr.write(
      `dedupe: ${counted(furniture.length, 'rule')}${by} learnt from ${counted(articles.length, 'article')}, written to ${safe(file)}\n`,
    );
  nameSkipped(skipped, options, streams);
  return EXIT.clean;
}

/** Only what an earlier run learnt is replaced; an empty file is no loss. */
function refuseOther(file: string): void {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined || !(status.isFile() || status.isDirectory())) return;
  if (status.isFile() && (status.size === 0 || beginsWith(file, LEARNT))) return;
  throw new UserError(
    `--learn ${file} exists, and was not written by --learn`,
    'choose another file; rules of your own stay in a file of their own',
  );
}

function beginsWith(file: string, text: string): boolean {
  const head = Buffer.alloc(Buffer.byteLength(text));
  try {
    const handle = openSync(file, 'r');
    try {
      return head.toString('utf8', 0, readSync(handle, head)) === text;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new UserError(`--learn ${file} cannot be read: ${reasonOf(error)}`, 'choose another file');
  }
}

/** A text file in a folder of articles would be an article of the next run. */
function refuseAmidInputs(file: string, paths: readonly string[]): void {
  if (!['.txt', '.md'].includes(extname(file).toLowerCase())) return;
  const holder = paths.find((path) => !relative(resolve(path), resolve(file)).startsWith('..'));
  if (holder === undefined) return;
  throw new UserError(
    `--learn ${file} would be read as an article: it lies in ${holder}`,
    `name it otherwise: ${file.replace(/\.[^.]*$/, '.furniture')}`,
  );
}

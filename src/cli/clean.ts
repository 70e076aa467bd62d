import { UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import { clean as cleanArticles } from '../pipeline.ts';
import type { Cleaned } from '../report.ts';
import { inLargeChunks, renderDiff, renderOwn, renderVerdicts, safe } from '../stages/report/index.ts';
import { writeTree } from './cleanTree.ts';
import { colorLevel } from './color.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { learn } from './learn.ts';
import { listFiles } from './listFiles.ts';
import type { Call } from './main.ts';
import { watch } from './progress.ts';
import { nameSkipped } from './skipped.ts';
import { columnsOf, print, type Streams, sourceOf } from './streams.ts';

/** `dedupe clean [paths…]`: own texts, to standard output or as a tree of files. */
export async function clean({ paths, options, given }: Call, streams: Streams): Promise<ExitCode> {
  if (options.explain && options.diff) throw new UserError('--explain and --diff are two views of one thing', 'give one of them');
  if (options.learn !== null) return learn({ paths, options, given }, options.learn, streams);
  if (options.listFiles) return listFiles({ paths, options }, streams);
  const progress = watch(streams, options);
  const { cleaned, skipped } = await cleanArticles(sourceOf(paths, streams), options, progress).finally(progress.clear);
  if (options.out !== null) {
    writeTree(options.out, paths, cleaned, skipped);
    if (!options.quiet)
      streams.stderr.write(`dedupe: ${cleaned.length} text${cleaned.length === 1 ? '' : 's'} written below ${safe(options.out)}\n`);
  }
  await print(streams.stdout, inLargeChunks(shown(cleaned, options, streams)));
  nameSkipped(skipped, options, streams);
  return EXIT.clean;
}

/** What goes to standard output; with --out only a view that was asked for. */
function* shown(cleaned: readonly Cleaned[], options: Options, { stdout, env }: Streams): Iterable<string> {
  const to = stdout.isTTY ? 'terminal' : 'file';
  const style = { width: columnsOf(stdout), color: colorLevel(options.color, stdout, env) };
  for (const [at, article] of cleaned.entries()) {
    if (options.diff) yield renderDiff(article, to, style.color);
    else if (options.explain) yield* explained(article, at, style);
    else if (options.out === null) {
      if (cleaned.length > 1) yield `${at === 0 ? '' : '\n'}==> ${safe(article.path)} <==\n`;
      yield renderOwn(article, to);
    }
  }
}

function* explained(article: Cleaned, at: number, style: { width: number; color: 0 | 1 }): Iterable<string> {
  if (at > 0) yield '\n';
  yield* renderVerdicts(article, style);
}

import { UserError } from '../errors.ts';
import type { Command, Options } from '../options.ts';
import { safe } from '../stages/report/safe.ts';
import { describe, EXIT, type ExitCode } from './exit.ts';
import { print, type Streams } from './streams.ts';
import { VERSION } from './version.ts';

/** What a command is given: its operands, and every option resolved. */
export interface Call {
  readonly paths: readonly string[];
  readonly options: Options;
  /** Those of the options that were given, not left to their defaults. */
  readonly given: Partial<Options>;
}
type Run = (call: Call, streams: Streams) => Promise<ExitCode>;

/** Loaded when called, so that `--version` and `-h` load none of them. */
const COMMANDS: Record<Command, () => Promise<Run>> = {
  run: async () => (await import('./run.ts')).run,
  clean: async () => (await import('./clean.ts')).clean,
  explain: async () => (await import('./explain.ts')).explain,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  completion: async () => (await import('./completion.ts')).completion,
  apply: async () => (await import('./apply.ts')).apply,
  check: async () => (await import('./check.ts')).check,
  index: async () => (await import('./index.ts')).index,
};

/** argv (without node and the script) → exit code. Throws nothing; prints on the streams only. */
export async function main(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    return await dispatch(argv, streams);
  } catch (error) {
    streams.stderr.write(describe(error, VERSION, isVerbose(argv)));
    return EXIT.failed;
  }
}

async function dispatch(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const command = commandOf(argv);
  const flags = beforeDashes(argv);
  if (flags.includes('--version') || flags.includes('-V')) return answer(streams, `${VERSION}\n`);
  if (flags.includes('--help')) return answer(streams, (await import('./help.ts')).longHelp(command));
  if (flags.includes('-h')) return answer(streams, (await import('./help.ts')).shortHelp(command));
  const { parseFlags } = await import('./flags.ts');
  const parsed = parseFlags(command, command === 'run' ? argv : argv.slice(1));
  const { configure, printConfig } = await import('./config.ts');
  const { options, given, config } = await configure(command, parsed);
  const call = { paths: parsed.paths, options, given };
  if (options.printConfig) return printConfig(command, parsed.given, { options, config }, streams);
  if (options.verbose && config !== null) streams.stderr.write(`config: ${safe(config.name)}\n`);
  if (command !== 'completion' && isEmpty(call))
    throw new UserError('no paths given', `\n${(await import('./help.ts')).shortHelp(command).trimEnd()}`);
  const run = await COMMANDS[command]();
  return run(call, streams);
}

/** The first word, when it names a command; `./clean` is a folder of that name. */
function commandOf(argv: readonly string[]): Command {
  const [first] = argv;
  return first !== undefined && Object.hasOwn(COMMANDS, first) && first !== 'run' ? (first as Command) : 'run'; // COMMANDS has every command
}

function isEmpty({ paths, options }: Call): boolean {
  return paths.length === 0 && [options.filesFrom, options.from, options.undo, options.purge].every((source) => source === null);
}

async function answer(streams: Streams, text: string): Promise<ExitCode> {
  await print(streams.stdout, [text]);
  return EXIT.clean;
}

function beforeDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end < 0 ? argv : argv.slice(0, end);
}

/** Known before the flags are parsed, for errors in them. */
function isVerbose(argv: readonly string[]): boolean {
  return beforeDashes(argv).some((flag) => flag === '--verbose' || /^-[a-z0]*v/.test(flag));
}

/** Which options a run has: flag before file before default. */
import { type Command, flagOf, type OptionName, type OptionSpec, type Options, resolveOptions } from '../options.ts';
import { safe } from '../stages/report/safe.ts';
import { inksOf } from '../stages/report/style.ts';
import { colorLevel } from './color.ts';
import { type Config, readConfig } from './configFile.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { optionsOf, type Parsed } from './flags.ts';
import { print, type Streams } from './streams.ts';

export interface Configured {
  readonly options: Options;
  /** What was given, as a flag or by the file. */
  readonly given: Partial<Options>;
  /** The file that was read, with what of it this command takes; null without one. */
  readonly config: Config | null;
}

/**
 * The options of a call. Of the file those count that the command takes, with a value that it has; a list given as a flag replaces the file's.
 * A command without options looks for no file: `completion` runs when a shell starts, wherever that is.
 */
export async function configure(command: Command, { given, options }: Parsed): Promise<Configured> {
  const taken = new Map<string, OptionSpec>(optionsOf(command));
  const file = options.noConfig || taken.size === 0 ? null : await readConfig(options.config);
  if (file === null) return { options, given, config: null };
  const heeded = Object.entries(file.options).filter(([name, value]) => isTaken(taken.get(name), value));
  const config = { ...file, options: Object.fromEntries(heeded) };
  const merged = { ...config.options, ...given };
  return { options: resolveOptions(merged, command), given: merged, config };
}

/** A format that this command does not have is meant for another one. */
function isTaken(spec: OptionSpec | undefined, value: unknown): boolean {
  return spec !== undefined && (spec.kind !== 'choice' || spec.choices.includes(value as string)); // checked to be a choice of some command
}

/** --print-config: every option of the command, its value as JSON, and where that comes from. */
export async function printConfig(
  command: Command,
  given: Partial<Options>,
  { options, config }: Pick<Configured, 'options' | 'config'>,
  { stdout, env }: Streams,
): Promise<ExitCode> {
  const { faint } = inksOf({ color: colorLevel(options.color, stdout, env) });
  const originOf = (name: OptionName) => {
    if (name in given) return flagOf(name);
    return config !== null && name in config.options ? safe(config.name) : 'default';
  };
  const rows = optionsOf(command)
    .filter(([, spec]) => !spec.flagOnly)
    .map(([name]) => ({ name, value: safe(JSON.stringify(options[name])), origin: originOf(name) }));
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const originWidth = Math.max(...rows.map(({ origin }) => origin.length));
  await print(
    stdout,
    rows.map(({ name, value, origin }) => {
      const line = `${name.padEnd(nameWidth)}  ${origin.padEnd(originWidth)}  ${value}`;
      return `${origin === 'default' ? faint(line) : line}\n`;
    }),
  );
  return EXIT.clean;
}

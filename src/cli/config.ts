/** Which options a run has: flag before file before default. */
import { type Command, flagOf, type OptionName, type Options, resolveOptions } from '../options.ts';
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
  /** The file that was read; null without one. */
  readonly config: Config | null;
}

/**
 * The options of a call. Of the file those count that the command takes; a list given as a flag replaces the file's.
 * A command without options looks for no file: `completion` runs when a shell starts, wherever that is.
 */
export async function configure(command: Command, { given, options }: Parsed): Promise<Configured> {
  const taken = new Set<string>(optionsOf(command).map(([name]) => name));
  const config = options.noConfig || taken.size === 0 ? null : await readConfig(options.config);
  if (config === null) return { options, given, config };
  const fromFile = Object.entries(config.options).filter(([name]) => taken.has(name));
  const merged = { ...Object.fromEntries(fromFile), ...given };
  return { options: resolveOptions(merged, command), given: merged, config };
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

/** `dedupe completion bash|zsh|fish`: scripts made from the table of options. */
import { UserError } from '../errors.ts';
import { type Command, flagOf, OPTIONS, type OptionSpec } from '../options.ts';
import { renderers } from '../stages/report/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ACTIONS, PURPOSE } from './help.ts';
import type { Call } from './main.ts';
import { nearest } from './nearest.ts';
import { isFormatted, pathKindOf } from './placeholder.ts';
import { print, type Streams } from './streams.ts';

/** A flag as a shell completes it. */
export interface Flag {
  readonly long: string;
  readonly short: string | null;
  readonly help: string;
  readonly commands: readonly Command[];
  /** What may follow: one of some words, a file, a folder, a format and a file, anything (a number); nothing. */
  readonly value: 'choice' | 'file' | 'folder' | 'formatted' | 'any' | null;
  readonly choices: readonly string[];
  readonly isRepeatable: boolean;
}

/** A word that may be given, and what it is for. */
export type Word = readonly [word: string, purpose: string];

/** A command, with the first line of what it is for; `words`: what its first operand may be, where that is no path. */
export interface Completed {
  readonly name: string;
  readonly purpose: string;
  readonly words: readonly Word[];
}

const SCRIPTS: Readonly<Record<string, () => Promise<(flags: readonly Flag[], commands: readonly Completed[]) => string>>> = {
  bash: async () => (await import('./completionBash.ts')).bashScript,
  zsh: async () => (await import('./completionZsh.ts')).zshScript,
  fish: async () => (await import('./completionFish.ts')).fishScript,
};

export async function completion({ paths }: Call, streams: Streams): Promise<ExitCode> {
  const [shell = ''] = paths;
  if (!Object.hasOwn(SCRIPTS, shell) || paths.length > 1) {
    const meant = nearest(paths.join(' '), Object.keys(SCRIPTS)) ?? Object.keys(SCRIPTS).join('|');
    throw new UserError(`completion takes a shell, not ${JSON.stringify(paths.join(' '))}`, `give: dedupe completion ${meant}`);
  }
  const words: Readonly<Record<string, readonly Word[]>> = {
    index: ACTIONS.map(([call, effect]) => [call.split(' ')[0], effect]),
    completion: Object.keys(SCRIPTS).map((each) => [each, `a script for ${each}`]),
  };
  const commands = Object.entries(PURPOSE)
    .filter(([command]) => command !== 'run')
    .map(([name, purpose]): Completed => ({ name, purpose: purpose.split('\n')[0], words: words[name] ?? [] }));
  await print(streams.stdout, [(await SCRIPTS[shell]())(flags(), commands)]);
  return EXIT.clean;
}

/** Every flag once, in the order of the table; --help and --version at the end. */
function flags(): Flag[] {
  const all = Object.keys(PURPOSE) as Command[]; // Object.keys forgets the keys' type
  const own = Object.entries<OptionSpec>(OPTIONS).map(([name, spec]): Flag => {
    const long = flagOf(name);
    return {
      long,
      short: spec.short ? `-${spec.short}` : null,
      help: spec.help,
      commands: spec.commands,
      isRepeatable: spec.kind === 'list',
      ...argumentOf(spec),
    };
  });
  const others = [
    ['--help', '-h', 'Show the long or the short help'],
    ['--version', '-V', 'Show the version'],
  ].map(([long, short, help]): Flag => ({ long, short, help, commands: all, value: null, choices: [], isRepeatable: false }));
  return [...own, ...others];
}

function argumentOf(spec: OptionSpec): Pick<Flag, 'value' | 'choices'> {
  if (spec.kind === 'flag') return { value: null, choices: [] };
  if (isFormatted(spec)) return { value: 'formatted', choices: Object.keys(renderers) };
  if ('choices' in spec && spec.choices) return { value: 'choice', choices: spec.choices };
  return { value: pathKindOf(spec) ?? 'any', choices: [] };
}

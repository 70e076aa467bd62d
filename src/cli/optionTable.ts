import { type Command, defaultOf, flagOf, OPTIONS, type OptionSpec } from '../options.ts';
import { placeholderOf } from './placeholder.ts';

/** The README's table of options, in Markdown. */
export function optionTable(): string {
  const rows = Object.entries(OPTIONS).map(([name, spec]) => row(name, spec));
  return ['| Option | Default | Of | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function row(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? '' : `\`-${spec.short}\`, `;
  const option = `${short}\`${`${flagOf(name)} ${placeholderOf(spec)}`.trimEnd()}\``;
  const cells = [option, defaultsOf(spec), spec.commands.map(commandName).join(', '), spec.help];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function defaultsOf(spec: OptionSpec): string {
  const own = spec.commands.filter((command) => defaultOf(spec, command) !== spec.default);
  return [shown(spec.default), ...own.map((command) => `${commandName(command)}: ${shown(defaultOf(spec, command))}`)].join('; ');
}

function shown(value: OptionSpec['default']): string {
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return '–';
  return `\`${Array.isArray(value) ? value.join(',') : String(value)}\``;
}

function commandName(command: Command): string {
  return command === 'run' ? 'dedupe' : command;
}

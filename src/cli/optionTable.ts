import { type Command, flagOf, OPTIONS, type OptionSpec } from '../options.ts';
import { placeholderOf } from './placeholder.ts';

/** The README's table of options, in Markdown. */
export function optionTable(): string {
  const rows = Object.entries(OPTIONS).map(([name, spec]) => row(name, spec));
  return ['| Option | Default | Of | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function row(name: string, spec: OptionSpec): string {
  const short = spec.short === undefined ? '' : `\`-${spec.short}\`, `;
  const option = `${short}\`${`${flagOf(name)} ${placeholderOf(spec)}`.trimEnd()}\``;
  const cells = [option, defaultOf(spec), spec.commands.map(commandName).join(', '), spec.help];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function defaultOf(spec: OptionSpec): string {
  const { default: value } = spec;
  if ('defaultIn' in spec && spec.defaultIn)
    return [`\`${value}\``, ...Object.entries(spec.defaultIn).map(([command, its]) => `\`${its}\` of ${command}`)].join(', ');
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return '–';
  return `\`${Array.isArray(value) ? value.join(',') : String(value)}\``;
}

function commandName(command: Command): string {
  return command === 'run' ? 'dedupe' : command;
}

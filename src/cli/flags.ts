import { existsSync } from 'node:fs';
import { CommanderError, Option, Command as Parser } from 'commander';
import { UserError } from '../errors.ts';
import type { Furniture } from '../furniture.ts';
import { type Command, flagOf, OPTIONS, type OptionName, type OptionSpec, type Options, resolveOptions, specFor } from '../options.ts';
import { readFurniture } from './furnitureFile.ts';
import type { Call } from './main.ts';
import { nearest } from './nearest.ts';
import { placeholderOf } from './placeholder.ts';

/** What was asked for, and which of the options were given as flags. */
export interface Parsed extends Call {
  readonly given: Partial<Options>;
}

/** The operands and options of a command. Throws UserError for what it does not know, with what was likely meant. */
export function parseFlags(command: Command, args: readonly string[]): Parsed {
  const parser = parserOf(command);
  try {
    parser.parse(args, { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? usageError(error, command) : error;
  }
  const given = givenOf(parser);
  return { paths: parser.args, options: resolveOptions(given, command), given };
}

/** commander takes --no-config for the negation of --config, and says false of it: the last of the two counts. */
function givenOf(parser: Parser): Partial<Options> {
  const { config, ...given } = parser.opts();
  if (config === false) return { ...given, noConfig: true };
  return config === undefined || config === true ? given : { ...given, config };
}

/** The options a command takes, in the order of the table. */
export function optionsOf(command: Command): [OptionName, OptionSpec][] {
  const all = Object.entries(OPTIONS) as [OptionName, OptionSpec][]; // Object.entries forgets the keys' type
  return all.filter(([, spec]) => spec.commands.includes(command)).map(([name, spec]) => [name, specFor(spec, command)]);
}

function parserOf(command: Command): Parser {
  const parser = new Parser(command)
    .argument('[paths...]')
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeErr() {} });
  for (const [name, spec] of optionsOf(command)) parser.addOption(optionOf(name, spec));
  return parser;
}

function optionOf(name: OptionName, spec: OptionSpec): Option {
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  const value = spec.kind === 'flag' ? '' : ` <${placeholderOf(spec)}>`;
  const option = new Option(`${short}${flagOf(name)}${value}`);
  if (spec.kind === 'number' || spec.kind === 'integer') option.argParser(numberOf);
  if (spec.kind === 'furniture') option.argParser((file, before: Furniture = []) => [...before, ...readFurniture(file)]);
  if (spec.kind === 'list') option.argParser((text, before: readonly string[] = []) => [...before, ...itemsOf(name, text)]);
  return option;
}

/** The number; else the text as it was given, for the table's check to name it. */
function numberOf(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

/** Lists are split at commas; an output's file name may hold one. */
function itemsOf(name: OptionName, text: string): string[] {
  if (name === 'output') return [text];
  const items = text.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '');
}

function usageError({ code, message }: CommanderError, command: Command): UserError {
  const flag = /'([^']*?)(=[^']*)?'/.exec(message)?.[1] ?? '';
  const own = optionsOf(command).find(([name]) => flagOf(name) === flag)?.[1];
  if (own?.kind === 'flag') return new UserError(`${flag} takes no value`, `give ${flag} alone, or leave it out`); // commander knows --all, not --all=true
  if (code === 'commander.unknownOption') return new UserError(`unknown option ${flag}`, hintFor(flag, command));
  if (code === 'commander.optionMissingArgument')
    return new UserError(`${flag.replace(/^-., | <.*$/g, '')} needs a value`, `see: ${helpCall(command)}`);
  return new UserError(message.replace(/^error: /, ''), `see: ${helpCall(command)}`);
}

function hintFor(flag: string, command: Command): string {
  if (existsSync(flag)) return `a path that begins with a dash goes after --, or as ./${flag}`;
  const other = Object.entries(OPTIONS).find(([name]) => flagOf(name) === flag)?.[1];
  if (other !== undefined) return `it belongs to: ${other.commands.map(nameOf).join(' and ')}`;
  const meant = nearest(flag, [...optionsOf(command).map(([name]) => flagOf(name)), '--help', '--version']);
  return meant === null ? `see: ${helpCall(command)}` : `did you mean ${meant}?`;
}

function nameOf(command: Command): string {
  return command === 'run' ? 'dedupe' : `dedupe ${command}`;
}

function helpCall(command: Command): string {
  return `${nameOf(command)} --help`;
}

/** The manual page dedupe(1), from the table of options and the texts of the help. Macros of man(7), ASCII only. */
import { type Command, OPTIONS, type OptionSpec, type Scope } from '../options.ts';
import { ACTIONS, EXAMPLES, factsOf, labelOf, NOTES, PATHS, PURPOSE, SCOPES, USAGE, wrapped } from './help.ts';
import { VERSION } from './version.ts';

const ENVIRONMENT = [
  ['NO_COLOR', 'No colour, when set and not empty.'],
  ['FORCE_COLOR', 'Colour although the output is no terminal; 0 and false for none. --color counts before both.'],
] as const;

/** Has no date: the same version gives the same bytes. */
export function manualPage(): string {
  const lines = [
    `.TH DEDUPE 1 "" "newsdedupe ${roff(VERSION)}" "User Commands"`,
    '.SH NAME',
    'dedupe \\- finds copies and same\\-event coverage in folders of news articles',
    '.SH SYNOPSIS',
    ...Object.values(USAGE).flatMap((usage, at) => [...(at === 0 ? [] : ['.br']), `.B ${roff(usage)}`]),
    '.SH DESCRIPTION',
    ...Object.entries(PURPOSE).flatMap(([command, purpose]) => entry(callOf(command as Command), purpose)),
    '.SS "Actions of dedupe index"',
    ...ACTIONS.flatMap(([call, effect]) => entry(call, `${effect}.`)),
    '.PP',
    text(PATHS),
    '.SH OPTIONS',
    ...Object.entries(SCOPES).flatMap(([scope, heading]) => [`.SS ${roff(heading)}`, ...optionsOf(scope as Scope)]),
    ...entry('-h, --help', 'Show the short or the long help.'),
    ...entry('-V, --version', 'Show the version.'),
    '.PP',
    text(NOTES),
    '.SH EXIT STATUS',
    ...entry('0', 'All is done, and there is nothing that the user asked to fail on.'),
    ...entry('1', 'There are findings that the user asked to fail on.'),
    ...entry('2', 'It could not run as asked: a wrong option, no such input, an output that cannot be written.'),
    '.SH FILES',
    ...entry(
      'dedupe.config.json, dedupe.config.js, dedupe.config.mjs, dedupe.config.ts',
      'Options by their names in camel case, found from the working folder up; a flag counts before them. All but the first are code, and are run.',
    ),
    ...entry('.gitignore, .dedupeignore', 'What is left out of the folders that are read.'),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, effect]) => entry(name, effect)),
    '.SH EXAMPLES',
    ...Object.values(EXAMPLES).flatMap((examples) => examples.flatMap(([call, effect]) => entry(call, `${effect}.`))),
  ];
  return `${lines.join('\n')}\n`;
}

function callOf(command: Command): string {
  return command === 'run' ? 'dedupe' : `dedupe ${command}`;
}

function optionsOf(scope: Scope): string[] {
  const rows = (Object.entries(OPTIONS) as [keyof typeof OPTIONS, OptionSpec][]).filter(([, spec]) => spec.scope === scope);
  return rows.flatMap(([name, spec]) => {
    const facts = factsOf(spec, spec.commands[0]);
    return entry(
      labelOf(name, spec).trim(),
      `${spec.help}${facts === '' ? '' : ` (${facts})`}. Of: ${spec.commands.map(callOf).join(', ')}.`,
    );
  });
}

function entry(term: string, meaning: string): string[] {
  return ['.TP', `.B ${roff(term)}`, text(meaning)];
}

/** A paragraph in lines short enough for any roff; one that began with . or ' would be a request. */
function text(paragraph: string): string {
  return wrapped(paragraph.replaceAll('\n', ' '), 70)
    .map((line) => roff(line).replace(/^[.']/, '\\&$&'))
    .join('\n');
}

/** Escaped for roff: an ellipsis in three dots, backslashes, dashes (an unescaped one is a hyphen, which cannot be searched or copied), beyond ASCII. */
function roff(plain: string): string {
  return plain
    .replaceAll('…', '...')
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\x20-\x7e]/gu, (letter) => `\\[u${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`);
}

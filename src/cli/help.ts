import { type Command, defaultOf, flagOf, OPTIONS, type OptionName, type OptionSpec, type Scope, specFor } from '../options.ts';
import { placeholderOf } from './placeholder.ts';

export const USAGE: Record<Command, string> = {
  run: 'dedupe [options] [paths…]',
  clean: 'dedupe clean [options] [paths…]',
  explain: 'dedupe explain [options] A B',
  evaluate: 'dedupe evaluate [options] --labels FILE [paths…]',
  completion: 'dedupe completion bash|zsh|fish',
  apply: 'dedupe apply [options] REPORT',
  check: 'dedupe check [options] [paths…] --against INDEX|FOLDER',
  index: 'dedupe index ACTION INDEX [options] [paths…]',
};
export const PURPOSE: Record<Command, string> = {
  run: 'Finds copies and same-event coverage in folders of news articles, and says why.',
  clean: "Prints the articles' own text: without menus, related lists, blurbs and such.",
  explain: 'Says how two articles compare, bound by bound, and what they share.',
  evaluate: 'Says how good a run is against labels of your own, and where it errs most.',
  completion: 'Prints a script that completes commands, options and values in a shell.',
  apply:
    'Moves, deletes or links the copies of a JSON report, or writes all but them.\nWithout --yes it only shows what it would do; what was done can be undone.',
  check: 'Says of each incoming article whether an archive has it, or its event, already.',
  index: 'Keeps an archive as a file that check answers from, without reading it again.',
};
/** What `dedupe index` can be told to do. */
export const ACTIONS: readonly (readonly [call: string, effect: string])[] = [
  ['build INDEX paths…', 'a new index'],
  ['add INDEX paths…', 'what is new or changed comes in'],
  ['remove INDEX paths…', 'takes articles out, without a trace'],
  ['info INDEX', 'what is in it'],
  ['verify INDEX', 'reads and checks all of it'],
  ['compact INDEX', 'as small as it gets'],
  ['export INDEX', 'its articles as JSONL'],
];
export const PATHS = `Paths are folders, files (.txt, .md, .jsonl, .ndjson, .jsonl.gz, .ndjson.gz),
globs, or - for one article on standard input.`;
/** What the short help shows of the table: what most runs need. */
const FREQUENT: Record<Command, readonly OptionName[]> = {
  run: ['similarity', 'eventScore', 'only', 'format', 'output', 'failOn', 'baseline', 'verbose'],
  clean: ['out', 'explain', 'diff', 'furniture', 'learn', 'listFiles', 'quiet'],
  explain: ['similarity', 'containment', 'eventScore', 'format', 'verbose'],
  evaluate: ['labels', 'eventScore', 'similarity', 'only', 'format', 'top', 'failUnder'],
  completion: [],
  apply: ['relation', 'keepPath', 'moveTo', 'delete', 'hardlink', 'uniqueTo', 'yes', 'undo', 'purge'],
  check: ['against', 'failOn', 'maxCopies', 'maxCopiesPercent', 'baseline', 'format', 'all', 'verbose'],
  index: ['byContent', 'wait', 'filesFrom', 'field', 'quiet', 'verbose'],
};
export const EXAMPLES: Record<Command, readonly (readonly [call: string, effect: string])[]> = {
  run: [
    ['dedupe news', 'copies and events, with the reasons'],
    ['dedupe news --format json > report.json', 'the same for a program'],
    ['dedupe new old --fail-on copies', 'exit with 1 when there are any'],
  ],
  clean: [
    ['dedupe clean news/001.txt', 'the own text of one article'],
    ['dedupe clean news --out own', 'the cleaned tree below the folder own'],
    ['dedupe clean news/001.txt --explain', 'every line with its verdict'],
  ],
  explain: [
    ['dedupe explain a.txt b.txt', 'scores, bounds, what is shared'],
    ['dedupe explain a.txt b.txt --format json', 'the same for a program'],
    ['dedupe explain a.txt b.txt --similarity 0.5', 'with another bound'],
  ],
  evaluate: [
    ['dedupe evaluate news --labels labels.tsv', 'scores and mistakes'],
    ['dedupe evaluate news --labels x.csv --only copies', 'of copies alone'],
    ['dedupe evaluate news --labels x.csv --fail-under 0.9', 'the check in CI'],
  ],
  completion: [
    ['dedupe completion bash >> ~/.bash_completion', 'bash, for every shell to come'],
    ['dedupe completion zsh > ~/.zfunc/_dedupe', 'zsh, with fpath+=~/.zfunc'],
    ['dedupe completion fish | source', 'fish, in config.fish'],
  ],
  apply: [
    ['dedupe apply report.json --move-to copies', 'what would be moved'],
    ['dedupe apply report.json --move-to copies --yes', 'move it'],
    ['dedupe apply report.json --unique-to unique --yes', 'the corpus without copies'],
  ],
  check: [
    ['dedupe check new --against old.idx', 'exit with 1 for copies'],
    ['dedupe check new --against old.idx --max-copies 3', 'when more than three'],
    ['dedupe check new --against old', 'a folder, read anew'],
  ],
  index: [
    ['dedupe index build old.idx old', 'an index of the folder old'],
    ['dedupe index add old.idx new', 'what is new or changed comes in'],
    ['dedupe index remove old.idx old/a.txt', 'a takedown: nothing of it is left'],
  ],
};
export const SCOPES: Record<Scope, string> = {
  input: 'What is read',
  similarity: 'What is a copy',
  groups: 'Events and groups',
  act: 'What is done',
  output: 'What is shown',
  run: 'The run itself',
};
export const NOTES = `A list may be repeated or divided by commas. What follows -- is a path,
whatever it begins with. The exit code is 0 when all is done, 1 when --fail-on
or --fail-under (of check, its limit of copies) refuses what was found, 2 when
it could not run as asked.`;

const WIDTH = 80;
const LABEL_WIDTH = 28;

/** `-h`: purpose, usage, the options most runs need and three examples. */
export function shortHelp(command: Command): string {
  const options = FREQUENT[command].map((name) => optionLine(name, specFor(OPTIONS[name], command), command));
  const callWidth = Math.max(...EXAMPLES[command].map(([call]) => call.length));
  const examples = EXAMPLES[command].map(([call, effect]) => `  ${call.padEnd(callWidth)}   ${effect}`);
  return `${opening(command)}
${options.length === 0 ? '' : `\nOptions\n${options.join('\n')}\n`}
Examples
${examples.join('\n')}

Every option: ${command === 'run' ? 'dedupe' : `dedupe ${command}`} --help
`;
}

/** `--help`: every option by scope; that of `dedupe` itself covers all commands. */
export function longHelp(command: Command): string {
  const shown = (Object.entries(OPTIONS) as [OptionName, OptionSpec][]) // Object.entries forgets the keys' type
    .filter(([, spec]) => command === 'run' || spec.commands.includes(command))
    .map(([name, spec]): [OptionName, OptionSpec] => [name, specFor(spec, command)]);
  const parts = Object.entries(SCOPES).flatMap(([scope, heading]) => {
    const lines = shown.flatMap(([name, spec]) => (spec.scope === scope ? [optionLine(name, spec, command)] : []));
    return lines.length === 0 ? [] : [`${heading}\n${lines.join('\n')}`];
  });
  const others = [line('-h, --help', 'Show the short or the long help'), line('-V, --version', 'Show the version')];
  return `${opening(command)}

${parts.join('\n\n')}
${others.join('\n')}

${NOTES}
`;
}

function opening(command: Command): string {
  const usages = command === 'run' ? Object.values(USAGE) : [USAGE[command]];
  const actions = command === 'index' ? ACTIONS.map(([call, effect]) => `  ${call.padEnd(21)} ${effect}`) : [];
  return `${PURPOSE[command]}
${actions.length === 0 ? '' : `\n${actions.join('\n')}\n`}
${usages.map((usage, at) => `${at === 0 ? 'Usage: ' : '       '}${usage}`).join('\n')}
${['explain', 'completion', 'apply'].includes(command) ? '' : `\n${PATHS}`}`.trimEnd();
}

function optionLine(name: OptionName, spec: OptionSpec, command: Command): string {
  const elsewhere = spec.commands.includes(command) ? '' : ` [${spec.commands.join(', ')}]`;
  const facts = factsOf(spec, command);
  return line(labelOf(name, spec), `${spec.help}${facts === '' ? '' : ` (${facts})`}${elsewhere}`);
}

/** `-q, --quiet`, `    --top N` */
export function labelOf(name: OptionName, spec: OptionSpec): string {
  const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
  return `${short}${flagOf(name)} ${placeholderOf(spec)}`.trimEnd();
}

/** The default, and bounds that a reader cannot guess. */
export function factsOf(spec: OptionSpec, command: Command): string {
  switch (spec.kind) {
    case 'number':
      return `${spec.default === null ? '' : `${spec.default}; `}${spec.min} to ${spec.max}`;
    case 'integer':
    case 'choice':
      return String(defaultOf(spec, command) ?? '');
    case 'text':
    case 'list':
    case 'furniture':
    case 'flag':
    case 'size':
      return '';
    default:
      return spec satisfies never;
  }
}

/** Label and text in two columns; a label too long for its column has a line to itself. */
function line(label: string, text: string): string {
  const rows = wrapped(text, WIDTH - LABEL_WIDTH - 2);
  const indent = `\n${' '.repeat(LABEL_WIDTH + 2)}`;
  const head = label.length < LABEL_WIDTH ? `  ${label.padEnd(LABEL_WIDTH)}` : `  ${label}${indent}`;
  return head + rows.join(indent);
}

export function wrapped(text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}

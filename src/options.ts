import { UserError } from './errors.ts';
import { ANCHORS, type Furniture, type FurnitureRule, parseFurniture, refuseVague } from './furniture.ts';

/** The parts of the program that an option belongs to; help and README list options in this order. */
export type Scope = 'input' | 'similarity' | 'groups' | 'act' | 'output' | 'run';
/** The commands that take an option; 'run' is `dedupe [paths…]` itself. */
export const COMMANDS = ['run', 'clean', 'explain', 'check', 'index', 'evaluate', 'apply', 'completion'] as const;
export type Command = (typeof COMMANDS)[number];

interface Common {
  readonly scope: Scope;
  readonly commands: readonly Command[];
  readonly help: string;
  /** One-letter flag. */
  readonly short?: string;
  /** Not to be set in a configuration file. */
  readonly flagOnly?: true;
}
/** A default that one command has of its own. */
interface OwnDefault<Value> {
  readonly defaultOf?: Partial<Record<Command, Value>>;
}
export type OptionSpec =
  | (Common & OwnDefault<number> & { kind: 'number' | 'integer'; default: number | null; min: number; max: number })
  | (Common & OwnDefault<string> & { kind: 'choice'; default: string; choices: readonly string[]; choicesOf?: Partial<Record<Command, readonly string[]>> })
  | (Common & { kind: 'flag'; default: boolean })
  | (Common & { kind: 'size'; default: number | null; min: number; placeholder: string })
  | (Common & { kind: 'text'; default: string | null; placeholder: string })
  | (Common & { kind: 'furniture'; default: Furniture; placeholder: string })
  | (Common & { kind: 'list'; default: readonly string[]; placeholder: string; choices?: readonly string[] });

const ALL = ['run', 'clean', 'explain', 'check', 'index', 'evaluate'] as const;
const EVERY = [...ALL, 'apply'] as const;
const READ = ['run', 'clean', 'check', 'index', 'evaluate'] as const;
const COMPARE = ['run', 'explain', 'check', 'evaluate'] as const;
const PLAIN = ['text', 'json'] as const;

/** Every option once: flags, types, checks, `--help` and the README's table come from here. */
export const OPTIONS = {
  filesFrom: { scope: 'input', commands: READ, kind: 'text', default: null, placeholder: 'FILE', help: 'Read paths from FILE, one a line; - is standard input' },
  from: { scope: 'input', commands: ['run'], kind: 'text', default: null, flagOnly: true, placeholder: 'FILE', help: 'Show a saved JSON report again, without reading its articles; bounds may be raised' },
  null: { scope: 'input', commands: READ, kind: 'flag', default: false, short: '0', help: 'Paths of --files-from end with a NUL byte' },
  field: { scope: 'input', commands: ALL, kind: 'list', default: ['text=text', 'title=title', 'id=id', 'date=date', 'source=source'], placeholder: 'PART=NAME', help: 'JSONL field of a part: text, title, id, date, source (text=body,title=headline)' },
  maxArticleBytes: { scope: 'input', commands: ALL, kind: 'integer', default: 10_000_000, min: 1_000, max: 500_000_000, help: 'Longest article in bytes; a longer one is skipped and listed' },
  allowEmpty: { scope: 'input', commands: ['run', 'clean', 'check', 'index'], kind: 'flag', default: false, help: 'No matching file is an empty result, not an error' },
  furniture: { scope: 'input', commands: ALL, kind: 'furniture', default: [] as Furniture, placeholder: 'FILE', help: 'Rules of your own, or learnt, for what is furniture; repeatable' },
  listFiles: { scope: 'input', commands: ['run', 'clean'], kind: 'flag', default: false, help: 'Print the files that would be read, and stop' },
  labels: { scope: 'input', commands: ['evaluate'], kind: 'text', default: null, placeholder: 'FILE', help: 'TSV or CSV of path and group, or of two paths and same or different' },
  against: { scope: 'input', commands: ['check'], kind: 'text', default: null, placeholder: 'PATH', help: 'The archive: an index, or a folder, which is read' },
  byContent: { scope: 'input', commands: ['index'], kind: 'flag', default: false, flagOnly: true, help: 'Remove by text: every article with the text of one of the files given' },
  similarity: { scope: 'similarity', commands: COMPARE, kind: 'number', default: 0.2, min: 0.05, max: 1, help: 'Least Jaccard similarity of two copies' },
  containment: { scope: 'similarity', commands: COMPARE, kind: 'number', default: 0.33, min: 0.05, max: 1, help: 'Least share of the shorter text found in the longer, for an excerpt' },
  shingleSize: { scope: 'similarity', commands: [...COMPARE, 'index'], kind: 'integer', default: 3, min: 1, max: 12, help: 'Words in a shingle' },
  hashes: { scope: 'similarity', commands: COMPARE, kind: 'integer', default: 128, min: 16, max: 1024, help: 'MinHash values in a signature, a power of two (4 bytes each)' },
  recall: { scope: 'similarity', commands: COMPARE, kind: 'number', default: 0.99, min: 0.5, max: 0.9999, help: 'Least chance that a pair at the similarity bound becomes a candidate' },
  eventScore: { scope: 'groups', commands: COMPARE, kind: 'number', default: 0.5, min: 0.05, max: 0.99, help: 'Least score of two articles of one event' },
  only: { scope: 'groups', commands: ['run', 'check', 'evaluate'], kind: 'choice', default: 'all', choices: ['all', 'copies', 'events'], help: 'Which relation to look for' },
  representative: { scope: 'groups', commands: ['run', 'check', 'apply'], kind: 'choice', default: 'longest', choices: ['longest', 'earliest', 'source', 'cleanest'], help: 'Which article stands for its group' },
  preferSource: { scope: 'groups', commands: ['run', 'check', 'apply'], kind: 'list', default: [], placeholder: 'NAME', help: 'Sources in the order of preference, for --representative source' },
  language: { scope: 'similarity', commands: ALL, kind: 'list', default: [], placeholder: 'CODE', choices: ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'sv', 'no', 'pl', 'ar'], help: 'Languages of the corpus (en,de,fr …); else told from each text' },
  within: { scope: 'similarity', commands: ['explain'], kind: 'list', default: [], placeholder: 'PATH', help: 'Corpus in which the two are compared; what is rare depends on it' },
  keepPath: { scope: 'groups', commands: ['apply'], kind: 'list', default: [], placeholder: 'GLOB', help: 'Files that always stay, as in .gitignore: archive/, *-final.txt' },
  relation: {
    scope: 'act',
    commands: ['apply'],
    kind: 'list',
    default: ['identical', 'reprint'],
    placeholder: 'CLASS',
    choices: ['identical', 'reprint', 'excerpt', 'revised'],
    help: 'Copies that may go: identical, reprint, excerpt (the part, never the whole), revised',
  },
  moveTo: { scope: 'act', commands: ['apply'], kind: 'text', default: null, flagOnly: true, placeholder: 'DIR', help: 'Move the copies below DIR, each under its own path' },
  delete: { scope: 'act', commands: ['apply'], kind: 'flag', default: false, flagOnly: true, help: 'Move the copies into a trash folder beside the journal, until --purge' },
  hardlink: { scope: 'act', commands: ['apply'], kind: 'flag', default: false, flagOnly: true, help: 'Make files of the same bytes one file with several names' },
  uniqueTo: { scope: 'act', commands: ['apply'], kind: 'text', default: null, flagOnly: true, placeholder: 'DIR|LIST', help: 'Write all but the copies: a tree, a list of paths (.txt) or their texts (.jsonl)' },
  yes: { scope: 'act', commands: ['apply'], kind: 'flag', default: false, flagOnly: true, help: 'Do it; without this, only show what would be done' },
  journal: { scope: 'act', commands: ['apply'], kind: 'text', default: null, flagOnly: true, placeholder: 'FILE', help: 'Where the journal is kept; else in the folder .dedupe' },
  undo: { scope: 'act', commands: ['apply'], kind: 'text', default: null, flagOnly: true, placeholder: 'JOURNAL', help: 'Put back what a run has moved, deleted or linked' },
  purge: { scope: 'act', commands: ['apply'], kind: 'text', default: null, flagOnly: true, placeholder: 'JOURNAL', help: 'Remove the trash of a run for good (with --yes); there is no undo after it' },
  format: {
    scope: 'output',
    commands: [...COMPARE, 'index', 'apply'],
    kind: 'choice',
    default: 'text',
    choices: ['text', 'json', 'jsonl', 'csv', 'markdown', 'sarif', 'junit', 'github'],
    choicesOf: { explain: PLAIN, evaluate: PLAIN, index: PLAIN, apply: PLAIN, check: ['text', 'json', 'jsonl', 'markdown', 'sarif', 'junit', 'github'] },
    help: 'Format of standard output',
  },
  output: { scope: 'output', commands: ['run', 'check'], kind: 'list', default: [], placeholder: '[FORMAT:]FILE', help: 'Also write a report to FILE (r.json); repeatable' },
  top: { scope: 'output', commands: ['run', 'check', 'evaluate', 'apply'], kind: 'integer', default: 20, defaultOf: { evaluate: 5 }, min: 0, max: 1e9, help: 'Groups shown in text and Markdown, largest first; of evaluate, mistakes of each kind; 0 is all' },
  all: { scope: 'output', commands: ['run', 'check'], kind: 'flag', default: false, help: 'List the articles that stand alone, too' },
  failOn: { scope: 'output', commands: ['run', 'check'], kind: 'choice', default: 'none', defaultOf: { check: 'copies' }, choices: ['none', 'copies', 'events'], help: 'Exit with 1 when there are any' },
  baseline: { scope: 'output', commands: ['run', 'check'], kind: 'text', default: null, placeholder: 'FILE', help: 'What FILE has is known: only what is new fails' },
  updateBaseline: { scope: 'output', commands: ['run', 'check'], kind: 'flag', default: false, flagOnly: true, help: 'Write the file of --baseline, or add to it all that is found' },
  pruneBaseline: { scope: 'output', commands: ['run', 'check'], kind: 'flag', default: false, flagOnly: true, help: 'Take out of the file of --baseline what nothing matches any more' },
  failUnder: { scope: 'output', commands: ['evaluate'], kind: 'number', default: 0, min: 0, max: 1, help: 'Exit with 1 when the F1 of a judged relation is lower' },
  maxCopies: { scope: 'output', commands: ['check'], kind: 'integer', default: null, min: 0, max: 1e9, help: 'Copies and repeats that a batch may have; 0 is none, as without it' },
  maxCopiesPercent: { scope: 'output', commands: ['check'], kind: 'number', default: null, min: 0, max: 100, help: 'The same in percent of the batch; of both limits the lower one counts' },
  out: { scope: 'output', commands: ['clean'], kind: 'text', default: null, placeholder: 'DIR', help: 'Write the own texts below DIR, in the tree of the input' },
  explain: { scope: 'output', commands: ['clean'], kind: 'flag', default: false, help: 'Show every line, kept or stripped, with the rule and the evidence' },
  learn: { scope: 'output', commands: ['clean'], kind: 'text', default: null, placeholder: 'FILE', help: 'Learn what is furniture from many articles; write it to FILE, for --furniture' },
  diff: { scope: 'output', commands: ['clean'], kind: 'flag', default: false, help: 'Show what is stripped as a unified diff' },
  color: { scope: 'output', commands: EVERY, kind: 'choice', default: 'auto', choices: ['auto', 'always', 'never'], help: 'Colour; auto heeds NO_COLOR, FORCE_COLOR and the terminal' },
  workers: { scope: 'run', commands: READ, kind: 'integer', default: 0, min: 0, max: 256, help: 'Threads; 0 is one a core for large input. The result is the same' },
  memory: { scope: 'run', commands: ['run'], kind: 'size', default: null, min: 1e6, placeholder: 'SIZE', help: 'Memory to keep to, as 2GB or 800MB; more goes to temporary files. Default: half of what is free' },
  wait: { scope: 'run', commands: ['index'], kind: 'integer', default: 10, min: 0, max: 86_400, help: 'Seconds to wait while another process writes to the index' },
  config: { scope: 'run', commands: EVERY, kind: 'text', default: null, placeholder: 'FILE', flagOnly: true, help: 'Read options from FILE, not from the nearest dedupe.config.json, .js, .mjs or .ts' },
  noConfig: { scope: 'run', commands: EVERY, kind: 'flag', default: false, flagOnly: true, help: 'Read no configuration file' },
  printConfig: { scope: 'run', commands: EVERY, kind: 'flag', default: false, flagOnly: true, help: 'Print every option with its value and where that comes from, and stop' },
  quiet: { scope: 'run', commands: EVERY, kind: 'flag', default: false, short: 'q', help: 'No progress and no warnings' },
  verbose: { scope: 'run', commands: EVERY, kind: 'flag', default: false, short: 'v', help: 'Timings, candidates after each stage and the expected miss rate on standard error' },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof OPTIONS;
type Value<Spec> = Spec extends { kind: 'number' | 'integer'; default: infer Default }
  ? Default extends null
    ? number | null
    : number
  : Spec extends { kind: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : Spec extends { kind: 'flag' }
      ? boolean
      : Spec extends { kind: 'size' }
        ? number | null
        : Spec extends { kind: 'text' }
          ? string | null
          : Spec extends { kind: 'furniture' }
            ? Furniture
            : readonly string[];
export type Options = { readonly [Name in OptionName]: Value<(typeof OPTIONS)[Name]> };
/** Options as a program may give them: some of them, furniture also as the text of a file, sizes also in words. */
export type Given = Partial<Omit<Options, 'furniture' | 'memory'>> & {
  readonly furniture?: Furniture | string;
  readonly memory?: number | string | null;
};

/** maxArticleBytes → --max-article-bytes */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * The only place where a default is applied: checks what was given against the table and freezes the whole.
 * Throws UserError naming the flag, the value met and the values wanted.
 */
export function resolveOptions(given: Given = {}, command: Command = 'run'): Options {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(OPTIONS, name)) throw new UserError(`unknown option ${name}`, `options are: ${Object.keys(OPTIONS).join(', ')}`);
  }
  const entries = Object.entries<OptionSpec>(OPTIONS).map(([name, spec]) => {
    const asGiven = given[name as OptionName] ?? defaultOf(spec, command);
    const value = typeof asGiven === 'string' ? parsed(spec, asGiven) : asGiven;
    const wanted = wantedOf(name, specFor(spec, command), value);
    if (wanted !== null) throw new UserError(`${flagOf(name)} is ${JSON.stringify(value)}`, `give ${wanted}`);
    return [name, value];
  });
  return Object.freeze(Object.fromEntries(entries)) as Options;
}

/** The value that a text stands for; the text itself where it stands for none. */
function parsed(spec: OptionSpec, text: string): unknown {
  if (spec.kind === 'furniture') return parseFurniture(text);
  return spec.kind === 'size' ? (parseSize(text) ?? text) : text;
}

const UNITS = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

/** 1.5GB → 1,500,000,000; 512MiB; the unit may stand apart, in small letters, or without its B; null for what is no size. */
function parseSize(text: string): number | null {
  const [, figure, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]i?b?|b)?\s*$/i.exec(text) ?? [];
  if (figure === undefined) return null;
  const name = unit.toUpperCase();
  return Math.round(Number(figure) * UNITS[(name.endsWith('B') ? name : `${name}B`) as keyof typeof UNITS]); // the pattern has no other
}

/** An option as one command has it: of its choices those that the command knows. */
export function specFor(spec: OptionSpec, command: Command): OptionSpec {
  const choices = spec.kind === 'choice' ? spec.choicesOf?.[command] : undefined;
  return choices === undefined ? spec : ({ ...spec, choices } as OptionSpec); // a choice has choices
}

/** The default of an option, of one command. */
export function defaultOf(spec: OptionSpec, command: Command): OptionSpec['default'] {
  return ('defaultOf' in spec ? spec.defaultOf?.[command] : undefined) ?? spec.default;
}

/** What an option takes, in words, when the value is none of it; null for a value that it takes. */
export function wantedOf(name: string, spec: OptionSpec, value: unknown): string | null {
  switch (spec.kind) {
    case 'number':
    case 'integer': {
      if (value === null && spec.default === null) return null;
      const whole = spec.kind === 'integer';
      if (typeof value !== 'number' || !(value >= spec.min && value <= spec.max) || (whole && !Number.isInteger(value))) return `a ${whole ? 'whole ' : ''}number from ${spec.min} to ${spec.max}`;
      return name === 'hashes' && (value & (value - 1)) !== 0 ? 'a power of two' : null;
    }
    case 'choice':
      return spec.choices.includes(value as string) ? null : `one of ${spec.choices.join(', ')}`;
    case 'flag':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'size': {
      if (value === null) return null;
      const bytes = typeof value === 'string' ? parseSize(value) : value;
      return typeof bytes === 'number' && bytes >= spec.min ? null : `a size from ${spec.min / 1e6}MB on: 800MB, 2GB`;
    }
    case 'text':
      return value === null || typeof value === 'string' ? null : 'a text';
    case 'furniture':
      if (!Array.isArray(value) || !value.every(isRule)) return 'the text of a file of rules, or what parseFurniture makes of it';
      for (const rule of value) refuseVague(rule);
      return null;
    case 'list':
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return 'a list of texts';
      return spec.choices && value.some((item) => !spec.choices?.includes(item)) ? `some of ${spec.choices.join(', ')}` : null;
    default:
      return spec satisfies never;
  }
}

function isRule(value: unknown): value is FurnitureRule {
  if (typeof value !== 'object' || value === null) return false;
  const { anchor, words, source, from } = value as Partial<Record<keyof FurnitureRule, unknown>>; // each is checked here
  const texts = typeof words === 'string' && typeof from === 'string' && (source === null || typeof source === 'string');
  return texts && ANCHORS.some((known) => known === anchor);
}

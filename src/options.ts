import { UserError } from './errors.ts';

/** The parts of the program that an option belongs to; help and README list options in this order. */
export type Scope = 'input' | 'similarity' | 'groups' | 'output' | 'run';
/** The commands that take an option; 'run' is `dedupe [paths…]` itself. */
export type Command = 'run' | 'clean' | 'explain' | 'check' | 'index';

interface Common {
  readonly scope: Scope;
  readonly commands: readonly Command[];
  readonly help: string;
  /** One-letter flag. */
  readonly short?: string;
}
export type OptionSpec =
  | (Common & { kind: 'number' | 'integer'; default: number | null; min: number; max: number })
  /** `defaultIn`: where a command has a default of its own. */
  | (Common & { kind: 'choice'; default: string; defaultIn?: { readonly [Name in Command]?: string }; choices: readonly string[] })
  | (Common & { kind: 'flag'; default: boolean })
  | (Common & { kind: 'text'; default: string | null; placeholder: string })
  | (Common & { kind: 'list'; default: readonly string[]; placeholder: string; choices?: readonly string[] });

const ALL = ['run', 'clean', 'explain', 'check', 'index'] as const;
const READ = ['run', 'clean', 'check', 'index'] as const;
const COMPARE = ['run', 'explain', 'check'] as const;

/** Every option once: flags, types, checks, `--help` and the README's table come from here. */
export const OPTIONS = {
  filesFrom: { scope: 'input', commands: READ, kind: 'text', default: null, placeholder: 'FILE', help: 'Read paths from FILE, one a line; - is standard input' },
  null: { scope: 'input', commands: READ, kind: 'flag', default: false, short: '0', help: 'Paths of --files-from end with a NUL byte' },
  field: { scope: 'input', commands: ALL, kind: 'list', default: ['text=text', 'title=title', 'id=id', 'date=date', 'source=source'], placeholder: 'PART=NAME', help: 'JSONL field of a part: text, title, id, date, source (text=body,title=headline)' },
  maxArticleBytes: { scope: 'input', commands: ALL, kind: 'integer', default: 10_000_000, min: 1_000, max: 500_000_000, help: 'Longest article in bytes; a longer one is skipped and listed' },
  allowEmpty: { scope: 'input', commands: READ, kind: 'flag', default: false, help: 'No matching file is an empty result, not an error' },
  listFiles: { scope: 'input', commands: ['run', 'clean'], kind: 'flag', default: false, help: 'Print the files that would be read, and stop' },
  similarity: { scope: 'similarity', commands: COMPARE, kind: 'number', default: 0.3, min: 0.05, max: 1, help: 'Least Jaccard similarity of two copies' },
  containment: { scope: 'similarity', commands: COMPARE, kind: 'number', default: 0.5, min: 0.05, max: 1, help: 'Least share of the shorter text found in the longer, for an excerpt' },
  shingleSize: { scope: 'similarity', commands: ['run', 'explain', 'check', 'index'], kind: 'integer', default: 3, min: 1, max: 12, help: 'Words in a shingle' },
  hashes: { scope: 'similarity', commands: COMPARE, kind: 'integer', default: 128, min: 16, max: 1024, help: 'MinHash values in a signature, a power of two (4 bytes each)' },
  recall: { scope: 'similarity', commands: COMPARE, kind: 'number', default: 0.99, min: 0.5, max: 0.9999, help: 'Least chance that a pair at the similarity bound becomes a candidate' },
  eventScore: { scope: 'groups', commands: COMPARE, kind: 'number', default: 0.5, min: 0.05, max: 0.99, help: 'Least score of two articles of one event' },
  only: { scope: 'groups', commands: ['run', 'check'], kind: 'choice', default: 'all', choices: ['all', 'copies', 'events'], help: 'Which relation to look for' },
  representative: { scope: 'groups', commands: ['run', 'check'], kind: 'choice', default: 'longest', choices: ['longest', 'earliest', 'source', 'cleanest'], help: 'Which article stands for its group' },
  preferSource: { scope: 'groups', commands: ['run', 'check'], kind: 'list', default: [], placeholder: 'NAME', help: 'Sources in the order of preference, for --representative source' },
  language: { scope: 'similarity', commands: ALL, kind: 'list', default: [], placeholder: 'CODE', choices: ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'sv', 'no', 'pl', 'ar'], help: 'Languages of the corpus (en,de,fr …); else told from each text' },
  within: { scope: 'similarity', commands: ['explain'], kind: 'list', default: [], placeholder: 'PATH', help: 'Corpus in which the two are compared; what is rare depends on it' },
  format: { scope: 'output', commands: ['run', 'explain', 'check', 'index'], kind: 'choice', default: 'text', choices: ['text', 'json', 'jsonl', 'csv'], help: 'Format of standard output' },
  output: { scope: 'output', commands: ['run'], kind: 'list', default: [], placeholder: 'FORMAT:FILE', help: 'Also write a report to FILE; repeatable' },
  top: { scope: 'output', commands: ['run', 'check'], kind: 'integer', default: 20, min: 0, max: 1e9, help: 'Groups shown in the text report, largest first; 0 is all' },
  all: { scope: 'output', commands: ['run', 'check'], kind: 'flag', default: false, help: 'List the articles that stand alone, too' },
  failOn: { scope: 'output', commands: ['run', 'check'], kind: 'choice', default: 'none', defaultIn: { check: 'copies' }, choices: ['none', 'copies', 'events'], help: 'Exit with 1 when there are any' },
  against: { scope: 'input', commands: ['check'], kind: 'text', default: null, placeholder: 'PATH', help: 'The archive: an index, or a folder, which is read' },
  maxCopies: { scope: 'output', commands: ['check'], kind: 'integer', default: null, min: 0, max: 1e9, help: 'Copies and repeats that a batch may have; 0 is none, as without it' },
  maxCopiesPercent: { scope: 'output', commands: ['check'], kind: 'number', default: null, min: 0, max: 100, help: 'The same in percent of the batch; of both limits the lower one counts' },
  byContent: { scope: 'input', commands: ['index'], kind: 'flag', default: false, help: 'Remove by text: every article with the text of one of the files given' },
  wait: { scope: 'run', commands: ['index'], kind: 'integer', default: 10, min: 0, max: 86_400, help: 'Seconds to wait while another process writes to the index' },
  out: { scope: 'output', commands: ['clean'], kind: 'text', default: null, placeholder: 'DIR', help: 'Write the own texts below DIR, in the tree of the input' },
  explain: { scope: 'output', commands: ['clean'], kind: 'flag', default: false, help: 'Show every line, kept or stripped, with the rule and the evidence' },
  diff: { scope: 'output', commands: ['clean'], kind: 'flag', default: false, help: 'Show what is stripped as a unified diff' },
  color: { scope: 'output', commands: ALL, kind: 'choice', default: 'auto', choices: ['auto', 'always', 'never'], help: 'Colour; auto heeds NO_COLOR, FORCE_COLOR and the terminal' },
  workers: { scope: 'run', commands: READ, kind: 'integer', default: 0, min: 0, max: 256, help: 'Threads; 0 is one a core for large input. The result is the same' },
  quiet: { scope: 'run', commands: ALL, kind: 'flag', default: false, short: 'q', help: 'No progress and no warnings' },
  verbose: { scope: 'run', commands: ALL, kind: 'flag', default: false, short: 'v', help: 'Timings, candidates after each stage and the expected miss rate on standard error' },
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
      : Spec extends { kind: 'text' }
        ? string | null
        : readonly string[];
export type Options = { readonly [Name in OptionName]: Value<(typeof OPTIONS)[Name]> };

/** maxArticleBytes → --max-article-bytes */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * The only place where a default is applied: checks what was given against the table and freezes the whole.
 * Throws UserError naming the flag, the value met and the values wanted.
 */
export function resolveOptions(given: Partial<Options> = {}, command: Command = 'run'): Options {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(OPTIONS, name)) throw new UserError(`unknown option ${name}`, `options are: ${Object.keys(OPTIONS).join(', ')}`);
  }
  const entries = Object.entries(OPTIONS).map(([name, spec]) => {
    const value = given[name as OptionName] ?? defaultOf(spec, command);
    check(name, spec, value);
    return [name, value];
  });
  return Object.freeze(Object.fromEntries(entries)) as Options;
}

export function defaultOf(spec: OptionSpec, command: Command): OptionSpec['default'] {
  return ('defaultIn' in spec ? spec.defaultIn?.[command] : undefined) ?? spec.default;
}

function check(name: string, spec: OptionSpec, value: unknown): void {
  const refuse = (wanted: string) => new UserError(`${flagOf(name)} is ${JSON.stringify(value)}`, `give ${wanted}`);
  switch (spec.kind) {
    case 'number':
    case 'integer': {
      const whole = spec.kind === 'integer';
      if (value === null && spec.default === null) return;
      if (typeof value !== 'number' || !(value >= spec.min && value <= spec.max) || (whole && !Number.isInteger(value))) throw refuse(`a ${whole ? 'whole ' : ''}number from ${spec.min} to ${spec.max}`);
      if (name === 'hashes' && (value & (value - 1)) !== 0) throw refuse('a power of two');
      return;
    }
    case 'choice':
      if (!spec.choices.includes(value as string)) throw refuse(`one of ${spec.choices.join(', ')}`);
      return;
    case 'flag':
      if (typeof value !== 'boolean') throw refuse('true or false');
      return;
    case 'text':
      if (value !== null && typeof value !== 'string') throw refuse('a text');
      return;
    case 'list':
      if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) throw refuse('a list of texts');
      if (spec.choices && value.some((item) => !spec.choices?.includes(item))) throw refuse(`some of ${spec.choices.join(', ')}`);
      return;
    default:
      return spec satisfies never;
  }
}

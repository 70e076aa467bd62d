import { UserError } from '../errors.ts';
import { safe } from '../stages/report/safe.ts';

/** What the shell is told. */
export const EXIT = {
  /** The run was done, and there is nothing that the user asked to fail on. */
  clean: 0,
  /** --fail-on was given, and there are such groups. */
  found: 1,
  /** The run could not be done as asked: usage, input, output, or a bug. */
  failed: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error as standard error shows it: what is wrong and what to do; a stack only for a bug, or when asked for. */
export function describe(error: unknown, version: string, verbose: boolean): string {
  const stack = lines(error instanceof Error ? `${error.stack}${cause(error.cause)}` : String(error));
  if (!(error instanceof UserError)) return `dedupe: this is a bug in dedupe ${version}; please report it with these lines:\n${stack}`;
  const hint = error.hint === undefined ? '' : lines(error.hint, '  ');
  return `dedupe: ${safe(error.message)}\n${hint}${verbose ? stack : ''}`;
}

/** A text of our own over several lines, with what it quotes made safe. */
function lines(text: string, indent = ''): string {
  return text
    .split('\n')
    .map((line) => `${indent}${safe(line)}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function cause(error: unknown): string {
  return error instanceof Error ? `\ncaused by ${error.stack}${cause(error.cause)}` : '';
}

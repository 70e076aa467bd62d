import { lstatSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { nearest } from './nearest.ts';

const COMMANDS = ['clean', 'explain', 'check', 'index'];

/** A first operand that is no path but looks like a command: without a default command it would be an unknown command. */
export function refuseMistypedCommand(first: string | undefined): void {
  if (first === undefined || first === '-' || /[/*?[\]{}.]/.test(first) || exists(first)) return;
  if (COMMANDS.includes(first))
    throw new UserError(`no such file or folder: ${first}`, `a command goes first: dedupe ${first} [options] …`);
  const meant = nearest(first, [...COMMANDS, 'help']);
  if (meant === null) return;
  const hint = meant === 'help' ? 'did you mean dedupe --help?' : `did you mean the command '${meant}'?`;
  throw new UserError(`no such file or folder: ${first}`, hint);
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

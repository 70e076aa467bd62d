import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type OwnText, type SharedLines, strip } from '../../src/stages/strip/index.ts';

/** Labelled data that is no part of the project; tests on it skip where it is absent. */
export const SHARED_DATA = join(import.meta.dirname, '../../../shared');
export const hasSharedData = existsSync(join(SHARED_DATA, 'eval'));

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The own text as a reader gets it: spans joined by line ends, or by spaces after a cut inside a line. */
export function textOf(bytes: Uint8Array, own: OwnText): string {
  let text = '';
  for (let span = 0; span < own.newLine.length; span++) {
    if (span > 0) text += own.newLine[span] ? '\n' : ' ';
    text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(own.spans[2 * span], own.spans[2 * span + 1]));
  }
  return text;
}

export function ownTextOf(text: string, shared: SharedLines | null = null): string {
  const bytes = bytesOf(text);
  return textOf(bytes, strip(bytes, shared));
}

/** Name of the rule that took each line; null for a line kept whole. */
export function rulesOn(text: string, shared: SharedLines | null = null): (string | null)[] {
  return judge(bytesOf(text), shared).map((line) => line.rule);
}

export function textsIn(folder: string): { name: string; bytes: Uint8Array }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/** The library as a user installs it: dist/, made where it is missing. Workers run only there. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Library = typeof import('../../src/index.ts');

export const PROGRAM = resolve('bin/dedupe.js');

export async function builtLibrary(): Promise<Library> {
  if (!existsSync('dist/index.js')) execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'ignore' });
  return import(/* @vite-ignore */ pathToFileURL(resolve('dist/index.js')).href);
}

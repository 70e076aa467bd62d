/** The built program, run as a user runs it, in a folder of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const PROGRAM = resolve('bin/dedupe.js');
if (!existsSync('dist/cli.js')) throw new Error('dist/ is missing: npm run build');

export interface Setting {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** As a user for whom permissions count; root may read and write everything. */
  readonly asNobody?: boolean;
}
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `dedupe ARGS…`, to its end. No colour and no terminal but by the setting. */
export function dedupe(args: readonly string[], setting: Setting = {}): Promise<Ended> {
  return ended(start(process.execPath, [PROGRAM, ...args], setting), setting.input);
}

/** A line of bash in which `dedupe` is the built program. */
export function shell(line: string, setting: Setting = {}): Promise<Ended> {
  const script = `dedupe() { '${process.execPath}' '${PROGRAM}' "$@"; }\n${line}`;
  return ended(start('bash', ['-c', script], setting), setting.input);
}

const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** False where root's own folder hides the program from anybody else. */
export function canRunAsNobody(): boolean {
  return spawnSync(process.execPath, [PROGRAM, '--version'], NOBODY).status === 0;
}

export function start(command: string, args: readonly string[], { cwd, env, asNobody }: Setting = {}): ChildProcess {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return spawn(command, args, { cwd, env: { ...inherited, ...env }, ...(asNobody ? NOBODY : {}) });
}

export function ended(child: ChildProcess, input: string | Uint8Array = ''): Promise<Ended> {
  return new Promise((done, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (piece) => stdout.push(piece));
    child.stderr?.on('data', (piece) => stderr.push(piece));
    child.on('error', reject);
    child.on('close', (code) => done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }));
    child.stdin?.on('error', () => {}); // it may end before it has read all
    child.stdin?.end(input);
  });
}

/** A new folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-test-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

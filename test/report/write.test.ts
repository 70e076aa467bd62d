import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { writeReport } from '../../src/stages/report/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reasonOf = (action: () => void): string => {
  try {
    action();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message} · ${error.hint}`;
  }
  throw new Error('it was written');
};

test('writes all chunks, and nothing else stays in the folder', () => {
  const chunks = Array.from({ length: 5_000 }, (_, at) => `line ${at} – ünïcödé\n`);
  writeReport(join(folder, 'report.json'), chunks);
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(chunks.join(''));
  expect(readdirSync(folder)).toEqual(['report.json']);
});

test('an empty report is an empty file', () => {
  writeReport(join(folder, 'none.jsonl'), []);
  expect(readFileSync(join(folder, 'none.jsonl'), 'utf8')).toBe('');
});

test('when the chunks fail half-way, the old file is untouched and no temporary file is left', () => {
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'old');
  const failing = function* () {
    yield 'x'.repeat(1_000_000);
    throw new RangeError('a bug');
  };
  expect(() => writeReport(file, failing())).toThrow(RangeError);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['report.txt']);
});

test('a new report keeps the rights of the old file', () => {
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  writeReport(file, ['new']);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test('a link is followed, and stays a link', () => {
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'old');
  symlinkSync('report.txt', join(folder, 'latest'));
  writeReport(join(folder, 'latest'), ['new']);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(lstatSync(join(folder, 'latest')).isSymbolicLink()).toBe(true);
});

test('a device is written to, not replaced', () => {
  writeReport('/dev/null', ['gone']);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a name as long as a name can be', () => {
  writeReport(join(folder, 'n'.repeat(255)), ['x']);
  expect(readdirSync(folder)).toEqual(['n'.repeat(255)]);
});

describe('what cannot be written says why, and what to do', () => {
  test('a folder', () => {
    mkdirSync(join(folder, 'reports'));
    expect(reasonOf(() => writeReport(join(folder, 'reports'), ['x']))).toBe(
      `cannot write ${folder}/reports: it is a folder · give the name of a file in it`,
    );
    expect(readdirSync(join(folder, 'reports'))).toEqual([]);
  });

  test('a link onto a folder', () => {
    mkdirSync(join(folder, 'reports'));
    symlinkSync('reports', join(folder, 'link'));
    expect(reasonOf(() => writeReport(join(folder, 'link'), ['x']))).toContain('it is a folder');
  });

  test('a folder that is not there', () => {
    expect(reasonOf(() => writeReport(join(folder, 'missing', 'report.txt'), ['x']))).toContain(
      'its folder does not exist · create the folder first',
    );
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });

  test('a path through a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(reasonOf(() => writeReport(join(folder, 'file', 'report.txt'), ['x']))).toContain('a part of its path is a file');
  });

  test('a name that is too long', () => {
    expect(reasonOf(() => writeReport(join(folder, 'n'.repeat(300)), ['x']))).toContain('its name is too long');
  });

  test('a link that leads to itself', () => {
    symlinkSync('loop', join(folder, 'loop'));
    expect(reasonOf(() => writeReport(join(folder, 'loop'), ['x']))).toContain('a link that leads back to itself');
  });

  // Root may write anywhere, so that there is nothing to see.
  test.skipIf(process.getuid?.() === 0)('no permission, on the folder or on the old file', () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    writeFileSync(join(locked, 'report.txt'), 'old', { mode: 0o444 });
    expect(reasonOf(() => writeReport(join(locked, 'report.txt'), ['x']))).toContain('no permission');
    chmodSync(locked, 0o555);
    expect(reasonOf(() => writeReport(join(locked, 'new.txt'), ['x']))).toContain('no permission');
    chmodSync(locked, 0o755);
  });

  test.runIf(existsSync('/dev/full'))('a full disk', () => {
    expect(reasonOf(() => writeReport('/dev/full', ['x']))).toContain('the disk is full · free some space');
  });
});

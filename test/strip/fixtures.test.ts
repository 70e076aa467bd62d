import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, sharedLines, survey } from '../../src/stages/strip/index.ts';
import { textsIn } from './own.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
/** Share of furniture lines that may be left over: those that neither words, place nor other articles give away. */
const MOST_LEFT_OVER = 0.1;

const folders = readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [join(FIXTURES, entry.name)] : [],
);
const corpora = folders.filter((folder) => readdirSync(folder).some((name) => name.endsWith('.own')));

/** White space and line breaks aside. */
const plain = (text: string) => text.replaceAll(/[\s\ufeff]+/gu, ' ').trim();

describe.each(corpora)('%s', (folder) => {
  const texts = textsIn(folder);
  const shared = sharedLines(texts.map(({ bytes }) => survey(bytes)));
  let furniture = 0;
  const leftOver: string[] = [];

  test.each(texts.map(({ name, bytes }) => ({ name, bytes })))('$name loses no line of its own', ({ name, bytes }) => {
    const expectedFile = join(folder, name.replace(/\.txt$/, '.own'));
    if (!existsSync(expectedFile)) return;
    const expected = readFileSync(expectedFile, 'utf8')
      .split(/\r\n|\r|\n/)
      .map(plain)
      .filter((line) => line !== '');
    const verdicts = judge(bytes, shared);
    const own = plain(verdicts.map((verdict) => verdict.own).join(' '));
    expect(expected.filter((line) => !own.includes(line))).toEqual([]);

    const wanted = expected.join(' ');
    for (const verdict of verdicts) {
      if (wanted.includes(plain(verdict.text))) continue;
      furniture++;
      if (verdict.own !== '' && !wanted.includes(plain(verdict.own))) leftOver.push(`${name}: ${plain(verdict.own).slice(0, 80)}`);
    }
  });

  test('little furniture is left over', () => {
    expect(leftOver.length, leftOver.join('\n')).toBeLessThanOrEqual(MOST_LEFT_OVER * furniture);
  });
});

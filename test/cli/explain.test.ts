/** `dedupe explain A B` is of one mind with the run over A and B. */
import { expect, test } from 'vitest';
import { NEWS } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

test('two copies, for a person', async () => {
  const { code, stdout, stderr } = await dedupe(['explain', 'news/ferry.txt', 'news/ferry-again.txt'], { cwd: folderWith(NEWS) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/Copies: the two have the same text/);
});

test('the same for a program', async () => {
  const { code, stdout } = await dedupe(['explain', 'news/ferry.txt', 'news/ferry-again.txt', '--format', 'json'], {
    cwd: folderWith(NEWS),
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ relation: 'identical', jaccard: 1, containment: [1, 1] });
});

test.each([
  ['news/ferry.txt', 'news/ferry-again.txt'],
  ['news/ferry.txt', 'news/library.txt'],
])('%s and %s: the relation that the run found', async (a, b) => {
  const cwd = folderWith(NEWS);
  const explanation = JSON.parse((await dedupe(['explain', a, b, '--format', 'json'], { cwd })).stdout);
  const report = JSON.parse((await dedupe([a, b, '--format', 'json'], { cwd })).stdout);
  expect(explanation.relation).toBe(report.pairs[0]?.relation ?? null);
});

test('a missing article is named', async () => {
  const { code, stderr } = await dedupe(['explain', 'news/ferry.txt', 'news/fery.txt'], { cwd: folderWith(NEWS) });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: no such file or folder: .*fery\.txt/);
});

test('a folder of three is not two articles', async () => {
  const { code, stderr } = await dedupe(['explain', 'news', 'news/ferry.txt'], { cwd: folderWith(NEWS) });
  expect(code).toBe(2);
  expect(stderr).not.toContain('bug');
});

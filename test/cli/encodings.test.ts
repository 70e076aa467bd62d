/** Legacy encodings through the built program: there the package that tells them is a bundled one. */
import { expect, test } from 'vitest';
import { ENCODED } from '../read/encodings.ts';
import { dedupe, folderWith } from './program.ts';

test.each(ENCODED)('a file in %s is read as it was meant', async (_encoding, text, base64) => {
  const cwd = folderWith({ 'article.txt': Buffer.from(base64, 'base64') });
  const { code, stdout, stderr } = await dedupe(['clean', 'article.txt'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`${text}\n`);
});

import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { dedupe } from '../cli/program.ts';
import { corpusOf } from '../properties/corpora.ts';
import { folderOf } from './folder.ts';

/** Records that are long beside their texts: a file of several pieces, and little to compare. */
function records(count: number, padding: number): string {
  return corpusOf(7, count)
    .map(({ text }, i) => {
      if (i % 50 === 9) return `{"text":${i},"more":"${'.'.repeat(padding)}"}`;
      const record = { more: { html: `<p>“${'x'.repeat(padding)}”</p>` }, id: i % 40, text, title: `No. ${i}` };
      return i % 60 === 30 ? JSON.stringify(record).slice(0, -9) : JSON.stringify(record);
    })
    .join('\r\n');
}

it('the same bytes from records and files, however many threads read them', { timeout: 120_000 }, async () => {
  const files = corpusOf(8, 600).map(({ text }, i) => [`f${i}.txt`, i % 100 === 1 ? Buffer.from(text, 'utf16le') : text]);
  const cwd = folderOf({
    'big.jsonl': records(240, 100_000),
    'packed.ndjson.gz': gzipSync(records(120, 30_000), { level: 1 }),
    ...Object.fromEntries(files),
  });
  const reports = [];
  for (const workers of ['1', '2', '3'])
    reports.push(await dedupe(['.', '--only', 'copies', '--format', 'json', '--workers', workers], { cwd }));
  expect(reports[0].code).toBe(0);
  const { articles, skipped } = JSON.parse(reports[0].stdout);
  expect(articles.length).toBeGreaterThan(700);
  expect(skipped.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['big.jsonl:10', 'big.jsonl:31', 'packed.ndjson.gz:31']),
  );
  for (const { stdout } of reports.slice(1)) expect(stdout).toBe(reports[0].stdout);
});

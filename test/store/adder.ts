/** Run by the kill tests, bundled: adds batch after batch to an index, or takes articles out, and says what is done. */
import { addArticles, removePaths } from '../../src/archive.ts';
import { resolveOptions } from '../../src/options.ts';
import { openWriter } from '../../src/store/index.ts';
import { batch } from './batches.ts';

const [task, path, from, count] = process.argv.slice(2);
const options = resolveOptions({ workers: 1 });

process.stdout.write('ready\n');
for (let at = Number(from); at < Number(from) + Number(count); at++) {
  const writer = await openWriter(path, options, 0);
  if (task === 'add') await addArticles(writer, { articles: batch(at) }, options, {});
  else
    removePaths(
      writer,
      batch(at).map(({ id }) => id),
    );
  writer.close();
  process.stdout.write(`${at}\n`);
}

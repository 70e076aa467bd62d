/** minhash of npm, as in its README: node use_minhash.js ARTICLES.jsonl SCRATCH GROUPS.json PACKAGES; the last is where it is installed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [corpus, , result, packages] = process.argv.slice(2);
const { Minhash, LshIndex } = createRequire(join(packages, 'package.json'))('minhash');

const sketches = new Map();
const index = new LshIndex();
for (const line of readFileSync(corpus, 'utf8').split('\n')) {
  if (line === '') continue;
  const { id, text } = JSON.parse(line);
  const sketch = new Minhash();
  const words = text.toLowerCase().split(/\s+/);
  for (let i = 2; i < words.length; i++) sketch.update(`${words[i - 2]} ${words[i - 1]} ${words[i]}`);
  index.insert(id, sketch);
  sketches.set(id, sketch);
}

const above = new Map(Array.from(sketches.keys(), (id) => [id, id]));
const find = (id) => {
  while (above.get(id) !== id) {
    above.set(id, above.get(above.get(id)));
    id = above.get(id);
  }
  return id;
};
for (const [id, sketch] of sketches) for (const other of index.query(sketch)) above.set(find(other), find(id));

const groups = new Map();
for (const id of above.keys()) {
  const group = groups.get(find(id));
  if (group) group.push(id);
  else groups.set(find(id), [id]);
}
writeFileSync(result, JSON.stringify([...groups.values()].filter((group) => group.length > 1)));

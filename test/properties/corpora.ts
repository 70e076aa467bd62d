/** Small corpora made of the fixtures' articles: some as they are, some copied with edits. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Random, seeded } from './random.ts';

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly source?: string;
}

const FOLDERS = readdirSync('fixtures', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const TEXTS = FOLDERS.flatMap(({ name: folder }) =>
  readdirSync(`fixtures/${folder}`)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(`fixtures/${folder}/${name}`, 'utf8')),
);

/** What happens to a text on its way from outlet to outlet. */
const EDITS: readonly ((text: string, random: Random) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replace(/\n+/g, ' '),
  (text, random) => withoutSome(text.split('\n'), random, 0.2).join('\n'),
  (text, random) => withoutSome(text.split('\n'), random, 0.6).join('\n'),
  (text, random) => withoutSome(text.split(' '), random, 0.05).join(' '),
  (text, random) => text.replace(/\d+/g, () => String(random.below(90) + 10)),
  (text, random) => `${random.pick(TEXTS)}\n${text}`,
  (text, random) => `${text}\n${random.pick(['Read more', 'Share this article', 'Copyright 2024 Estuary Mail. All rights reserved.'])}`,
  () => '',
];

function withoutSome(parts: readonly string[], random: Random, share: number): string[] {
  return parts.filter(() => random.number() >= share);
}

/** So many articles, about half of them edited copies of the others. */
export function corpusOf(seed: number, size: number): Article[] {
  const random = seeded(seed);
  const texts: string[] = [];
  while (texts.length < size) {
    const original = texts.length > 0 && random.number() < 0.5 ? random.pick(texts) : random.pick(TEXTS);
    texts.push(random.number() < 0.5 ? random.pick(EDITS)(original, random) : original);
  }
  return texts.map((text, i) => ({
    id: `${random.pick(['mail', 'post', 'nine'])}-${i}`,
    text,
    ...(random.number() < 0.3 ? { date: `2024-03-${10 + random.below(20)}` } : {}),
    ...(random.number() < 0.3 ? { source: random.pick(['TWN', 'Skell Mail']) } : {}),
  }));
}

export const corpora: fc.Arbitrary<{ seed: number; size: number }> = fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 14 }) });

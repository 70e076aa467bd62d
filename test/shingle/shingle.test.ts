import { describe, expect, it } from 'vitest';
import { commonTrigrams } from '../../src/background/index.ts';
import { makeHashSet } from '../../src/kernel/hashSet.ts';
import { shingle } from '../../src/stages/shingle/index.ts';
import { ownText } from '../kernel/scanned.ts';

const NONE = makeHashSet([]);

function shinglesOf(text: string, size = 3, common = NONE) {
  const { shingles, fingerprint } = shingle(ownText(text).text.tokens, size, common);
  return { shingles: [...shingles], fingerprint };
}

describe('the shingles of a text', () => {
  it('are sorted, each once', () => {
    const { shingles } = shinglesOf('a rose is a rose is a rose');
    expect(shingles).toEqual([...new Set(shingles)].sort((x, y) => x - y));
    expect(shingles).toHaveLength(3);
  });

  it('are the same whatever the signs, lines and capitals between the words', () => {
    expect(shinglesOf('The ferry sank.\nThree people swam ashore.')).toEqual(shinglesOf('THE FERRY SANK – “three people” swam ashore'));
  });

  it('of an empty text are none, so that empty texts are not alike', () => {
    expect(shinglesOf('').shingles).toEqual([]);
    expect(shinglesOf('… — !!').shingles).toEqual([]);
  });

  it.each(['Fire', 'Ferry sinks'])('of the short text %j are one, its own', (text) => {
    expect(shinglesOf(text).shingles).toHaveLength(1);
    expect(shinglesOf(text).shingles).not.toEqual(shinglesOf(`${text} slowly`).shingles);
  });

  it('of a text as long as the one before it, and longer, forget the one before', () => {
    const long = Array.from({ length: 9_000 }, (_, i) => `word${i}x`).join(' ');
    expect(shinglesOf(long).shingles.length).toBeGreaterThan(17_000);
    expect(shinglesOf('one two three four').shingles).toHaveLength(2);
  });

  it('without those that are common in all news', () => {
    const sentence = 'one of the ferries sank in the harbour of Skell';
    const all = shinglesOf(sentence).shingles;
    const telling = shinglesOf(sentence, 3, commonTrigrams()).shingles;
    const common = all.filter((hash) => !telling.includes(hash));
    expect(common).toEqual(shinglesOf('one of the').shingles);
    expect(all).toEqual(expect.arrayContaining(telling));
  });

  it('are all kept when there is nothing but common ones', () => {
    expect(shinglesOf('one of the', 3, commonTrigrams())).toEqual(shinglesOf('one of the'));
  });
});

describe('the fingerprint of a text', () => {
  const { fingerprint } = shinglesOf('the dog bites the man and the man bites the dog');

  it('is the same for the same words in the same order, whatever the signs', () => {
    expect(shinglesOf('The dog bites the man;\nand the man bites the dog!').fingerprint).toEqual(fingerprint);
  });

  it.each([
    'the man bites the dog and the dog bites the man',
    'the dog bites the man and the man bites the dog again',
    'the dog bites the man and the man bit the dog',
    '',
  ])('is another for %j', (text) => {
    expect(shinglesOf(text).fingerprint).not.toEqual(fingerprint);
  });
});

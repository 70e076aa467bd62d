/** The figures, against values worked out by hand and against a count of every pair. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupUnits } from '../../src/evaluate/bootstrap.ts';
import { evaluate, type Labels, parseLabels } from '../../src/evaluate/index.ts';
import { contingencyOf, countPairs } from '../../src/evaluate/scores.ts';

/** Groups as words of letters, an article a letter: 'abc de' are two. */
const lists = (words: string) =>
  words
    .split(' ')
    .filter(Boolean)
    .map((word) => [...word]);
const labelsOf = (words: string): Labels =>
  parseLabels(
    `file\tlabel\n${lists(words)
      .flatMap((group, i) => group.map((article) => `${article}\t${i}`))
      .join('\n')}`,
  );
const eventsOf = (gold: string, found: string, articles = 'abcdefghij') =>
  evaluate({ articles: [...articles], events: lists(found) }, labelsOf(gold)).relations[0];

describe('groups, by hand', () => {
  it.each([
    // gold, found, P, R, F1, B³ P, B³ R, ARI
    ['abc de', 'abc de', 1, 1, 1, 1, 1, 1],
    ['abc de', '', 1, 0, 0, 1, 2 / 5, 0],
    ['abc de', 'abcde', 0.4, 1, 4 / 7, (9 / 5 + 4 / 5) / 5, 1, 0],
    ['abc de', 'ab cde', 0.5, 0.5, 0.5, (2 + 1 / 3 + 4 / 3) / 5, (4 / 3 + 1 / 3 + 2) / 5, 1 / 6],
    ['abc de', 'ab de', 1, 0.5, 2 / 3, 1, (4 / 3 + 1 / 3 + 2) / 5, 6 / 11],
    ['abc de', 'abcxy de', 1, 1, 1, 1, 1, 1], // what nobody labelled counts for nothing
    ['a b c', '', 1, 1, 1, 1, 1, 1],
    ['a b c', 'ab', 0, 1, 0, 2 / 3, 1, 0],
  ])('%s, found %s', (gold, found, precision, recall, f1, b3p, b3r, ari) => {
    const relation = eventsOf(gold, found, 'abcdexy');
    expect(relation.precision).toBeCloseTo(precision, 12);
    expect(relation.recall).toBeCloseTo(recall, 12);
    expect(relation.f1).toBeCloseTo(f1, 12);
    expect(relation.bcubed?.precision).toBeCloseTo(b3p, 12);
    expect(relation.bcubed?.recall).toBeCloseTo(b3r, 12);
    expect(relation.ari).toBeCloseTo(ari, 12);
  });

  it('an article that was skipped counts as alone', () => {
    const article = (path: string) => ({
      path,
      title: '',
      words: 9,
      furnitureWords: 0,
      copy: null,
      event: 'e1',
      date: null,
      source: null,
      sha256: null,
    });
    const skipped = [{ path: 'c', reason: 'furniture only' }];
    const report = {
      schemaVersion: 1,
      madeWith: null,
      articles: [article('a'), article('b')],
      copies: [],
      events: [],
      pairs: [],
      skipped,
    } as const;
    const { labels, relations } = evaluate(report, labelsOf('abc'));
    expect(relations[0]).toMatchObject({ relation: 'event', recall: 1 / 3 });
    expect(labels.skipped).toEqual(['c']);
  });
});

describe('pairs, by hand', () => {
  const text = 'a\tb\tlabel\na\tb\tcopy\na\tc\tcopy\nd\te\tboilerplate\nf\tg\tpartial\nh\ti\tevent\n';
  const found = { articles: [...'abcdefghi'], copies: lists('ab de fg hi'), events: lists('abc defg hi') };
  const { relations } = evaluate(found, parseLabels(text));

  it('copies: an event is none, partial counts for neither side', () => {
    expect(relations[1]).toMatchObject({ relation: 'copy', isJudged: true, precision: 1 / 3, recall: 1 / 2, f1: 0.4 });
    expect(relations[1]).toMatchObject({ pairs: { same: 2, joined: 3, right: 1 }, bcubed: null, ari: null });
  });

  it('events: a copy reports the same one', () => {
    expect(relations[0]).toMatchObject({ relation: 'event', precision: 3 / 4, recall: 1, pairs: { same: 3, joined: 4, right: 3 } });
  });

  it('by verdict, how many were joined', () => {
    expect(relations[1].classes).toEqual([
      { verdict: 'boilerplate', pairs: 1, joined: 1 },
      { verdict: 'copy', pairs: 2, joined: 1 },
      { verdict: 'event', pairs: 1, joined: 1 },
      { verdict: 'partial', pairs: 1, joined: 1 },
    ]);
  });

  it('verdicts on copies say nothing of events', () => {
    const onCopies = parseLabels('a\tb\tlabel\na\tb\tcopy\nd\te\tdifferent\n');
    expect(evaluate(found, onCopies).relations.map(({ relation }) => relation)).toEqual(['copy']);
    expect(() => evaluate({ articles: found.articles, events: [] }, onCopies)).toThrow('judges copies, and only events were looked for');
  });

  it('same and different are of events; of copies, where nothing else was looked for', () => {
    const labels = parseLabels('a\tb\tlabel\na\tb\tsame\nd\te\tdifferent\n');
    const judged = (relations: { relation: string; isJudged: boolean }[]) =>
      relations.filter(({ isJudged }) => isJudged).map(({ relation }) => relation);
    expect(judged([...evaluate(found, labels).relations])).toEqual(['event']);
    expect(judged([...evaluate({ articles: found.articles, copies: found.copies }, labels).relations])).toEqual(['copy']);
  });
});

/** Group numbers of some articles, labelled and found. */
const arbitrary = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 2, maxLength: 40 });

it('any two partitions: the same as when every pair and every article is looked at', () => {
  fc.assert(
    fc.property(arbitrary, (numbers) => {
      const articles = numbers.map((_, i) => `a${i}`);
      const labels = parseLabels(`file\tlabel\n${numbers.map(([gold], i) => `a${i}\tg${gold}`).join('\n')}`);
      const found = [...Array(7).keys()].map((group) => articles.filter((_, i) => numbers[i][1] === group));
      const [relation] = evaluate({ articles, events: found }, labels, { top: 0 }).relations;
      const naive = countAll(numbers);
      expect(relation.pairs).toEqual({ same: naive.same, joined: naive.joined, right: naive.right });
      expect(relation.bcubed?.precision).toBeCloseTo(naive.b3p, 10);
      expect(relation.bcubed?.recall).toBeCloseTo(naive.b3r, 10);
      expect(relation.ari).toBeCloseTo(naive.ari, 10);
      const listed = (mistakes: { worst: readonly { pairs: number }[] }) => mistakes.worst.reduce((sum, { pairs }) => sum + pairs, 0);
      expect(listed(relation.falseJoins)).toBe(naive.joined - naive.right);
      expect(listed(relation.misses)).toBe(naive.same - naive.right);
    }),
  );
});

function countAll(numbers: readonly (readonly [number, number])[]) {
  let [same, joined, right, neither, b3p, b3r] = [0, 0, 0, 0, 0, 0];
  for (const [i, [gold, found]] of numbers.entries()) {
    const golds = numbers.filter(([other]) => other === gold);
    const founds = numbers.filter(([, other]) => other === found);
    b3p += founds.filter(([other]) => other === gold).length / founds.length / numbers.length;
    b3r += golds.filter(([, other]) => other === found).length / golds.length / numbers.length;
    for (const [g, f] of numbers.slice(i + 1)) {
      const [isSame, isJoined] = [g === gold, f === found];
      if (isSame) same++;
      if (isJoined) joined++;
      if (isSame && isJoined) right++;
      if (!isSame && !isJoined) neither++;
    }
  }
  // Of the four counts of pairs: Hubert & Arabie as Steinley 2004 writes it.
  const [onlySame, onlyJoined] = [same - right, joined - right];
  const below = (right + onlySame) * (onlySame + neither) + (right + onlyJoined) * (onlyJoined + neither);
  const ari = below === 0 ? 1 : (2 * (right * neither - onlySame * onlyJoined)) / below;
  return { same, joined, right, b3p, b3r, ari };
}

it('the units of the bootstrap add up to the pairs: no half is lost between two groups', () => {
  fc.assert(
    fc.property(arbitrary, (numbers) => {
      const ids = Uint32Array.from(numbers.keys());
      const truth = { kind: 'groups', ids, groups: ids.map((id) => numbers[id][0]), names: [...'0123456'] } as const;
      const contingency = contingencyOf(
        truth,
        ids.map((id) => numbers.findIndex(([, found]) => found === numbers[id][1])),
      );
      const { right, weight } = groupUnits(contingency);
      const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
      const pairs = countPairs(contingency);
      expect(sum(right)).toBe(pairs.right);
      expect(sum(weight)).toBeCloseTo(pairs.same + pairs.joined, 10);
    }),
  );
});

it('a mistake names its pair in the order of the paths, with the group of each', () => {
  const labels = parseLabels('z.txt\tlate\na.txt\tearly\n');
  const [{ falseJoins }] = evaluate({ articles: ['z.txt', 'a.txt'], events: [['z.txt', 'a.txt']] }, labels).relations;
  expect(falseJoins.worst).toEqual([{ pairs: 1, a: 'a.txt', b: 'z.txt', labels: ['early', 'late'], why: null }]);
});

it('the order of the rows does not matter', () => {
  const rows = ['a\t1', 'b\t1', 'c\t2', 'd\t2', 'e\t1'];
  const evaluated = (lines: string[]) => evaluate({ articles: [...'abcde'], events: [['a', 'b', 'c']] }, parseLabels(lines.join('\n')));
  expect(evaluated(rows.toReversed())).toEqual(evaluated(rows));
});

it('100,000 labelled articles in seconds, one group of 20,000 among them', () => {
  const articles = Array.from({ length: 100_000 }, (_, i) => `news/${i}.txt`);
  const labels = parseLabels(`file\tlabel\n${articles.map((path, i) => `${path}\t${i < 20_000 ? 'big' : i >> 2}`).join('\n')}`);
  const events = [articles.slice(0, 20_002), ...Array.from({ length: 10_000 }, (_, i) => articles.slice(30_000 + 3 * i, 30_003 + 3 * i))];
  const started = performance.now();
  const [{ pairs, falseJoins }] = evaluate({ articles, events }, labels).relations;
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(pairs.same).toBe((20_000 * 19_999) / 2 + 20_000 * 6);
  expect(falseJoins.worst[0]).toMatchObject({ pairs: 40_000, labels: ['big', '5000'] });
});

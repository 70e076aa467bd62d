/** What holds of any baseline and any groups. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Baseline, type FoundGroup, formatBaseline, match, parseBaseline, prune, staleOf, update } from '../../src/baseline/index.ts';
import { contentOf, TODAY } from './groups.ts';

const relation = fc.constantFrom('copy' as const, 'event' as const);
const CONTENTS = [...'abcdefg'].map(contentOf);
const content = fc.constantFrom(...CONTENTS);
/** Groups as a run finds them: articles of the same bytes are copies, and copies are of one event. */
const groups = fc
  .record({
    articles: fc.array(content, { maxLength: 14 }),
    textOf: fc.array(fc.nat(4), { minLength: 7, maxLength: 7 }),
    eventOf: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
  })
  .map(({ articles, textOf, eventOf }): FoundGroup[] => {
    const parted = (relation: FoundGroup['relation'], partOf: (content: string) => number) => {
      const parts: { sha256: string; path: string }[][] = [[], [], [], [], []];
      for (const [at, sha256] of articles.entries()) parts[partOf(sha256)].push({ sha256, path: `${at}.txt` });
      return parts.filter(({ length }) => length >= 2).map((part): FoundGroup => ({ relation, articles: part }));
    };
    const text = (sha256: string) => textOf[CONTENTS.indexOf(sha256)];
    return [...parted('copy', text), ...parted('event', (sha256) => eventOf[text(sha256)])];
  });
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const baselines = fc.array(
  fc.record({
    relation,
    articles: fc.array(fc.record({ sha256: content, path: text }), { minLength: 2, maxLength: 5 }),
    reason: fc.option(text.filter((reason) => reason.trim() !== '')),
    expires: fc.constantFrom(null, '2020-01-01', '2030-12-31'),
  }),
  { maxLength: 6 },
);
const fileOf = (baseline: Baseline) => [...formatBaseline(baseline)].join('');
const sorted = (baseline: Baseline) => parseBaseline(fileOf(baseline), 'b');

test('a file is read as what was written, whatever its texts, and written as what was read', () => {
  fc.assert(
    fc.property(baselines, (baseline) => {
      const file = fileOf(baseline);
      expect(fileOf(parseBaseline(file, 'b'))).toBe(file);
      expect(new Set(sorted(baseline).map((entry) => JSON.stringify(entry))).size).toBe(
        new Set(baseline.map(({ articles, ...entry }) => JSON.stringify([entry, articles.map((each) => JSON.stringify(each)).sort()])))
          .size,
      );
      expect(file.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
    }),
  );
});

test('neither the order of the groups nor that of the entries makes another file', () => {
  fc.assert(
    fc.property(baselines, groups, (baseline, found) => {
      const turned = baseline.map((entry) => ({ ...entry, articles: entry.articles.toReversed() })).reverse();
      expect(fileOf(turned)).toBe(fileOf(baseline));
      expect(fileOf(update([], found.toReversed(), TODAY))).toBe(fileOf(update([], found, TODAY)));
    }),
  );
});

test('after an update all is known, but for what has expired; a second one changes nothing', () => {
  fc.assert(
    fc.property(baselines, groups, (baseline, found) => {
      const after = update(baseline, found, TODAY);
      const { groups: matched, entries } = match(after, found, TODAY);
      for (const { standing, held } of matched) if (!held.some(({ entry }) => entries[entry].isExpired)) expect(standing.new).toEqual([]);
      expect(fileOf(update(after, found, TODAY))).toBe(fileOf(after));
    }),
  );
});

test('what was written by hand is there after an update', () => {
  fc.assert(
    fc.property(baselines, groups, (baseline, found) => {
      const byHand = (all: Baseline) =>
        all.filter(({ reason, expires }) => reason !== null || expires !== null).map(({ reason, expires }) => `${reason} ${expires}`);
      expect(byHand(update(baseline, found, TODAY)).sort()).toEqual(byHand(baseline).sort());
    }),
  );
});

test('after pruning nothing is stale, and no group has another standing', () => {
  fc.assert(
    fc.property(baselines, groups, (baseline, found) => {
      const before = match(sorted(baseline), found, TODAY);
      const after = prune(baseline, match(baseline, found, TODAY));
      const again = match(after, found, TODAY);
      expect(staleOf(after, again)).toEqual([]);
      expect(again.groups.map(({ standing }) => standing.new.length)).toEqual(before.groups.map(({ standing }) => standing.new.length));
    }),
  );
});

test('a group is new by as many articles as the fullest entry leaves, counted the slow way', () => {
  fc.assert(
    fc.property(baselines, groups, (baseline, found) => {
      const { groups: matched } = match(baseline, found, TODAY);
      for (const [at, { relation, articles }] of found.entries()) {
        const speaking = baseline
          .filter((entry) => entry.relation !== 'event' || relation === 'event')
          .filter(({ expires }) => expires !== '2020-01-01');
        const shared = speaking.map((entry) => {
          const left = articles.map(({ sha256 }) => sha256);
          for (const { sha256 } of entry.articles) if (left.includes(sha256)) left.splice(left.indexOf(sha256), 1);
          return articles.length - left.length;
        });
        const most = Math.max(0, ...shared.filter((count) => count >= 2));
        expect(matched[at].standing.new).toHaveLength(articles.length - most);
      }
    }),
  );
});

/** A baseline edited by hand, well or into nonsense. */
import { describe, expect, test } from 'vitest';
import { parseBaseline } from '../../src/baseline/index.ts';
import { UserError } from '../../src/errors.ts';
import { contentOf } from './groups.ts';

// biome-ignore lint/suspicious/noExplicitAny: a baseline is taken apart here in ways that no type allows
type Loose = any;

const whole = (): Loose => ({
  baselineVersion: 1,
  entries: [
    {
      relation: 'copy',
      reason: 'The agency sells it to both',
      expires: '2027-02-28',
      articles: ['a', 'b'].map((letter) => ({ sha256: contentOf(letter), path: `${letter}.txt` })),
    },
  ],
});
function toldOf(text: string): string {
  try {
    parseBaseline(text, 'base.json');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.message} · ${error.hint}`;
  }
  throw new Error('it was read');
}

test('what a person may leave out, and in what order, does not matter', () => {
  const { entries } = whole();
  const { articles, relation } = entries[0];
  const text = `\ufeff${JSON.stringify({ entries: [{ articles, relation }], baselineVersion: 1 })}`.replaceAll(',', ' ,\r\n');
  expect(parseBaseline(text, 'base.json')).toEqual([{ relation, articles, reason: null, expires: null }]);
  expect(parseBaseline('{"baselineVersion":1,"entries":[]}', 'base.json')).toEqual([]);
});

describe('nonsense is refused with file, place and mend', () => {
  test.each<[story: string, change: (baseline: Loose) => void, told: string]>([
    ['a later version', (b) => (b.baselineVersion = 2), 'base.json: baselineVersion is 2; this dedupe reads 1 · read it with the version'],
    ['a version in words', (b) => (b.baselineVersion = 'one'), 'base.json: baselineVersion is "one"; this dedupe reads 1 · write'],
    ['no entries', (b) => delete b.entries, 'base.json: entries is missing · give a list'],
    ['entries by name', (b) => (b.entries = {}), 'base.json: entries is an object · give a list'],
    ['a word for an entry', (b) => (b.entries[0] = 'all'), 'base.json: entries[0] is "all" · give an entry'],
    ['another key', (b) => (b.note = ''), 'base.json has an unknown key "note" · the keys are: baselineVersion, entries'],
    [
      'a typo that would never expire',
      (b) => (b.entries[0].expire = '2027-01-01'),
      'entries[0] has an unknown key "expire" · the keys are: relation, reason, expires, articles',
    ],
    ['an unknown relation', (b) => (b.entries[0].relation = 'copies'), 'entries[0].relation is "copies" · give one of copy, event'],
    ['no relation', (b) => delete b.entries[0].relation, 'entries[0].relation is missing · give one of'],
    ['an empty reason', (b) => (b.entries[0].reason = ' '), 'entries[0].reason is " " · give a sentence, or leave it out'],
    ['a reason that is a list', (b) => (b.entries[0].reason = ['a']), 'entries[0].reason is a list'],
    ['a day in words', (b) => (b.entries[0].expires = 'next year'), 'entries[0].expires is "next year" · give the last day as YYYY-MM-DD'],
    ['a day that is not', (b) => (b.entries[0].expires = '2027-02-29'), 'entries[0].expires is "2027-02-29"'],
    ['a month that is not', (b) => (b.entries[0].expires = '2027-13-01'), 'entries[0].expires is "2027-13-01"'],
    ['an hour', (b) => (b.entries[0].expires = '2027-01-01T00:00'), 'entries[0].expires is "2027-01-01T00:00"'],
    ['a year for a number', (b) => (b.entries[0].expires = 2027), 'entries[0].expires is 2027'],
    ['no articles', (b) => delete b.entries[0].articles, 'entries[0].articles is missing · give two articles or more'],
    [
      'one article',
      (b) => b.entries[0].articles.pop(),
      'entries[0].articles is a list of 1 · give two articles or more, or take the entry out',
    ],
    ['a path for an article', (b) => (b.entries[0].articles[1] = 'b.txt'), 'entries[0].articles[1] is "b.txt" · give {'],
    [
      'a hash cut short',
      (b) => (b.entries[0].articles[1].sha256 = 'abc'),
      'entries[0].articles[1].sha256 is "abc" · give 64 hexadecimal digits',
    ],
    [
      'a hash in capitals',
      (b) => (b.entries[0].articles[0].sha256 = contentOf('a').toUpperCase()),
      'entries[0].articles[0].sha256 is "CA978',
    ],
    ['an empty path', (b) => (b.entries[0].articles[0].path = ''), 'entries[0].articles[0].path is ""'],
    [
      'a note on an article',
      (b) => (b.entries[0].articles[0].reason = 'x'),
      'entries[0].articles[0] has an unknown key "reason" · the keys are: sha256, path',
    ],
  ])('%s', (_, change, told) => {
    const baseline = whole();
    change(baseline);
    expect(toldOf(JSON.stringify(baseline))).toContain(told);
  });

  test.each<[story: string, text: string, told: string]>([
    ['nothing', '', 'base.json is empty, and no baseline · dedupe … --baseline FILE --update-baseline writes one'],
    ['a list', '[]', 'base.json is no baseline: it has no baselineVersion'],
    ['null', 'null', 'base.json is no baseline'],
    ['a report', '{"schemaVersion":1,"articles":[]}', 'base.json is a report, not a baseline'],
    ['an article', 'Ferry runs aground off Tarn Point', 'base.json is no JSON'],
    ['brackets without end', '['.repeat(100_000), 'base.json is no JSON'],
    ['a comma too many', JSON.stringify(whole(), null, 2).replace(/\n {2}\]\n/, ',\n  ]\n'), 'base.json is no JSON'],
    ['a comma too few', JSON.stringify(whole(), null, 2).replace('"copy",', '"copy"'), 'base.json is no JSON at line 6: '],
    [
      'a merge that was not finished',
      JSON.stringify(whole(), null, 2).replace('    {\n', '<<<<<<< HEAD\n    {\n'),
      'base.json: line 4 is the mark of a merge conflict · keep the entries of both sides',
    ],
  ])('%s', (_, text, told) => {
    expect(toldOf(text)).toContain(told);
  });

  test('a file cut short at any place', () => {
    const text = JSON.stringify(whole(), null, 2);
    for (let length = 0; length < text.length; length += 7) expect(toldOf(text.slice(0, length))).toMatch(/^base\.json is (no JSON|empty)/);
  });

  test('keys that JavaScript objects have of their own mean nothing', () => {
    const text = JSON.stringify(whole()).replace('"relation":"copy"', '"__proto__":{"relation":"copy"}');
    expect(toldOf(text)).toContain('entries[0] has an unknown key "__proto__"');
  });
});

import { applyPatch } from 'diff';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Cleaned, LineVerdict } from '../../src/report.ts';
import { renderDiff, renderOwn, renderVerdicts } from '../../src/stages/report/index.ts';
import { line, linesOf, PLAIN } from './makeReport.ts';

const kept = (text: string) => line(text, text);
const cleaned = (lines: LineVerdict[], path = 'a.txt'): Cleaned => ({
  path,
  lines,
  own: lines
    .map(({ own }) => own)
    .filter((own) => own !== '')
    .join('\n'),
});

const STORY = cleaned([
  kept('North Korea on Thursday said it has never supplied weapons or ammunition to Russia and has no plans to do so'),
  line('Share this', '', 'share-bar', '“share”, 2 words'),
  line('(Reuters) The statement was read out', 'The statement was read out', 'dateline', 'agency in brackets'),
  line('More from International', '', 'related', 'opens a list'),
]);

describe('own text', () => {
  test('ends with a newline; nothing of an article without any', () => {
    expect(renderOwn(cleaned([kept('one'), kept('two')]), 'file')).toBe('one\ntwo\n');
    expect(renderOwn(cleaned([line('gate', '', 'gate')]), 'file')).toBe('');
  });

  test('a file gets it as it is, a terminal what it can bear', () => {
    const hostile = cleaned([kept('\x1b[31mred'), kept('plain')]);
    expect(renderOwn(hostile, 'file')).toBe('\x1b[31mred\nplain\n');
    expect(renderOwn(hostile, 'terminal')).toBe('\\u{1b}[31mred\nplain\n');
  });
});

describe('verdicts', () => {
  test('every line with its rule and what the rule saw', () => {
    expect(linesOf(renderVerdicts(STORY, PLAIN))).toEqual([
      'a.txt',
      '1 line kept, 1 in part, 2 stripped',
      '+ keep       North Korea on Thursday said it has never supplied weapons or ammu…',
      '- share-bar  Share this                                       “share”, 2 words',
      '~ dateline   The statement was read out                       agency in brackets',
      '- related    More from International                          opens a list',
    ]);
  });

  test('any text: 80 columns, nothing that acts on a terminal', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 }));
    fc.assert(
      fc.property(anything, anything, anything, (text, rule, evidence) => {
        for (const each of linesOf(renderVerdicts(cleaned([kept(text), line(text, '', rule, evidence)], text), PLAIN))) {
          expect(each).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2066]/u);
          expect(stringWidth(each)).toBeLessThanOrEqual(80);
        }
      }),
    );
  });
});

describe('diff', () => {
  test('is a unified diff of the text against the own text', () => {
    expect(renderDiff(STORY, 'file')).toBe(
      [
        '--- a/a.txt',
        '+++ b/a.txt',
        '@@ -1,4 +1,2 @@',
        ` ${STORY.lines[0].text}`,
        '-Share this',
        '-(Reuters) The statement was read out',
        '+The statement was read out',
        '-More from International',
        '',
      ].join('\n'),
    );
  });

  test('is empty when nothing was stripped', () => {
    expect(renderDiff(cleaned([kept('one'), kept('two')]), 'file')).toBe('');
  });

  test('far changes have hunks of their own', () => {
    const lines = Array.from({ length: 30 }, (_, at) => (at === 4 || at === 25 ? line(`s${at}`, '', 'share') : kept(`k${at}`)));
    expect(renderDiff(cleaned(lines), 'file').match(/^@@.*@@$/gm)).toEqual(['@@ -2,7 +2,6 @@', '@@ -23,7 +22,6 @@']);
  });

  test('applied to the text, it gives the own text', () => {
    const verdict = fc
      .tuple(fc.constantFrom('keep', 'strip', 'part'), fc.stringMatching(/^[a-c+\- @]{1,6}$/))
      .map(([what, text]) => (what === 'keep' ? kept(text) : what === 'strip' ? line(text, '', 'rule') : line(text, `${text}!`, 'rule')));
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 40 }), (lines) => {
        const given = cleaned(lines);
        const patch = renderDiff(given, 'file');
        const text = `${lines.map((each) => each.text).join('\n')}\n`;
        if (patch !== '') expect(applyPatch(text, patch)).toBe(renderOwn(given, 'file'));
      }),
    );
  });

  test('60,000 lines of which every third goes take no time', () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => (at % 3 === 0 ? line('share', '', 'share') : kept(`line ${at % 7}`)));
    const start = performance.now();
    expect(renderDiff(cleaned(lines), 'file').length).toBeGreaterThan(400_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('a terminal gets no escape but the colours', () => {
    const hostile = cleaned([kept('\x1b[2Jgone'), line('\u202eevil', '', 'share')], 'a\nb.txt');
    expect(renderDiff(hostile, 'terminal')).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(renderDiff(hostile, 'terminal', 1)).toContain('\x1b[31m-\\u{202e}evil\x1b[39m');
    expect(renderDiff(hostile, 'file').split('\n')[0]).toBe('--- "a/a\\\\nb.txt"');
  });
});

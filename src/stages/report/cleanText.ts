/** What `dedupe clean` shows of an article: its own text, the verdict on every line, or a diff. */

import type { StructuredPatchHunk } from 'diff';
import { FILE_HEADERS_ONLY, formatPatch } from 'diff';
import type { Cleaned, LineVerdict } from '../../report.ts';
import { counted, thousands } from './figures.ts';
import { fitEnd, pad, widest } from './fit.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { columnsOf, inksOf } from './style.ts';

/** A file gets the text as it is; a terminal gets it safe(), line by line. */
export type Destination = 'file' | 'terminal';

/** The own text, ending with a newline; nothing for an article without any. */
export function renderOwn({ own }: Cleaned, to: Destination): string {
  if (own === '') return '';
  return `${to === 'file' ? own : own.split('\n').map(safe).join('\n')}\n`;
}

/** Columns of a rule's name and of what it saw, at most. */
const RULE_COLUMNS = 20;
const EVIDENCE_COLUMNS = 26;

/**
 * Every line with its verdict: `+` kept, `~` kept in part (what is left of it is shown), `-` stripped; the rule, the
 * text, what the rule saw.
 *
 *     + keep      North Korea on Thursday said it has never supplied weapons or
 *     - related   More from International                      opens a list of links
 */
export function* renderVerdicts(cleaned: Cleaned, style: Style): Iterable<string> {
  const { strong, faint, good, bad } = inksOf(style);
  const columns = columnsOf(style);
  const rows = cleaned.lines.map(rowOf);
  const count = (mark: Row['mark']) => rows.filter((row) => row.mark === mark).length;
  const ruleColumns = Math.min(RULE_COLUMNS, widest(rows.map(({ rule }) => rule)));
  const evidenceColumns = Math.min(EVIDENCE_COLUMNS, Math.floor(columns / 3), widest(rows.map(({ evidence }) => evidence)));
  yield `${strong(fitEnd(safe(cleaned.path), columns))}\n`;
  yield `${faint(fitEnd(`${counted(count('+'), 'line')} kept, ${thousands(count('~'))} in part, ${thousands(count('-'))} stripped`, columns))}\n`;
  for (const { mark, rule, text, evidence } of rows) {
    const ink = mark === '-' ? bad : good;
    const beside = evidence === '' ? 0 : evidenceColumns + 2;
    const room = columns - ruleColumns - 4 - beside;
    const cut = fitEnd(text, room);
    const name = pad(fitEnd(rule, ruleColumns), ruleColumns);
    yield `${ink(mark)} ${ink(name)}  ${beside === 0 ? cut : `${pad(cut, room)}  ${faint(fitEnd(evidence, evidenceColumns))}`}`.trimEnd() +
      '\n';
  }
}

interface Row {
  readonly mark: '+' | '~' | '-';
  readonly rule: string;
  readonly text: string;
  readonly evidence: string;
}

function rowOf({ text, own, rule, evidence }: LineVerdict): Row {
  if (rule === null) return { mark: '+', rule: 'keep', text: safe(text), evidence: safe(evidence ?? '') };
  return { mark: own === '' ? '-' : '~', rule: safe(rule), text: safe(own === '' ? text : own), evidence: safe(evidence ?? '') };
}

/** Lines of context around a change, as in `diff -u`. */
const CONTEXT = 3;

/**
 * The article against its own text as a unified diff, a/path and b/path; '' when nothing was stripped.
 * The hunks are read off the verdicts in linear time: `diff` would search for them, and 60,000 lines of which every
 * third is stripped take it 80 s. It sets the patch, and knows how to quote a path.
 */
export function renderDiff({ path, lines }: Cleaned, to: Destination, color: Style['color'] = 0): string {
  const { good, bad, faint } = inksOf({ color });
  const hunks = hunksOf(lines.flatMap(changesOf));
  if (hunks.length === 0) return '';
  const name = safe(path);
  const patch = formatPatch(
    { oldFileName: `a/${name}`, newFileName: `b/${name}`, oldHeader: undefined, newHeader: undefined, hunks },
    FILE_HEADERS_ONLY,
  );
  if (to === 'file' && color === 0) return patch;
  return patch
    .split('\n')
    .map((line) => {
      const shown = to === 'file' ? line : safe(line);
      const ink = line.startsWith('-') ? bad : line.startsWith('+') ? good : line.startsWith('@') ? faint : null;
      return ink === null || shown === '' ? shown : ink(shown);
    })
    .join('\n');
}

/** The lines of a patch that one verdict makes. */
function changesOf({ text, own, rule }: LineVerdict): string[] {
  const before = text.split('\n');
  if (rule === null || own === text) return before.map((line) => ` ${line}`);
  return [...before.map((line) => `-${line}`), ...(own === '' ? [] : own.split('\n').map((line) => `+${line}`))];
}

/** The changes with CONTEXT lines around them; where those overlap, one hunk. */
function hunksOf(changes: readonly string[]): StructuredPatchHunk[] {
  const ranges: { from: number; to: number }[] = [];
  for (const [at, change] of changes.entries()) {
    if (change.startsWith(' ')) continue;
    const from = Math.max(0, at - CONTEXT);
    const to = Math.min(changes.length, at + CONTEXT + 1);
    const last = ranges.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else ranges.push({ from, to });
  }
  let [oldStart, newStart, end] = [1, 1, 0];
  return ranges.map(({ from, to }) => {
    oldStart += from - end;
    newStart += from - end;
    const lines = changes.slice(from, to);
    const oldLines = lines.filter((line) => !line.startsWith('+')).length;
    const newLines = lines.filter((line) => !line.startsWith('-')).length;
    const hunk = { oldStart, oldLines, newStart, newLines, lines };
    [oldStart, newStart, end] = [oldStart + oldLines, newStart + newLines, to];
    return hunk;
  });
}

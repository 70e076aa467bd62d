import { jsonLine } from '../stages/report/json.ts';
import { type Baseline, sorted } from './baseline.ts';

export const BASELINE_VERSION = 1;

/** A baseline as its file: an article a line, sorted, so that a diff shows what was accepted. The same one, the same bytes. */
export function* formatBaseline(baseline: Baseline): Iterable<string> {
  yield `{\n  "baselineVersion": ${BASELINE_VERSION},\n  "entries": [`;
  for (const [at, { relation, reason, expires, articles }] of sorted(baseline).entries()) {
    yield `${at === 0 ? '' : ','}\n    {\n      "relation": "${relation}",\n`;
    if (reason !== null) yield `      "reason": ${jsonLine(reason)},\n`;
    if (expires !== null) yield `      "expires": ${jsonLine(expires)},\n`;
    yield '      "articles": [';
    for (const [i, { sha256, path }] of articles.entries())
      yield `${i === 0 ? '' : ','}\n        { "sha256": "${sha256}", "path": ${jsonLine(path)} }`;
    yield '\n      ]\n    }';
  }
  yield `${baseline.length === 0 ? '' : '\n  '}]\n}\n`;
}

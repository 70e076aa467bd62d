/** groups → text, Markdown, JSON, JSONL, CSV, SARIF, JUnit, annotations: pure functions from the Report to lines. One file per format, one entry here. */

import type { CheckReport } from '../../checkReport.ts';
import type { Options } from '../../options.ts';
import type { Report } from '../../report.ts';
import { renderCheckJson, renderCheckJsonl } from './checkJson.ts';
import { renderCheckMarkdown } from './checkMarkdown.ts';
import { renderCheckText } from './checkText.ts';
import { renderCsv } from './csv.ts';
import { renderCheckGithub, renderGithub } from './github.ts';
import { renderJson } from './json.ts';
import { renderJsonl } from './jsonl.ts';
import { renderCheckJunit, renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderCheckSarif, renderSarif } from './sarif.ts';
import type { TextStyle } from './style.ts';
import { renderText } from './text.ts';

export type Format = Options['format'];
export type Renderer = (report: Report, style: TextStyle) => Iterable<string>;

/** The one place to add a format, beside its name in options.ts: a name without a renderer does not compile. */
export const renderers: Readonly<Record<Format, Renderer>> = {
  text: renderText,
  json: renderJson,
  jsonl: renderJsonl,
  csv: renderCsv,
  markdown: renderMarkdown,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
};

/** The same for what `check` says. */
export const checkRenderers: Readonly<Partial<Record<Format, (report: CheckReport, style: TextStyle) => Iterable<string>>>> = {
  text: renderCheckText,
  json: renderCheckJson,
  jsonl: renderCheckJsonl,
  markdown: renderCheckMarkdown,
  sarif: renderCheckSarif,
  junit: renderCheckJunit,
  github: renderCheckGithub,
};

export type { Destination } from './cleanText.ts';
export { renderDiff, renderOwn, renderVerdicts } from './cleanText.ts';
export { renderEvaluation } from './evaluationText.ts';
export { renderExplanation } from './explainText.ts';
export { jsonLine } from './json.ts';
export { safe } from './safe.ts';
export type { Style, TextStyle } from './style.ts';
export { inLargeChunks, writeReport } from './write.ts';
export { renderCsv, renderGithub, renderJson, renderJsonl, renderJunit, renderMarkdown, renderSarif, renderText };

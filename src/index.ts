/** The public API; nothing else is public. It prints nothing, keeps no state, and importing it does nothing. */

// What the articles, the options and the result look like.
export type { ArticleId, ArticleInfo, CopyClass, Corpus, Relation, Skipped, Texts } from './article.ts';
export { textOf } from './article.ts';
// What is accepted, so that a check fails for what is new alone: baseline.parseBaseline, .match, .update …
export * as baseline from './baseline/index.ts';
export { check } from './check.ts';
export type { Acceptance, CheckedArticle, CheckReport, CopyFound, EventFound, Gate, Verdict } from './checkReport.ts';
export { UserError } from './errors.ts';
export type { GroupLists, Labels, Matching } from './evaluate/index.ts';
// Labels against a report, or against a run with its sweep and the reasons of its mistakes.
export { evaluate, parseLabels } from './evaluate/index.ts';
export { evaluateRun } from './evaluateRun.ts';
export type {
  Evaluation,
  LabelsUsed,
  Mistake,
  Mistakes,
  RelationEvaluation,
  Scores,
  Sweep,
  SweepPoint,
  Warning,
  Why,
} from './evaluation.ts';
export type { Furniture, FurnitureRule, RuleAnchor } from './furniture.ts';
export { formatFurniture, parseFurniture } from './furniture.ts';
export type { Given, OptionName, OptionSpec, Options } from './options.ts';
export { OPTIONS, resolveOptions } from './options.ts';
// The whole run, the own texts, and how two articles compare.
export type { Learnt, Observer } from './pipeline.ts';
export { clean, dedupe, explain, learn } from './pipeline.ts';
export type {
  Cleaned,
  ExplainedArticle,
  Explanation,
  LineVerdict,
  Report,
  ReportArticle,
  ReportEvent,
  ReportGroup,
  ReportPair,
  Standing,
} from './report.ts';

// The stages one by one.
export { groupCopies, groupEvents } from './stages/group/index.ts';
export { link } from './stages/link/index.ts';
export { pair } from './stages/pair/index.ts';
export type { ArticleInput, Source } from './stages/read/index.ts';
export { listFiles, read } from './stages/read/index.ts';
export type { Format, Style, TextStyle } from './stages/report/index.ts';
export {
  renderCsv,
  renderDiff,
  renderEvaluation,
  renderExplanation,
  renderers,
  renderGithub,
  renderJson,
  renderJsonl,
  renderJunit,
  renderMarkdown,
  renderOwn,
  renderSarif,
  renderText,
  renderVerdicts,
} from './stages/report/index.ts';
export { shingle } from './stages/shingle/index.ts';
export { sketch } from './stages/sketch/index.ts';
export type { LineSurvey, OwnText, SharedLines, Taught } from './stages/strip/index.ts';
export { judge, sharedLines, strip, survey } from './stages/strip/index.ts';
export { verify, verifyPair } from './stages/verify/index.ts';

/** A file of what is accepted: text ⇄ entries, entries beside what was found, and the entries of tomorrow. Pure functions. */
export type { Baseline, BaselineArticle, BaselineEntry, BaselineRelation, FoundArticle, FoundGroup } from './baseline.ts';
export { formatBaseline } from './format.ts';
export { type EntryMatch, type GroupMatch, type Matching, type MatchSetting, match } from './match.ts';
export { groupsIn, relationsIn, withStandings } from './ofReport.ts';
export { parseBaseline } from './parse.ts';
export { expiredOf, prune, staleOf, update } from './rewrite.ts';

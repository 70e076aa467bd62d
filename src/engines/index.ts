/** Where the stages run. What an engine does, and the work that is given to it; who does it never shows in a result. */
export { type CorpusDigest, type Digest, digest, unpackTitle } from './digest.ts';
export type { Engine } from './engine.ts';
export { answer, evidenceAgainst, type OwnView, type PackedEvidence, passagesOf, type Question } from './evidence.ts';
export {
  digestCorpus,
  digestWithin,
  gatherEvidence,
  linkCorpus,
  linkFiled,
  noteOnLines,
  pairCorpus,
  surveyCorpus,
  surveyLines,
  withRuns,
} from './prepare.ts';
export { digestOf, type KnownRow, type Row, rowOf } from './rows.ts';
export { readBy, turnTo, withCorpus, withEngine } from './start.ts';
export { viewer } from './views.ts';

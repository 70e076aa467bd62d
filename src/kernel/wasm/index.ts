/** What the WASM kernel exports; its host is ../wasmKernel.ts. */
export { mostLines } from './blocks';
export { useBook } from './book';
export { layColumns } from './columns';
export { describe } from './features/describe';
export { useLexicon } from './features/lexicon';
export { readFacts, surveyLines } from './lines';
export { scanRanges } from './scan';
export { noteCommon, shingleSet } from './shingles';
export { sketch } from './sketch';

/** What the WASM kernel exports; its host is ../wasm.ts. */
export { scanRanges } from './scan';
export { noteCommon, shingleSet } from './shingles';
export { sketch } from './sketch';

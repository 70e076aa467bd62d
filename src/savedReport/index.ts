/** A report that `--format json` has saved, as input: hostile text → Report, and a Report under stricter bounds. */
export { chooseArticle } from './choose.ts';
export { parseReport } from './parse.ts';
export { rethreshold } from './rethreshold.ts';

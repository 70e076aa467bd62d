/** The index on disk: opened, asked, added to, taken from. See layout.ts for the file, tables.ts for what it can be asked. */

export { compactIndex } from './compact.ts';
export type { Seal } from './layout.ts';
export { FORMAT } from './layout.ts';
export { type Index, openIndex } from './reader.ts';
export type { StoredArticle } from './record.ts';
export { type Settings, type Shaping, settingsOf } from './settings.ts';
export { type Verified, verifyIndex } from './verify.ts';
export { buildIndex, openWriter, type Writer } from './writer.ts';

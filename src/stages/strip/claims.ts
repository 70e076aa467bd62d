/** Claims on a line of text: those that the kernel makes, and two that strip adds. */

export * from '../../kernel/lines/claims.ts';

/** A rule of the user's says that it opens a section. */
export const OPENS = 1 << 21;
/** Sentences of furniture, see notices.ts; then it is no SENTENCE. */
export const NOTICE = 1 << 22;

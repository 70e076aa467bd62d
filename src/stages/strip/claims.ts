/** Claims on a line of text: those that the kernel makes, and one that strip adds. */

export * from '../../kernel/lines/claims.ts';

/** A rule of the user's says that it opens a section. */
export const OPENS = 1 << 21;

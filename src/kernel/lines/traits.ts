/** Traits of a word: bits above the 16 that the book keeps for phrases, and below its top one. Numbers only: the WASM twin reads this file too. */

export const FUNCTION_WORD = 1 << 16;
/** Speaks to the reader. */
export const YOU_WORD = 1 << 17;
/** Closes the line that says who wrote a comment, and when: "Jane says:", "3 hours ago". */
export const COMMENT_END = 1 << 18;
/** Anywhere in such a line. */
export const COMMENT_WORD = 1 << 19;
/** Closes the line of a headline with its share button. */
export const SHARE_END = 1 << 20;
/** Its full stop ends no sentence. */
export const ABBREVIATION = 1 << 21;
/** Leads to a link; a line that ends with it has lost the link. */
export const LEADS_TO_LINK = 1 << 22;
/** Stands between the two numbers of "3 of 12". */
export const OF_WORD = 1 << 23;
/** Opens a call to the reader: "Follow our coverage at". */
export const CALL_VERB = 1 << 24;
/** Part of a date or of a time of day. */
export const DATE_WORD = 1 << 25;
export const CREDIT_SIGN = 1 << 26;

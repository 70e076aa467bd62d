/** The suffixes of Porter's stemmer for English. Strings only: the WASM twin reads this file too. */

/** Suffix > what takes its place; a suffix comes before those that end it. */
export const DOUBLE_SUFFIXES =
  'ational>ate tional>tion enci>ence anci>ance izer>ize abli>able bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble logi>log';
export const SINGLE_SUFFIXES = 'icate>ic ative> alize>al iciti>ic ical>ic ful> ness>';
/** These go; an ending comes before those that end it. */
export const ENDINGS = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic ou';

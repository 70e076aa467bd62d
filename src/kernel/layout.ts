/**
 * Where things lie in the memory of the WASM kernel, in bytes; read by both sides. The tables are filled from those of
 * the reference: the ASCII ones at the start, the others when a code point is first met.
 *
 *     0        64 KB    4.3 MB       6.3 MB                      HEAP
 *     | unused | FOLD   | EXPANSIONS | letters, lexicon, stems …  | phrase book | lines | common shingles | what one call needs
 */

/** The fold entry of each code point, u32; 0 when it has not been met. Untouched pages of it cost nothing. */
export const FOLD = 0x10000;
/** By the number of the expansion: how many entries, then the entries. */
export const EXPANSIONS = FOLD + 4 * 0x110000;
export const EXPANSION_BYTES = 128;
export const MOST_EXPANSIONS = 0x4000;
/** By byte: the folded letter, plus 0x80 for a capital; 0 for what is no letter of ASCII. */
export const LETTERS = EXPANSIONS + EXPANSION_BYTES * MOST_EXPANSIONS;
/** By byte: 1 for those that end a word whatever comes next. */
export const ENDS_WORD = LETTERS + 256;
/** Scratch of the sort: 65,536 counts, and of the sketch: 1,024 slots of 8 bytes. */
export const COUNTS = ENDS_WORD + 256;
export const SLOTS = COUNTS + 4 * 0x10000;
/** What a call leaves beside its count: the fingerprint of the words, 2 × u32; a signature of up to 1,024 × u32. */
export const FINGERPRINT = SLOTS + 8 * 1024;
/** The number of tokens that readFacts found, u32. */
export const TOKENS_FOUND = FINGERPRINT + 8;
export const SIGNATURE = FINGERPRINT + 64;
/** A bit for the leading 17 bits of each common shingle: 16 KB, which fit the cache where the hash table does not. */
export const COMMON_BITS_LOG = 17;
export const COMMON_BITS = SIGNATURE + 4 * 1024;
/** A bit for each step of the phrase book, by its hash: 4 KB that know nearly all words that no phrase goes on with. */
export const STEP_BITS_LOG = 15;
export const STEP_BITS = COMMON_BITS + (1 << (COMMON_BITS_LOG - 3));
/** The same for the words that the book knows: 4 KB. */
export const FIRST_BITS_LOG = 15;
export const FIRST_BITS = STEP_BITS + (1 << (STEP_BITS_LOG - 3));
/** What describe leaves: see features/featureLayout.ts. */
export const FOUND = FIRST_BITS + (1 << (FIRST_BITS_LOG - 3));
/** The letters of a word that is stemmed. */
export const PLAIN_WORD = FOUND + 64;
/** The lexicon: its numbers, u32, and its words, a hash table of slots of 8 bytes. */
export const NUMBER_HASHES = PLAIN_WORD + 64 + 16;
export const LEXICON_SLOTS = 8192;
export const LEXICON = NUMBER_HASHES + 4 * 64;
/**
 * The stems that are known, a hash table for each language: slots of 8 bytes, half of which stay free. Untouched pages cost
 * nothing here either: memory is taken by the languages that are met.
 */
export const STEM_TABLES = 14;
export const STEM_SLOTS = 1 << 17;
export const STEMS_KNOWN = LEXICON + 8 * LEXICON_SLOTS;
export const HEAP = STEMS_KNOWN + 8 * STEM_SLOTS * STEM_TABLES;

import { type HashSet, makeHashSet } from '../kernel/hashSet.ts';
import { DOCUMENTS, STEM_DOCUMENTS, STEMS, TRIGRAMS } from './background.data.ts';

/**
 * How common words are in news at large: document frequencies of 37,554 news articles in English. It keeps a corpus of
 * five articles from taking its own subject for common words, and its own rare words for telling ones.
 */
export interface Background {
  readonly documents: number;
  /** Articles of the background that have the stem or number with this hash; 0 when it is unknown. */
  documentsWith(hash: number): number;
}

let table: Background | undefined;

export function background(): Background {
  if (table) return table;
  const hashes = stemHashes();
  const documents = new Uint16Array(decode(STEM_DOCUMENTS));
  table = {
    documents: DOCUMENTS,
    documentsWith(hash) {
      const at = indexIn(hashes, hash);
      return at < 0 ? 0 : documents[at];
    },
  };
  return table;
}

/** The stems and numbers that the background has. */
export function knownStems(): HashSet {
  return (known ??= makeHashSet(stemHashes()));
}
let known: HashSet | undefined;

/** Sorted. */
function stemHashes(): Uint32Array {
  return (decoded ??= new Uint32Array(decode(STEMS)));
}
let decoded: Uint32Array | undefined;

/** Sorted hashes of the commonest runs of three words in news, such as "one of the": 9,000 of them. */
export function commonTrigrams(): HashSet {
  return (trigrams ??= makeHashSet(new Uint32Array(decode(TRIGRAMS))));
}
let trigrams: HashSet | undefined;

function decode(base64: string): ArrayBuffer {
  const bytes = Buffer.from(base64, 'base64');
  // A copy of its own: small buffers of Node share a pool, at offsets that a Uint32Array refuses.
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Position of a value in a sorted list, or −1. */
function indexIn(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] === value) return middle;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

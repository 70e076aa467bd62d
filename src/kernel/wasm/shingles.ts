/** ../shingles.ts, four at once where that pays. */
import { KIND, SIGN } from '../flags';
import { COMMON_BITS, COMMON_BITS_LOG, COUNTS, FINGERPRINT } from '../layout';
import { mix4 } from './hash';

/** The sort has 2 to this power buckets at most; a text made to fill one with more values than this gets the slower sort. */
const MOST_BITS: u32 = 16;
const FULL_BUCKET: u32 = 48;

/**
 * The set of shingles of the words among `count` tokens, without those in the hash table `common` of mask + 1 slots, into
 * `out`; returns how many. `words` and `spare` have room for as many values as there are tokens, and 4 more.
 */
export function shingleSet(
  hash: usize,
  flags: usize,
  count: u32,
  size: u32,
  common: usize,
  mask: u32,
  dropsZero: bool,
  words: usize,
  spare: usize,
  out: usize,
): u32 {
  const length = ownWords(hash, flags, count, words);
  const hashed = shingleHashes(words, length, size, out);
  const unique = sortUnique(out, hashed, spare);
  return withoutCommon(out, unique, common, mask, dropsZero);
}

/** The hashes of all that is no sign into `words`; leaves the fingerprint. */
function ownWords(hash: usize, flags: usize, count: u32, words: usize): u32 {
  let length: u32 = 0;
  let low: u32 = 0;
  let high: u32 = 0x9e3779b9;
  for (let i: u32 = 0; i < count; i++) {
    if ((load<u8>(flags + i) & KIND) === SIGN) continue;
    const word = load<u32>(hash + (i << 2));
    store<u32>(words + (length++ << 2), word);
    low = (low ^ word) * 0x01000193;
    high = (rotl(high, 7) + word) * 0x85ebca6b;
  }
  store<u32>(FINGERPRINT, low);
  store<u32>(FINGERPRINT, high ^ length, 4);
  return length;
}

function shingleHashes(words: usize, count: u32, size: u32, out: usize): u32 {
  if (count === 0) return 0;
  const width = min(size, count);
  const shingles = count - width + 1;
  // Past the last word it reads and writes up to three values that nobody looks at.
  for (let first: u32 = 0; first < shingles; first += 4) {
    let hash = i32x4.splat(width);
    for (let at: u32 = first; at < first + width; at++) {
      const turned = v128.or(i32x4.shl(hash, 13), i32x4.shr_u(hash, 19));
      hash = i32x4.add(i32x4.add(i32x4.shl(turned, 2), turned), v128.load(words + (at << 2)));
    }
    v128.store(out + (first << 2), mix4(hash));
  }
  return shingles;
}

/** Sorts values[0, count) and drops repeats; returns how many are left. */
export function sortUnique(values: usize, count: u32, spare: usize): u32 {
  sort(values, count, spare);
  return unique(values, count);
}

/**
 * Sorts values[0, count). The values are hashes, so their leading bits spread them
 * over as many buckets as there are values, and few are out of place then.
 */
export function sort(values: usize, count: u32, spare: usize): void {
  if (count < 2) return;
  let bits: u32 = 32 - clz(count);
  if (bits > MOST_BITS) bits = MOST_BITS;
  const shift = 32 - bits;
  memory.fill(COUNTS, 0, 4 << bits);
  let fullest: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const bucket = COUNTS + ((load<u32>(values + (i << 2)) >> shift) << 2);
    const n = load<u32>(bucket) + 1;
    store<u32>(bucket, n);
    fullest = max(fullest, n);
  }
  if (fullest > FULL_BUCKET) return sortByBytes(values, count, spare);
  let sum: u32 = 0;
  const last: usize = COUNTS + (4 << bits);
  for (let bucket: usize = COUNTS; bucket < last; bucket += 4) {
    const n = load<u32>(bucket);
    store<u32>(bucket, sum);
    sum += n;
  }
  for (let i: u32 = 0; i < count; i++) {
    const value = load<u32>(values + (i << 2));
    const bucket = COUNTS + ((value >> shift) << 2);
    const place = load<u32>(bucket);
    store<u32>(bucket, place + 1);
    store<u32>(spare + (place << 2), value);
  }
  for (let i: u32 = 0; i < count; i++) {
    const value = load<u32>(spare + (i << 2));
    let at = values + (i << 2);
    while (at > values && load<u32>(at - 4) > value) {
      store<u32>(at, load<u32>(at - 4));
      at -= 4;
    }
    store<u32>(at, value);
  }
}

/** Sorts whatever the values are: four passes, least significant byte first. */
function sortByBytes(values: usize, count: u32, spare: usize): void {
  let from = values;
  let to = spare;
  for (let shift: u32 = 0; shift < 32; shift += 8) {
    memory.fill(COUNTS, 0, 1024);
    for (let i: u32 = 0; i < count; i++) {
      const bucket = COUNTS + (((load<u32>(from + (i << 2)) >> shift) & 255) << 2);
      store<u32>(bucket, load<u32>(bucket) + 1);
    }
    let sum: u32 = 0;
    const last: usize = COUNTS + 1024;
    for (let bucket: usize = COUNTS; bucket < last; bucket += 4) {
      const n = load<u32>(bucket);
      store<u32>(bucket, sum);
      sum += n;
    }
    for (let i: u32 = 0; i < count; i++) {
      const value = load<u32>(from + (i << 2));
      const bucket = COUNTS + (((value >> shift) & 255) << 2);
      const place = load<u32>(bucket);
      store<u32>(bucket, place + 1);
      store<u32>(to + (place << 2), value);
    }
    const swapped = from;
    from = to;
    to = swapped;
  }
}

/** Drops the repeats of a sorted list; returns how many are left. */
function unique(values: usize, count: u32): u32 {
  let kept: u32 = 0;
  let last: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const value = load<u32>(values + (i << 2));
    if (i > 0 && value === last) continue;
    store<u32>(values + (kept++ << 2), value);
    last = value;
  }
  return kept;
}

/** Drops the common values; a text of nothing else keeps them all. */
function withoutCommon(values: usize, count: u32, common: usize, mask: u32, dropsZero: bool): u32 {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const value = load<u32>(values + (i << 2));
    if (isIn(value, common, mask, dropsZero)) continue;
    store<u32>(values + (kept++ << 2), value);
  }
  return kept !== 0 ? kept : count;
}

function isIn(value: u32, common: usize, mask: u32, hasZero: bool): bool {
  if (value === 0) return hasZero;
  // Nearly all are not, and the bits know nearly all of these.
  const bit = bitOf(value);
  if ((load<u32>(COMMON_BITS + ((bit >> 5) << 2)) & (1 << (bit & 31))) === 0) return false;
  let slot = ((value * 0x9e3779b1) >> 7) & mask;
  let found: u32 = 0;
  while ((found = load<u32>(common + (slot << 2))) !== 0 && found !== value) slot = (slot + 1) & mask;
  return found === value;
}

/** The bit that says whether such a value may be common: hashes, so that any of their bits will do. */
function bitOf(value: u32): u32 {
  return value >> (32 - COMMON_BITS_LOG);
}

/** Sets the bits for the common values, those in a hash table of mask + 1 slots. */
export function noteCommon(common: usize, mask: u32): void {
  memory.fill(COMMON_BITS, 0, 1 << (COMMON_BITS_LOG - 3));
  for (let slot: u32 = 0; slot <= mask; slot++) {
    const bit = bitOf(load<u32>(common + (slot << 2)));
    const word = COMMON_BITS + ((bit >> 5) << 2);
    store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
  }
}

/** ../../features/quotations.ts */
import { LEAST_QUOTED_BYTES, MOST_QUOTED_BYTES, QUOTE_WORDS } from '../../features/bounds';
import { LINE_STARTS, QUOTES, SPARE, START } from '../../features/featureLayout';
import { CHARACTER, KIND, SIGN, SPACED } from '../../flags';
import { mix } from '../hash';
import { add, column, count, flags, flagsAt, hashAt, kindAt, lines, valueAt } from './own';

const SEED: u32 = 0x5bd1e995;
const QUOTE: u32 = 0x22;
const APOSTROPHE: u32 = 0x27;
/** Corner brackets, single and double. */
const CORNER: u32 = 0x300c;
const CORNER_END: u32 = 0x300d;
const CORNERS: u32 = 0x300e;
const CORNERS_END: u32 = 0x300f;

/** Fills QUOTES, with repeats; returns how many values it has. */
export function quotedRuns(): u32 {
  let size: u32 = 0;
  for (let line: u32 = 0; line < lines; line++) {
    const first = valueAt(LINE_STARTS, line);
    const last = valueAt(LINE_STARTS, line + 1);
    let opened: i32 = -1;
    let mark: u32 = 0;
    for (let i = first; i < last; i++) {
      if ((<u32>load<u8>(flags + i) & KIND) !== SIGN) continue;
      const sign = hashAt(i);
      const isOpening = sign === CORNER || sign === CORNERS;
      if (opened >= 0 && (sign === mark || (mark === CORNER && sign === CORNER_END) || (mark === CORNERS && sign === CORNERS_END))) {
        const bytes = valueAt(START, i) - valueAt(START, opened);
        const bracketed = mark !== QUOTE && mark !== APOSTROPHE;
        if (bytes >= <u32>LEAST_QUOTED_BYTES && bytes <= <u32>MOST_QUOTED_BYTES) size = addRuns(opened + 1, i, size);
        opened = !bracketed && flagsAt(i) & SPACED && isWordBehind(i, last) ? i : -1;
      } else if (isOpening || ((sign === QUOTE || (sign === APOSTROPHE && opened < 0)) && mayOpen(i, first))) {
        opened = i;
        mark = sign;
      }
    }
  }
  return size;
}

function mayOpen(i: u32, first: u32): bool {
  return i === first || (flagsAt(i) & SPACED) !== 0 || (i + 1 < count && kindAt(i + 1) === CHARACTER);
}

function isWordBehind(i: u32, last: u32): bool {
  return i + 1 < last && kindAt(i + 1) !== SIGN && !(flagsAt(i + 1) & SPACED);
}

/** Adds the runs of words between two tokens. */
function addRuns(from: u32, to: u32, size: u32): u32 {
  const quotes = column(QUOTES);
  const words = column(SPARE);
  let length: u32 = 0;
  for (let i = from; i < to; i++) if (kindAt(i) !== SIGN) length = add(words, length, hashAt(i));
  for (let i: u32 = 0; i + QUOTE_WORDS <= length; i++) {
    let key = SEED;
    for (let k = i; k < i + QUOTE_WORDS; k++) key = mix(key * 5 + load<u32>(words + (k << 2)));
    size = add(quotes, size, key);
  }
  return size;
}

/** ../../features/tally.ts */
import { COUNTS, LEAD, SPARE, STEMS } from '../../features/featureLayout';
import { sort } from '../shingles';
import { column } from './own';

const MOST: u32 = 0xffff;

/** Tallies the `length` values of STEMS, of which `head` are the head, into STEMS and COUNTS; returns how many are distinct. */
export function tally(length: u32, head: u32): u32 {
  const list = column(STEMS);
  const heads = column(LEAD);
  const counts = column(COUNTS);
  memory.copy(heads, list, head << 2);
  sort(list, length, column(SPARE));
  sort(heads, head, column(SPARE));
  let distinct: u32 = 0;
  let inHead: u32 = 0;
  for (let at: u32 = 0; at < length; ) {
    const value = load<u32>(list + (at << 2));
    const first = at;
    while (at < length && load<u32>(list + (at << 2)) === value) at++;
    const firstInHead = inHead;
    while (inHead < head && load<u32>(heads + (inHead << 2)) === value) inHead++;
    store<u32>(counts + (distinct << 2), min(at - first, MOST) | (min(inHead - firstInHead, MOST) << 16));
    store<u32>(list + (distinct++ << 2), value);
  }
  return distinct;
}

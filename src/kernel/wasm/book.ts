/** ../lines/book.ts: look-ups in the phrase book that the host has put into memory. */
import { KIND, NUMBER, WORD } from '../flags';
import { FIRST_BITS, FIRST_BITS_LOG, STEP_BITS, STEP_BITS_LOG } from '../layout';
import { ANCHORS, ANY_NUMBER, ANY_WORD, FIRST_SLOTS, FOLLOWED, NODE, STEP_SLOTS } from '../lines/bookLayout';

let first: usize = 0;
let steps: usize = 0;
let kinds: usize = 0;
export let navigation: u32 = 0;
export let buttons: u32 = 0;
export let credit: u32 = 0;
export let outlet: u32 = 0;

/** Where the tables of the book lie, and its kinds that the lines ask about. */
export function useBook(
  firstAt: usize,
  stepsAt: usize,
  kindsAt: usize,
  navigationKind: u32,
  buttonKinds: u32,
  creditKind: u32,
  outletKind: u32,
): void {
  first = firstAt;
  steps = stepsAt;
  kinds = kindsAt;
  navigation = navigationKind;
  buttons = buttonKinds;
  credit = creditKind;
  outlet = outletKind;
  memory.fill(STEP_BITS, 0, 1 << (STEP_BITS_LOG - 3));
  for (let slot: usize = steps; slot < steps + (STEP_SLOTS << 3); slot += 8) {
    const step = load<u32>(slot, 4);
    if (step === 0) continue;
    setBit(STEP_BITS, stepHash(step >> 16, load<u32>(slot)) & (STEP_BITS_SIZE - 1));
  }
  memory.fill(FIRST_BITS, 0, 1 << (FIRST_BITS_LOG - 3));
  for (let slot: usize = first; slot < first + (FIRST_SLOTS << 3); slot += 8) {
    if (load<u32>(slot, 4) !== 0) setBit(FIRST_BITS, slotOf(load<u32>(slot)) & (FIRST_BITS_SIZE - 1));
  }
}

const STEP_BITS_SIZE: u32 = 1 << STEP_BITS_LOG;
const FIRST_BITS_SIZE: u32 = 1 << FIRST_BITS_LOG;

function setBit(bits: usize, bit: u32): void {
  const word = bits + ((bit >> 5) << 2);
  store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
}

/** 1 when the bit is set, else 0. */
function getBit(bits: usize, bit: u32): u32 {
  return (load<u32>(bits + ((bit >> 5) << 2)) >> (bit & 31)) & 1;
}

function stepHash(node: u32, key: u32): u32 {
  return slotOf(key + node * 0x9e3779b1);
}

/** The key in the book of a token. */
export function keyOf(hash: u32, flag: u32): u32 {
  return (flag & KIND) === NUMBER ? <u32>ANY_NUMBER : hash;
}

export function entryOf(key: u32): u32 {
  const hash = slotOf(key);
  let slot = hash & (FIRST_SLOTS - 1);
  let entry = load<u32>(first + (slot << 3), 4);
  let found = load<u32>(first + (slot << 3)) === key;
  // Whether a word is known cannot be guessed, so no branch asks; that it is, and lies elsewhere, is rare.
  if (<u32>!found & <u32>(entry !== 0) & getBit(FIRST_BITS, hash & (FIRST_BITS_SIZE - 1))) {
    while (entry !== 0 && !found) {
      slot = (slot + 1) & (FIRST_SLOTS - 1);
      entry = load<u32>(first + (slot << 3), 4);
      found = load<u32>(first + (slot << 3)) === key;
    }
  }
  return entry & -(<u32>found);
}

/** Whether a phrase that begins with a word of this entry may end there, or go on with a token of that key: 1, else 0. */
export function mayFollow(entry: u32, next: u32): u32 {
  const node = entry & NODE;
  const goesOn = getBit(STEP_BITS, stepHash(node, next) & (STEP_BITS_SIZE - 1));
  return <u32>(node !== 0) & (<u32>((entry & FOLLOWED) !== 0) | goesOn);
}

/** The node that the phrase at `node` reaches with a token; 0 when no phrase goes on so. */
export function nextNode(node: u32, hash: u32, flag: u32): u32 {
  const exact = stepFrom(node, keyOf(hash, flag));
  return exact !== 0 || (flag & KIND) !== WORD ? exact : stepFrom(node, <u32>ANY_WORD);
}

function stepFrom(node: u32, key: u32): u32 {
  const hash = stepHash(node, key);
  // Nearly always no phrase goes on so, and the bits know.
  if (getBit(STEP_BITS, hash & (STEP_BITS_SIZE - 1)) === 0) return 0;
  let slot = hash & (STEP_SLOTS - 1);
  let step: u32 = 0;
  while ((step = load<u32>(steps + (slot << 3), 4)) !== 0 && !(load<u32>(steps + (slot << 3)) === key && step >> 16 === node)) {
    slot = (slot + 1) & (STEP_SLOTS - 1);
  }
  return step & NODE;
}

function slotOf(key: u32): u32 {
  return ((key ^ (key >> 15)) * 0x85ebca6b) >> 13;
}

/** Kinds of the phrases that end at a node, for one anchor. */
export function kindsAt(node: u32, anchor: u32): u32 {
  return load<u32>(kinds + ((ANCHORS * node + anchor) << 2));
}

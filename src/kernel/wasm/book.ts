/** ../lines/book.ts: look-ups in the phrase book that the host has put into memory. */
import { KIND, NUMBER, WORD } from '../flags';
import { STEP_BITS, STEP_BITS_LOG } from '../layout';
import { ANCHORS, ANY_NUMBER, ANY_WORD, FIRST_SLOTS, NODE, STEP_SLOTS } from '../lines/bookLayout';

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
    const bit = stepHash(step >> 16, load<u32>(slot)) & (STEP_BITS_SIZE - 1);
    store<u32>(wordOf(bit), load<u32>(wordOf(bit)) | (1 << (bit & 31)));
  }
}

const STEP_BITS_SIZE: u32 = 1 << STEP_BITS_LOG;

/** Where the bit of a step is. */
function wordOf(bit: u32): usize {
  return STEP_BITS + ((bit >> 5) << 2);
}

function stepHash(node: u32, key: u32): u32 {
  return slotOf(key + node * 0x9e3779b1);
}

/** The key in the book of a token. */
export function keyOf(hash: u32, flag: u32): u32 {
  return (flag & KIND) === NUMBER ? <u32>ANY_NUMBER : hash;
}

export function entryOf(key: u32): u32 {
  let slot = slotOf(key) & (FIRST_SLOTS - 1);
  let entry: u32 = 0;
  while ((entry = load<u32>(first + (slot << 3), 4)) !== 0 && load<u32>(first + (slot << 3)) !== key) slot = (slot + 1) & (FIRST_SLOTS - 1);
  return entry;
}

/** The node that the phrase at `node` reaches with a token; 0 when no phrase goes on so. */
export function nextNode(node: u32, hash: u32, flag: u32): u32 {
  const exact = stepFrom(node, keyOf(hash, flag));
  return exact !== 0 || (flag & KIND) !== WORD ? exact : stepFrom(node, <u32>ANY_WORD);
}

function stepFrom(node: u32, key: u32): u32 {
  const hash = stepHash(node, key);
  // Nearly always no phrase goes on so, and the bits know.
  const bit = hash & (STEP_BITS_SIZE - 1);
  if ((load<u32>(wordOf(bit)) & (1 << (bit & 31))) === 0) return 0;
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

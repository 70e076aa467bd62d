/** ../lines/book.ts: look-ups in the phrase book that the host has put into memory. */
import { KIND, NUMBER, WORD } from '../flags';
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
  let slot = slotOf(key + node * 0x9e3779b1) & (STEP_SLOTS - 1);
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

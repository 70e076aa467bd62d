import { OF_WORD } from '../../kernel/lines/traits.ts';
import { KIND, NUMBER, WORD } from '../../kernel/tokens.ts';
import type { Facts } from './facts.ts';
import type { View } from './view.ts';

const LEAST_PICTURES = 4;
const MOST_PICTURES = 1000;
const SLASH = 0x2f;
/** A picture's caption has so many tokens at most. */
export const MOST_CAPTION = 200;

/** The next number expected of each gallery by its size, and how many came in order. Scratch. */
const reached = new Uint16Array(MOST_PICTURES);

/** Where a line counts pictures: first token of the first counter, past the last. */
export interface Gallery {
  readonly first: number;
  readonly past: number;
}

/** Scratch. */
const counted = { first: 0, past: 0 };

/** Whether a line counts pictures: "1 of 9 … 2 of 9 … 3 of 9 … 4 of 9", four or more in order. O(tokens of the line). */
export function countsPictures(facts: Facts, line: number): boolean {
  return galleryIn(facts, line) !== null;
}

/** Where it does; null when it does not. Good until the next call. */
export function galleryIn(facts: Facts, line: number): Gallery | null {
  if (facts.numbers[line] < 2 * LEAST_PICTURES) return null;
  const { bytes, tokens } = facts;
  const to = facts.firstToken[line + 1];
  let most = 0;
  reached.fill(0);
  counted.first = counted.past = 0;
  for (let at = facts.firstToken[line]; at + 2 < to; at++) {
    if ((tokens.flags[at] & KIND) !== NUMBER || (tokens.flags[at + 2] & KIND) !== NUMBER) continue;
    const word = (tokens.flags[at + 1] & KIND) === WORD;
    if (word ? (facts.entries[at + 1] & OF_WORD) === 0 : tokens.hash[at + 1] !== SLASH) continue;
    const picture = wholeNumber(bytes, tokens.start[at], tokens.end[at]);
    const pictures = wholeNumber(bytes, tokens.start[at + 2], tokens.end[at + 2]);
    if (pictures < LEAST_PICTURES || picture !== reached[pictures] + 1) continue;
    const isFar = counted.past === 0 || at - counted.past > MOST_CAPTION;
    if (isFar && most >= LEAST_PICTURES) break;
    reached[pictures] = picture;
    most = Math.max(most, picture);
    if (isFar) counted.first = at;
    counted.past = at + 3;
  }
  return most >= LEAST_PICTURES ? counted : null;
}

/** By size of a gallery: how many of its first two pictures stood on lines of their own, in order. Scratch. */
const begun = new Uint8Array(MOST_PICTURES);

/**
 * Finds the galleries in view whose pictures stand on lines of their own: "Image 1 of 9 Mourners …", "Image 2 of 9 …".
 * O(lines).
 */
export function findGalleries(facts: Facts, view: View): void {
  begun.fill(0);
  for (let at = 0; at < view.count; at++) {
    const picture = pictureOn(facts, view.lines[at]);
    if (picture !== null && picture.number <= 2 && picture.number === begun[picture.of] + 1) begun[picture.of]++;
  }
}

/** Whether the line is a picture of a gallery that findGalleries has found. */
export function isPicture(facts: Facts, line: number): boolean {
  const picture = pictureOn(facts, line);
  return picture !== null && begun[picture.of] === 2;
}

/** Which picture of how many the line says it is, if it begins so; one word may come first. */
function pictureOn(facts: Facts, line: number): { readonly number: number; readonly of: number } | null {
  if (facts.numbers[line] < 2) return null;
  const { bytes, tokens } = facts;
  const first = facts.firstToken[line];
  const at = (tokens.flags[first] & KIND) === WORD ? first + 1 : first;
  if (at + 2 >= facts.firstToken[line + 1] || (facts.entries[at + 1] & OF_WORD) === 0) return null;
  if ((tokens.flags[at] & KIND) !== NUMBER || (tokens.flags[at + 2] & KIND) !== NUMBER) return null;
  const number = wholeNumber(bytes, tokens.start[at], tokens.end[at]);
  const of = wholeNumber(bytes, tokens.start[at + 2], tokens.end[at + 2]);
  return number >= 1 && number <= of ? { number, of } : null;
}

/** The value of up to three digits; 0 for other numbers. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 3) return 0;
  let value = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] < 0x30 || bytes[at] > 0x39) return 0;
    value = 10 * value + bytes[at] - 0x30;
  }
  return value;
}

import { eachSignature, type Signatures } from '../../columns/signatures.ts';

/** Bits that are kept of a value, so that what is kept of a signature fills a cache line: fewer where there are many values. */
const BITS = 4;
const BITS_OF_FEW = 8;
const FEW_SLOTS = 64;
/** Words whose fields are added up before one of them could run over. */
const WORDS_AT_ONCE = 8;

/**
 * The lowest bits of every value of the signatures, side by side: of 128 values 64 bytes, where the values are 512. Two articles
 * never agree in fewer of them than in the values; strangers do in a slot of 16 by chance, a true pair in far more.
 */
export class Glance {
  readonly #fields: Uint32Array;
  /** Words an article. */
  readonly #words: number;
  readonly #slots: number;
  readonly #bits: number;

  /** Of members 0, 1 … */
  constructor(signatures: Signatures, slots: number, members: Uint32Array) {
    this.#slots = slots;
    this.#bits = slots > FEW_SLOTS ? BITS : BITS_OF_FEW;
    const inWord = 32 / this.#bits;
    this.#words = slots / inWord;
    this.#fields = new Uint32Array(members.length * this.#words);
    const mask = (1 << this.#bits) - 1;
    eachSignature(signatures, slots, members, (values, at, i) => {
      for (let word = 0; word < this.#words; word++) {
        let packed = 0;
        for (let k = 0; k < inWord; k++) packed = (packed << this.#bits) | (values[at + word * inWord + k] & mask);
        this.#fields[i * this.#words + word] = packed;
      }
    });
  }

  /** In how many slots members x and y seem to agree. */
  agreeing(x: number, y: number): number {
    const fields = this.#fields;
    const words = this.#words;
    const [bits, lowest] = this.#bits === BITS ? [BITS, 0x11111111] : [BITS_OF_FEW, 0x01010101];
    let same = this.#slots;
    for (let from = 0; from < words; from += WORDS_AT_ONCE) {
      const to = Math.min(words, from + WORDS_AT_ONCE);
      let counts = 0;
      for (let word = from; word < to; word++) {
        let differ = fields[x * words + word] ^ fields[y * words + word];
        if (bits > 4) differ |= differ >>> 4;
        differ |= differ >>> 2;
        differ |= differ >>> 1;
        counts += differ & lowest;
      }
      counts = (counts & 0x0f0f0f0f) + ((counts >>> 4) & 0x0f0f0f0f);
      same -= Math.imul(counts, 0x01010101) >>> 24;
    }
    return same;
  }
}

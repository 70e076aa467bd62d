/** Whole numbers in as few bytes as they need (LEB128), into a buffer that grows. */
export class ByteWriter {
  bytes = Buffer.allocUnsafeSlow(1 << 16);
  length = 0;

  /** A whole number from 0 to 2^53 − 1. */
  number(value: number): void {
    this.reserve(10);
    const { bytes } = this;
    let { length } = this;
    let rest = value;
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 128)) bytes[length++] = (rest & 0x7f) | 0x80;
    for (; rest >= 0x80; rest >>>= 7) bytes[length++] = (rest & 0x7f) | 0x80;
    bytes[length++] = rest;
    this.length = length;
  }

  /** A small number of either sign. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  float(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeFloatLE(value, this.length);
  }

  /** What was written, as a view; the writer starts anew. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * this.bytes.length);
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}

/** Reads what ByteWriter wrote. Beyond the end it reads zeros: the checksum was checked before. */
export class ByteReader {
  at = 0;
  constructor(public bytes: Buffer) {}

  number(): number {
    const { bytes } = this;
    let byte = bytes[this.at++];
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let factor = 128; ; factor *= 128) {
      byte = bytes[this.at++];
      value += (byte & 0x7f) * factor;
      if (!(byte >= 0x80)) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The next so many, at once: nearly all that a table of weights holds. */
  floats(into: Float32Array, count: number): void {
    const { bytes, at } = this;
    this.at += 4 * count;
    new Uint8Array(into.buffer, into.byteOffset).set(bytes.subarray(at, this.at));
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }
}

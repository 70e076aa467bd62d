const LF = 0x0a;

/** What to do with a line, and with one that is too long to be kept; numbers count from 1. */
export interface LineReader {
  line(bytes: Buffer, number: number): void;
  tooLong(bytes: number, number: number): void;
}

/**
 * Splits a stream of chunks at "\n". Holds at most `longest` bytes of a line: more are counted and dropped as they come,
 * so that a line of 10 GB costs nothing. A chunk may be reused after push; a line is good only inside the call.
 */
export class LineSplitter {
  readonly #longest: number;
  readonly #reader: LineReader;
  /** The start of a line that goes on in the next chunk, and its length; the pieces are dropped beyond `longest`. */
  #pieces: Buffer[] = [];
  #bytes = 0;
  #number = 0;

  constructor(longest: number, reader: LineReader) {
    this.#longest = longest;
    this.#reader = reader;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      this.#finish(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from < chunk.length) this.#hold(chunk.subarray(from));
  }

  /** The last line may lack its "\n". */
  end(): void {
    if (this.#bytes > 0) this.#finish(Buffer.alloc(0));
  }

  #hold(rest: Buffer): void {
    this.#bytes += rest.length;
    if (this.#bytes > this.#longest) this.#pieces = [];
    else this.#pieces.push(Buffer.from(rest)); // a copy: the chunk's memory is used again
  }

  #finish(rest: Buffer): void {
    const bytes = this.#bytes + rest.length;
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#bytes = 0;
    this.#number++;
    if (bytes > this.#longest) this.#reader.tooLong(bytes, this.#number);
    else this.#reader.line(pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]), this.#number);
  }
}

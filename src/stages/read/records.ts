import { HOPELESS_LINES, type RecordSettings } from './block.ts';
import { utf16ByMark } from './decode.ts';
import type { Gathering } from './gather.ts';
import type { Part } from './part.ts';
import { type Piece, readPiece, type Task, taskOf } from './piece.ts';

/** One file's records, from its first piece to its end: parts are taken in order, and lines are numbered through. */
export class Records {
  readonly #shown: string;
  readonly #settings: RecordSettings;
  readonly #gathering: Gathering;
  #isStopped = false;
  /** Lines of the pieces so far, and what they held. */
  #lines = 0;
  #read = 0;
  #refused = 0;

  constructor(shown: string, settings: RecordSettings, gathering: Gathering) {
    this.#shown = shown;
    this.#settings = settings;
    this.#gathering = gathering;
  }

  /** No more pieces are wanted. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  stop(reason: string): void {
    this.#isStopped = true;
    this.#gathering.skip(this.#shown, reason);
  }

  /** What is no UTF-8 text, by its first bytes, is left alone as a whole. */
  stopUnlessText(head: Buffer): void {
    if (utf16ByMark(head) !== null) this.stop('UTF-16; JSON lines must be UTF-8');
    else if (head.includes(0)) this.stop('binary, not text');
  }

  task(piece: Piece): Task {
    return taskOf(piece, (part) => this.#take(piece, part));
  }

  /** fault: what is wrong with the gzip file. */
  end(fault: string | null): void {
    if (fault !== null) this.#gathering.skip(this.#shown, `gzip ${fault} after ${this.#read} ${this.#read === 1 ? 'record' : 'records'}`);
    else if (!this.#isStopped && this.#read + this.#refused === 0) this.#gathering.skip(this.#shown, 'empty');
  }

  async #take(piece: Piece, part: Part): Promise<void> {
    if (this.#isStopped) return;
    const firstRecord = part.hashes.findIndex((hash) => hash !== null);
    const refusedFirst = firstRecord < 0 ? part.hashes.length : firstRecord;
    if (this.#read === 0 && this.#refused + refusedFirst >= HOPELESS_LINES) {
      for (let i = 0; this.#refused < HOPELESS_LINES; i++, this.#refused++)
        this.#gathering.skip(this.#pathOf(part, i), part.faults[i] as string); // no record, so there is a reason
      this.stop(`given up: no record in the first ${HOPELESS_LINES} lines`);
    } else {
      // The reader of the piece gave it up, not knowing of the records before it.
      const isCut = refusedFirst >= HOPELESS_LINES;
      this.#add(isCut ? await readPiece(piece, this.#settings, true) : part);
    }
  }

  #add(part: Part): void {
    this.#gathering.add(part, (entry) => this.#pathOf(part, entry));
    for (const hash of part.hashes) hash === null ? this.#refused++ : this.#read++;
    this.#lines += part.lineCount;
    if (part.lines.at(-1) === 0) this.#isStopped = true; // it cannot be read any further
  }

  #pathOf(part: Part, entry: number): string {
    if (part.lines[entry] === 0) return this.#shown;
    const line = this.#lines + part.lines[entry];
    const id = part.ids[entry];
    const path = id === null ? `${this.#shown}:${line}` : `${this.#shown}#${id}`;
    return part.hashes[entry] === null ? path : this.#gathering.recordPath(path, line);
  }
}

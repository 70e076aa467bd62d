import type { Ragged } from '../article.ts';
import { withRoom } from './grow.ts';

/** Values: 4 MB. */
const MOST_KEPT = 1 << 20;

/** Collects lists of unequal length into one array that grows by doubling. */
export class RaggedBuilder {
  private starts = new Uint32Array(1024);
  private values = new Uint32Array(16384);
  private lists = 0;
  private length = 0;

  /** Appends a copy of the values as one list. */
  push(list: Uint32Array): void {
    const length = this.length + list.length;
    this.values = withRoom(this.values, length);
    this.starts = withRoom(this.starts, this.lists + 2);
    this.values.set(list, this.length);
    this.length = length;
    this.starts[++this.lists] = length;
  }

  /** Lets go of what was pushed, and keeps its memory for what comes next, unless that is large. */
  clear(): void {
    this.lists = 0;
    this.length = 0;
    if (this.values.length > MOST_KEPT) this.values = new Uint32Array(16384);
  }

  /** Copies of what was pushed. */
  finish(): Ragged {
    return { starts: this.starts.slice(0, this.lists + 1), values: this.values.slice(0, this.length) };
  }
}

/** Lists end to end. */
export function raggedOf(lists: readonly Uint32Array[]): Ragged {
  const starts = new Uint32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) starts[i + 1] = starts[i] + lists[i].length;
  const values = new Uint32Array(starts[lists.length]);
  for (let i = 0; i < lists.length; i++) values.set(lists[i], starts[i]);
  return { starts, values };
}

/** Keeps parts, and joins them when the last has come. */
export class RaggedJoiner {
  private readonly parts: Ragged[] = [];

  append(part: Ragged): void {
    this.parts.push(part);
  }

  /** All lists, in columns that `make` gives, zeroed. */
  finish(make?: (length: number) => Uint32Array): Ragged {
    return concatRagged(this.parts, make);
  }
}

/** Joins parts end to end, in their order, into columns that `make` gives, zeroed. */
export function concatRagged(
  parts: readonly Ragged[],
  make: (length: number) => Uint32Array = (length) => new Uint32Array(length),
): Ragged {
  let lists = 0;
  let length = 0;
  for (const part of parts) {
    lists += part.starts.length - 1;
    length += part.values.length;
  }
  const starts = make(lists + 1);
  const values = make(length);
  let list = 0;
  let at = 0;
  for (const part of parts) {
    for (let i = 1; i < part.starts.length; i++) starts[++list] = at + part.starts[i];
    values.set(part.values, at);
    at += part.values.length;
  }
  return { starts, values };
}

/** The values of list i; a view. */
export function listOf(ragged: Ragged, i: number): Uint32Array {
  return ragged.values.subarray(ragged.starts[i], ragged.starts[i + 1]);
}

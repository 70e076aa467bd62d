/** Lists of unequal length, one an article: in memory, or in a spool when memory is short. Plain data: a message may carry them. */
import type { Ragged } from '../article.ts';
import { withRoom } from './grow.ts';
import { listOf, RaggedBuilder, RaggedJoiner } from './ragged.ts';
import { readAt, type Spool } from './spool.ts';

/** List i is the values starts[i] … starts[i + 1] − 1 of the file, 4 bytes each. */
export interface FiledLists {
  /** Of 32 bits while these are enough. */
  readonly starts: Uint32Array | Float64Array;
  readonly file: number;
}
export type Lists = Ragged | FiledLists;

/** Values read at once when lists are read in a row: 1 MB. */
const BLOCK = 1 << 18;

export function countOf({ starts }: Lists): number {
  return starts.length - 1;
}

export function lengthOf({ starts }: Lists, i: number): number {
  return starts[i + 1] - starts[i];
}

/** The values of list i: a view, or read from the file; for who asks for one list after the other, some at a time. */
export function valuesOf(lists: Lists, i: number): Uint32Array {
  if ('values' in lists) return listOf(lists, i);
  const { starts, file } = lists;
  const recent = recentlyRead.get(lists) ?? new Recent();
  recentlyRead.set(lists, recent);
  const known = recent.lists.get(i);
  if (known !== undefined) return known;
  if (i < recent.first || i >= recent.past) {
    let past = i + 1;
    if (i === recent.next) while (past < countOf(lists) && starts[past + 1] - starts[i] <= AHEAD) past++;
    const values = readAt({ file, at: 4 * starts[i] }, new Uint32Array(starts[past] - starts[i]));
    recent.next = past;
    if (past === i + 1) return recent.keep(i, values);
    [recent.first, recent.past, recent.block] = [i, past, values];
  }
  return recent.block.subarray(starts[i] - starts[recent.first], starts[i + 1] - starts[recent.first]);
}

/** Values kept of a file: 1 MB, or one list that is longer. */
const MOST_RECENT = 1 << 18;
/** Values read at once for who asks for the next list: 64 KB. */
const AHEAD = 1 << 14;

/** Of a file what was read of late: who asks for the members of a group asks pair by pair. */
class Recent {
  /** Lists that were read alone. */
  readonly lists = new Map<number, Uint32Array>();
  #values = 0;
  /** The list behind the last that was read. */
  next = -1;
  /** Lists first … past − 1, which were read together. */
  first = 0;
  past = 0;
  block = new Uint32Array(0);

  keep(i: number, values: Uint32Array): Uint32Array {
    if (this.#values + values.length > MOST_RECENT) {
      this.lists.clear();
      this.#values = 0;
    }
    this.lists.set(i, values);
    this.#values += values.length;
    return values;
  }
}
const recentlyRead = new WeakMap<FiledLists, Recent>();

/** The values of list i, read to where another may be read to after it: a view of `room`. */
export function valuesInto({ starts, file }: FiledLists, i: number, room: Uint32Array): Uint32Array {
  return readAt({ file, at: 4 * starts[i] }, room.subarray(0, starts[i + 1] - starts[i]));
}

/**
 * The values of list i, for several columns that are read side by side, each in the order of its lists: a view, good until the
 * next. Nothing is read of list `past` and those behind it.
 */
export function inTurn(lists: Lists, past = countOf(lists)): (i: number) => Uint32Array {
  if ('values' in lists) return (i) => listOf(lists, i);
  const { starts, file } = lists;
  let block = new Uint32Array(BLOCK);
  /** The values that the block has. */
  let [first, end] = [0, 0];
  return (i) => {
    const [from, to] = [starts[i], starts[i + 1]];
    if (from < first || to > end) {
      if (to - from > block.length) block = new Uint32Array(to - from);
      [first, end] = [from, Math.min(starts[past], from + block.length)];
      readAt({ file, at: 4 * first }, block.subarray(0, end - first));
    }
    return block.subarray(from - first, to - first);
  };
}

/** Every list in its order; views that are good until the next one. */
export function eachList(lists: Lists, see: (values: Uint32Array, i: number) => void): void {
  eachOf(
    lists,
    Uint32Array.from({ length: countOf(lists) }, (_, i) => i),
    see,
  );
}

/** The same of lists ids[0], ids[1] …, which rise; `place` is that among the ids. */
export function eachOf(lists: Lists, ids: Uint32Array, see: (values: Uint32Array, id: number, place: number) => void): void {
  if ('values' in lists) {
    for (let place = 0; place < ids.length; place++) see(listOf(lists, ids[place]), ids[place], place);
    return;
  }
  const { starts, file } = lists;
  let block = new Uint32Array(BLOCK);
  for (let place = 0; place < ids.length; ) {
    const first = starts[ids[place]];
    let past = place + 1;
    while (past < ids.length && starts[ids[past] + 1] - first <= BLOCK) past++;
    const length = starts[ids[past - 1] + 1] - first;
    if (length > block.length) block = new Uint32Array(length);
    readAt({ file, at: 4 * first }, block.subarray(0, length));
    for (; place < past; place++) see(block.subarray(starts[ids[place]] - first, starts[ids[place] + 1] - first), ids[place], place);
  }
}

/** The same some at a time: lists first … past − 1 lie in `values` end to end, which are good until the next. */
export function eachBlock(lists: Lists, see: (values: Uint32Array, first: number, past: number) => void): void {
  const count = countOf(lists);
  if ('values' in lists) {
    if (count > 0) see(lists.values, 0, count);
    return;
  }
  const { starts, file } = lists;
  let block = new Uint32Array(BLOCK);
  for (let first = 0, past = 0; first < count; first = past) {
    do past++;
    while (past < count && starts[past + 1] - starts[first] <= BLOCK);
    const length = starts[past] - starts[first];
    if (length > block.length) block = new Uint32Array(length);
    see(readAt({ file, at: 4 * starts[first] }, block.subarray(0, length)), first, past);
  }
}

/** Collects lists in their order. */
export interface ListsBuilder {
  push(list: Uint32Array): void;
  finish(): Lists;
}

/** Joins parts of some lists each, in their order. */
export interface ListsJoiner {
  append(part: Ragged): void;
  /** In memory, the columns are what `make` gives. */
  finish(make?: (length: number) => Uint32Array): Lists;
}

/** Into memory, or into a spool where one is given. */
export function listsBuilder(spool: Spool | null): ListsBuilder {
  return spool === null ? new RaggedBuilder() : new FiledBuilder(spool);
}

/** The same. */
export function listsJoiner(spool: Spool | null): ListsJoiner {
  return spool === null ? new RaggedJoiner() : new FiledBuilder(spool);
}

const MOST_IN_32_BITS = 0xffffffff;

class FiledBuilder implements ListsBuilder, ListsJoiner {
  readonly #spool: Spool;
  #starts: Uint32Array | Float64Array = new Uint32Array(1024);
  #lists = 0;
  #waiting = new Uint32Array(BLOCK);
  #used = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  push(list: Uint32Array): void {
    this.#write(list);
    this.#add(list.length);
  }

  append({ starts, values }: Ragged): void {
    this.#write(values);
    for (let i = 0; i + 1 < starts.length; i++) this.#add(starts[i + 1] - starts[i]);
  }

  finish(): FiledLists {
    this.#flush();
    return { starts: this.#starts.slice(0, this.#lists + 1), file: this.#spool.file };
  }

  #add(length: number): void {
    const end = this.#starts[this.#lists] + length;
    if (end > MOST_IN_32_BITS && this.#starts instanceof Uint32Array) this.#starts = Float64Array.from(this.#starts);
    this.#starts = withRoom(this.#starts, this.#lists + 2);
    this.#starts[this.#lists + 1] = end;
    this.#lists++;
  }

  #write(values: Uint32Array): void {
    if (values.length > BLOCK - this.#used) this.#flush();
    if (values.length > BLOCK) this.#spool.append(values);
    else {
      this.#waiting.set(values, this.#used);
      this.#used += values.length;
    }
  }

  #flush(): void {
    this.#spool.append(this.#waiting.subarray(0, this.#used));
    this.#used = 0;
  }
}

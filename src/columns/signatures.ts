import { type Place, readAt } from './spool.ts';

/** The signatures of a corpus, so many values an article, one behind the other: in memory, or in a spool when memory is short. */
export type Signatures = Uint32Array | Place;

/** Values read at once when signatures are read in a row: 1 MB. */
const BLOCK = 1 << 18;

/** The signature of one article: a view, or read from the file. */
export function signatureOf(signatures: Signatures, slots: number, id: number): Uint32Array {
  if (!('file' in signatures)) return signatures.subarray(id * slots, (id + 1) * slots);
  return readAt({ file: signatures.file, at: signatures.at + 4 * slots * id }, new Uint32Array(slots));
}

/** The signatures of these articles, whose ids rise: that of ids[i] begins at `at` in values, good until the next. */
export function eachSignature(
  signatures: Signatures,
  slots: number,
  ids: Uint32Array,
  see: (values: Uint32Array, at: number, i: number) => void,
): void {
  if (!('file' in signatures)) {
    for (let i = 0; i < ids.length; i++) see(signatures, ids[i] * slots, i);
    return;
  }
  const rows = Math.max(1, Math.floor(BLOCK / slots));
  const block = new Uint32Array(rows * slots);
  for (let i = 0; i < ids.length; ) {
    const first = ids[i];
    let past = i;
    while (past < ids.length && ids[past] < first + rows) past++;
    const { file, at } = signatures;
    readAt({ file, at: at + 4 * slots * first }, block.subarray(0, (ids[past - 1] - first + 1) * slots));
    for (; i < past; i++) see(block, (ids[i] - first) * slots, i);
  }
}

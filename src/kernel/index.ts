/**
 * The hot loops behind one border: typed arrays in, typed arrays out, no options, no allocation that grows with the
 * corpus. `reference` is the readable form; a WASM twin with the same contract gives the same bytes.
 */
import { scan } from './scan.ts';
import { intersection, shingleHashes, sortUnique } from './shingles.ts';
import { agreement, bandKey, sketch } from './sketch.ts';

export interface Kernel {
  readonly scan: typeof scan;
  readonly shingleHashes: typeof shingleHashes;
  readonly sortUnique: typeof sortUnique;
  readonly intersection: typeof intersection;
  readonly sketch: typeof sketch;
  readonly bandKey: typeof bandKey;
  readonly agreement: typeof agreement;
}

export const reference: Kernel = { scan, shingleHashes, sortUnique, intersection, sketch, bandKey, agreement };
/** The kernel that this machine runs. */
export const kernel: Kernel = reference;

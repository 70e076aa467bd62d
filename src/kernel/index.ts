/** The hot loops of an article: `kernel()` is WebAssembly where it can be, and the reference elsewhere. No caller can tell. */
import type { Kernel } from './kernel.ts';
import { loadWasm } from './loadWasm.ts';
import { reference } from './reference.ts';

export type { Kernel, Shingles } from './kernel.ts';

let chosen: Kernel | undefined;

/** The kernel that this machine runs; loaded when first asked for. */
export function kernel(): Kernel {
  return (chosen ??= loadWasm() ?? reference);
}

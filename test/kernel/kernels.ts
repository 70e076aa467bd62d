/** Both forms of the kernel, for tests that run on each: `describe.each(KERNELS)`. */
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadWasm } from '../../src/kernel/loadWasm.ts';
import { reference } from '../../src/kernel/reference.ts';

export const wasm = loadWasm() ?? missing();

export const KERNELS: readonly (readonly [string, Kernel])[] = [
  ['reference', reference],
  ['WebAssembly', wasm],
];

function missing(): never {
  throw new Error('there is no dist/kernel.wasm, or no SIMD here; build it with: node build.js');
}

import { readFileSync } from 'node:fs';
import type { Kernel } from './kernel.ts';
import { wasmKernel } from './wasmKernel.ts';

/** A module with a function that makes a vector and takes a lane of it: valid where SIMD is known. */
const WITH_SIMD = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic, version
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f], // type: () → i32
  ...[0x03, 0x02, 0x01, 0x00], // one function of that type
  ...[0x0a, 0x0b, 0x01, 0x09, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x15, 0x00, 0x0b], // i32.const 0; i8x16.splat; extract_lane 0
);

/** The kernel in WebAssembly; null where that, its SIMD or the built file is missing. Milliseconds. */
export function loadWasm(): Kernel | null {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(WITH_SIMD)) return null;
  try {
    // Beside the bundle; for tests, which run the source, in dist/.
    const file = new URL(import.meta.url.endsWith('.ts') ? '../../dist/kernel.wasm' : './kernel.wasm', import.meta.url);
    return wasmKernel(new WebAssembly.Module(readFileSync(file)));
  } catch {
    return null;
  }
}

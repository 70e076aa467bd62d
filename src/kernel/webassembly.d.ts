/** What the kernel uses of WebAssembly: the types of Node have none of it, and those of browsers would bring the rest of them. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
    static imports(module: Module): { module: string; name: string }[];
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...values: number[]) => number>>);
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** Detaches the buffer. Throws RangeError when there is no such memory. */
    grow(pages: number): number;
  }
  function validate(bytes: Uint8Array): boolean;
}

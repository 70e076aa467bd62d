import { setFlagsFromString } from 'node:v8';

/** Twice as much as V8 has to see of a function before it optimises it, and a fifth of what it takes into it. */
const FLAGS = ['--interrupt-budget=264000', '--max-inlined-bytecode-size-cumulative=200'];
/** Of Node 20. Later ones have a compiler between (Maglev), and nothing was measured there. */
const V8 = '11.';

/**
 * Has V8 optimise less, for a command of a few seconds that runs most of its code only a few times: on two cores the threads that
 * compile take their time from those that work. A thousand articles against 300,000: V8's own threads 3.2 → 1.7 s of
 * processor time, all others as before. It counts for the whole process, workers included.
 */
export function compileLess(): void {
  if (process.versions.v8.startsWith(V8)) for (const flag of FLAGS) setFlagsFromString(flag);
}

import { describe } from './features/describe.ts';
import type { Kernel } from './kernel.ts';
import { readFacts } from './lines/facts.ts';
import { surveyLines } from './lines/survey.ts';
import { scanRanges } from './scan.ts';
import { shingleSet } from './shingles.ts';
import { sketch } from './sketch.ts';

/** The kernel in TypeScript: the readable form, and the one that runs where WebAssembly or its SIMD is missing. */
export const reference: Kernel = { scanRanges, readFacts, surveyLines, shingleSet, sketch, describe };

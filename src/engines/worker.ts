import { parentPort, workerData } from 'node:worker_threads';
import type { Context, Job, Part, Range } from './jobs.ts';
import { runJob } from './jobs.ts';

/** What a worker is asked, and what it answers. */
export interface Ask {
  readonly job: Job;
  readonly range: Range;
}
export type Answer = Part;

const context = workerData as Context; // given by workers.ts alone

parentPort?.on('message', ({ job, range }: Ask) => {
  const part: Answer = runJob(context, job, range);
  parentPort?.postMessage(part, buffersOf(part));
});

/** The buffers of a part's columns: handed over, not copied. */
function buffersOf(part: Part): ArrayBuffer[] {
  const columns = Object.values(part).flatMap((column) => (typeof column === 'object' && 'starts' in column ? [column.starts, column.values] : [column]));
  return columns.filter(ArrayBuffer.isView).map((view) => view.buffer as ArrayBuffer); // digest and survey make ArrayBuffers only
}

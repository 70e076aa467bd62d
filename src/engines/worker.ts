import { parentPort, workerData } from 'node:worker_threads';
import type { Context, Job, Part } from './jobs.ts';
import { runJob } from './jobs.ts';

const context = workerData as Context; // given by workers.ts alone

parentPort?.on('message', (job: Job) => {
  const part = runJob(context, job);
  parentPort?.postMessage(part, buffersOf(part));
});

/** The buffers of a part's columns: handed over, not copied. */
function buffersOf(part: Part): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const column of Object.values(part)) {
    for (const array of [column, column?.starts, column?.values]) {
      if (ArrayBuffer.isView(array) && array.buffer instanceof ArrayBuffer) buffers.add(array.buffer);
    }
  }
  return [...buffers];
}

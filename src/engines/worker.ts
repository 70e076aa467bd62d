import { parentPort } from 'node:worker_threads';
import type { Context, Part } from './jobs.ts';
import { runJob } from './jobs.ts';
import type { Answer, Message } from './workers.ts';

let context: Context | null = null;
/** Jobs are done one after the other, though some wait in between. */
let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: Message) => {
  turn = turn.then(() => serve(message));
});
say('ready');

async function serve(message: Message): Promise<void> {
  if ('context' in message) context = message.context;
  else {
    const part = await runJob(context, message.job);
    say({ part }, buffersOf(part));
  }
}

function say(answer: Answer, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, handedOver);
}

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

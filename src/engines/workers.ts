import { Worker } from 'node:worker_threads';
import type { Member } from './crew.ts';
import type { Context, Job, Part } from './jobs.ts';

/** Jobs leave little garbage that lives; a small nursery keeps a worker small at the same speed. */
const YOUNG_MB = 8;

/** What goes to a worker: what the jobs after it are about, or a job. It says 'ready', and then a part for each job. */
export type Message = { readonly context: Context } | { readonly job: Job };
export type Answer = 'ready' | { readonly part: Part };

export function hireWorker(): Member {
  return new WorkerMember();
}

/** A worker that answers jobs in the order in which it got them. */
class WorkerMember implements Member {
  isReady = false;
  private readonly worker: Worker;
  private readonly waiting: ((part: Part | null) => void)[] = [];

  constructor() {
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.worker.on('message', (answer: Answer) => {
      if (answer === 'ready') this.isReady = true;
      else this.settle(answer.part);
    });
    this.worker.on('error', () => this.bury());
    this.worker.on('exit', () => this.bury());
    this.worker.unref();
  }

  tell(context: Context): void {
    this.send({ context });
  }

  ask(job: Job): Promise<Part | null> {
    if (!this.isReady) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.worker.ref();
      this.send({ job });
    });
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }

  private send(message: Message): void {
    this.worker.postMessage(message);
  }

  private settle(part: Part | null): void {
    this.waiting.shift()?.(part);
    if (this.waiting.length === 0) this.worker.unref();
  }

  private bury(): void {
    this.isReady = false;
    while (this.waiting.length > 0) this.settle(null);
  }
}

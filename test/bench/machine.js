import { availableParallelism, cpus, totalmem } from 'node:os';

/** What a figure depends on besides the program. */
export function machineOf() {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? process.arch,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: process.platform,
  };
}

/** Processor time spent by everything on this machine since it started: what a run's own time is held against, to tell who else was at work. */
export function busyMs() {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

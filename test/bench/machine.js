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

/** The same in words. */
export function describeMachine({ cores, model, memoryGiB, node, python, platform }) {
  const interpreters = [`node ${node}`, ...(python ? [python] : [])].join(' · ');
  return `${cores} cores of ${model} · ${memoryGiB} GiB · ${interpreters} · ${platform}`;
}

/** Processor time spent by everything on this machine since it started: what a run's own time is held against, to tell who else was at work. */
export function busyMs() {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/** Share of the processors, 0–1, that others took in a time of which busyMs was not one's own. */
export function othersOf(busyMs, wallMs) {
  return Math.min(1, Math.max(0, busyMs / wallMs / availableParallelism()));
}

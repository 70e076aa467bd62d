/** What a run tells while it goes on. Nothing is printed by the library itself. */
export interface Observer {
  /** A stage works: so many of so many done. */
  progress?(stage: string, done: number, total: number): void;
  /** A stage is done; note says what is left after it: '1,204 candidates'. */
  finished?(stage: string, milliseconds: number, note: string): void;
}

/** Runs a stage and tells how long it took. */
export async function timed<Value>(
  stage: string,
  observer: Observer,
  work: () => Value | Promise<Value>,
  note: (value: Value) => string,
): Promise<Value> {
  const started = performance.now();
  const value = await work();
  observer.finished?.(stage, performance.now() - started, note(value));
  return value;
}

import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Crew } from '../../src/engines/crew.ts';
import type { Job, Part } from '../../src/engines/jobs.ts';
import { parseFields } from '../../src/stages/read/fields.ts';
import { readPiece } from '../../src/stages/read/piece.ts';

const SETTINGS = { fields: parseFields([]), maxArticleBytes: 1000 };

/** A worker that takes its time, and may die over a job. */
class Member {
  isReady = false;
  asked = 0;
  readonly #delays: readonly number[];
  readonly #diesAt: number;

  constructor(delays: readonly number[], diesAt = Number.POSITIVE_INFINITY) {
    this.#delays = delays;
    this.#diesAt = diesAt;
    this.isReady = true;
  }

  tell(): void {}

  async ask(job: Job): Promise<Part | null> {
    const number = this.asked++;
    await setTimeout(this.#delays[number % this.#delays.length]);
    if (number >= this.#diesAt) {
      this.isReady = false;
      return null;
    }
    if (job.kind !== 'read') throw new Error('only reading is asked for here');
    return readPiece(job.piece, job.settings);
  }

  async dismiss(): Promise<void> {}
}

function jobOf(line: string): Extract<Job, { kind: 'read' }> {
  const block = { bytes: Buffer.concat([Buffer.alloc(0), Buffer.from(`${line}\n`)]), tooLong: null };
  return { kind: 'read', piece: { kind: 'block', block }, settings: SETTINGS };
}

/** The ids of 200 records, in the order in which they were taken. */
async function taken(crew: Crew): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  async function* tasks() {
    for (let number = 0; number < 200; number++) {
      const job = number % 10 === 0 ? null : jobOf(`{"id":${number},"text":"t"}`);
      yield { job, take: (part: Part<'read'> | null) => void ids.push(part === null ? String(number) : part.ids[0]) };
    }
  }
  await crew.inOrder(tasks());
  return ids;
}

const IN_ORDER = Array.from({ length: 200 }, (_, number) => String(number));

describe('a crew', () => {
  it.each([
    ['alone', () => []],
    ['with one that is late at times', () => [new Member([0, 30, 0, 5])]],
    ['with three of unlike speed', () => [new Member([0]), new Member([20]), new Member([3, 0, 0, 40])]],
    ['with one that dies over its first job, and one over its tenth', () => [new Member([5], 0), new Member([1], 10)]],
  ])('%s takes parts in the order of their jobs, each once', async (_, make) => {
    const members = make();
    const all = [...members];
    const crew = new Crew(members.length + 1, () => members.pop() as Member);
    crew.expect(0, 0);
    expect(await taken(crew)).toEqual(IN_ORDER);
    for (const member of all) expect(member.asked).toBeGreaterThan(0);
    await crew.close();
  });

  it('does not wait for one that never gets ready', async () => {
    const crew = new Crew(2, () => Object.assign(new Member([0]), { isReady: false }));
    crew.expect(0, 0);
    expect(await taken(crew)).toEqual(IN_ORDER);
  });

  it('an error in what is done with a part ends the work', async () => {
    const crew = new Crew(2, () => new Member([1]));
    crew.expect(0, 0);
    async function* tasks() {
      for (let number = 0; number < 50; number++) {
        const take = () => {
          if (number === 20) throw new Error('no room');
        };
        yield { job: jobOf('{"text":"t"}'), take };
      }
    }
    await expect(crew.inOrder(tasks())).rejects.toThrow('no room');
  });
});

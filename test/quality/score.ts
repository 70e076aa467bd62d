/** How good a stripped text is against the true one: the rule of ../shared/eval/score.py, in TypeScript. Groups and pairs: src/evaluate. */

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Kept text against true text, page by page: bags of word 4-grams, shares averaged over the pages. */
export function scoreTexts(pages: readonly { readonly gold: string; readonly kept: string }[]): Score {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { gold, kept } of pages) {
    const [wanted, found] = [bagOf(gold), bagOf(kept)];
    let hits = 0;
    for (const [run, n] of found) hits += Math.min(n, wanted.get(run) ?? 0);
    const [said, true_] = [sizeOf(found), sizeOf(wanted)];
    if (said > 0) precisions.push(hits / said);
    if (true_ > 0) recalls.push(hits / true_);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

const RUN = 4;

function bagOf(text: string): Map<string, number> {
  // \w of Python: letters, digits, the underscore; marks that combine are none of these.
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const bag = new Map<string, number>();
  for (let i = 0; words.length > 0 && i < Math.max(1, words.length - RUN + 1); i++) {
    const run = words.slice(i, i + RUN).join(' ');
    bag.set(run, (bag.get(run) ?? 0) + 1);
  }
  return bag;
}

function sizeOf(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, n) => sum + n, 0);
}

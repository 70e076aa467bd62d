import type { Corpus } from '../../article.ts';
import type { Options } from '../../options.ts';

/** What a policy looks at, per article. */
interface Lengths {
  readonly words: Uint32Array;
  readonly furnitureWords: Uint32Array;
}

/** The article that stands for a group, by the policy asked for; ties go to the longest, then to the first path. */
export function chooseRepresentative(
  members: readonly number[],
  corpus: Pick<Corpus, 'articles'>,
  lengths: Lengths,
  options: Options,
): number {
  const rank = rankBy(options, corpus, lengths);
  return members.reduce((best, id) => {
    const better = rank(id) - rank(best) || lengths.words[best] - lengths.words[id];
    return better < 0 ? id : best;
  });
}

/** The lower the better. */
function rankBy(
  { representative, preferSource }: Options,
  { articles }: Pick<Corpus, 'articles'>,
  { words, furnitureWords }: Lengths,
): (id: number) => number {
  switch (representative) {
    case 'longest':
      return () => 0;
    case 'earliest':
      return (id) => articles[id].day ?? Number.MAX_SAFE_INTEGER;
    case 'source': {
      const order = new Map(preferSource.map((name, i) => [name.toLowerCase(), i]));
      return (id) => order.get(articles[id].source?.toLowerCase() ?? '') ?? preferSource.length;
    }
    case 'cleanest':
      return (id) => furnitureWords[id] / (words[id] + furnitureWords[id] || 1);
    default:
      return representative satisfies never;
  }
}

import type { Options } from '../options.ts';
import type { ReportArticle } from '../report.ts';
import { chooseRepresentative } from '../stages/group/index.ts';

/** The article that stands for the others, by what the report says of them; as a run would choose. */
export function chooseArticle(members: readonly ReportArticle[], policy: Pick<Options, 'representative' | 'preferSource'>): ReportArticle {
  const articles = members.map(({ date, source }) => ({ day: date === null ? null : Date.parse(date) / 86_400_000, source }));
  const lengths = { words: members.map(({ words }) => words), furnitureWords: members.map(({ furnitureWords }) => furnitureWords) };
  return members[chooseRepresentative([...members.keys()], { articles }, lengths, policy)];
}

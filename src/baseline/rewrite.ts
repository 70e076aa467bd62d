import { type Baseline, type BaselineEntry, compare, type FoundArticle, type FoundGroup, RELATIONS, sorted } from './baseline.ts';
import { type GroupMatch, type Matching, type MatchSetting, match, pairUp } from './match.ts';

/**
 * The baseline with all that was found: a group that has grown extends its entry, a new one gets its own, and an entry that
 * is wholly part of such a group goes into it. What was written by hand stays: a reason and a last day hold for the
 * articles that join the entry, and where an entry has expired its group is left out, to be accepted again by hand.
 * Left out as well is what has no content hash. Paths are those of now.
 */
export function update(baseline: Baseline, found: readonly FoundGroup[], setting: MatchSetting): Baseline {
  // Copies first: their entries speak for the events that are copies alone.
  return sorted(RELATIONS.reduce((before, relation) => accept(before, relation), baseline));

  function accept(before: Baseline, relation: FoundGroup['relation']): Baseline {
    const groups = found.filter((group) => group.relation === relation);
    const matching = match(before, groups, setting);
    const after = new Map(renamed(before, matching).entries());
    const added = new Map<string, BaselineEntry>();
    for (const [at, group] of groups.entries()) {
      const { standing, by, held } = matching.groups[at];
      const articles = group.articles.filter(hasContent);
      if (standing.new.length === 0 || articles.length < 2 || held.some(({ entry }) => matching.entries[entry].isExpired)) continue;
      const grown = by !== null && before[by].relation === relation ? by : null;
      if (grown === null) added.set(contentsOf(articles), { relation, articles, reason: null, expires: null });
      else after.set(grown, extended(after.get(grown) ?? before[grown], articles));
      for (const entry of absorbed(before, group, held)) if (entry !== grown) after.delete(entry);
    }
    return [...after.values(), ...added.values()];
  }
}

/** The baseline without what nothing matches any more: whole entries, and articles of entries. Paths are those of now. */
export function prune(baseline: Baseline, matching: Matching): Baseline {
  const left = renamed(baseline, matching).flatMap((entry, at): BaselineEntry[] => {
    const { paths, isLookedFor } = matching.entries[at];
    const articles = isLookedFor ? entry.articles.filter((_, i) => paths[i] !== null) : entry.articles;
    return articles.length === 0 ? [] : [{ ...entry, articles }];
  });
  return sorted(left);
}

/** The entries that pruning would take away, or take articles from. */
export function staleOf(baseline: Baseline, { entries }: Matching): { readonly entry: BaselineEntry; readonly isWhole: boolean }[] {
  return baseline.flatMap((entry, at) => {
    const { paths, isLookedFor } = entries[at];
    return isLookedFor && paths.includes(null) ? [{ entry, isWhole: paths.every((path) => path === null) }] : [];
  });
}

export function expiredOf(baseline: Baseline, { entries }: Matching): BaselineEntry[] {
  return baseline.filter((_, at) => entries[at].isExpired);
}

function renamed(baseline: Baseline, { entries }: Matching): BaselineEntry[] {
  return baseline.map((entry, at) => ({
    ...entry,
    articles: entry.articles.map(({ sha256, path }, i) => ({ sha256, path: entries[at].paths[i] ?? path })),
  }));
}

/** Two groups of the same contents need one entry. */
function contentsOf(articles: BaselineEntry['articles']): string {
  return articles
    .map(({ sha256 }) => sha256)
    .sort(compare)
    .join();
}

function extended(entry: BaselineEntry, articles: BaselineEntry['articles']): BaselineEntry {
  const known = new Set(pairUp(entry, articles));
  return { ...entry, articles: [...entry.articles, ...articles.filter((_, i) => !known.has(i))] };
}

/** The entries without a word of anybody's that lie wholly in the group. */
function absorbed(baseline: Baseline, { relation }: FoundGroup, held: GroupMatch['held']): number[] {
  return held.flatMap(({ entry: at, articles }) => {
    const entry = baseline[at];
    const isPlain = entry.reason === null && entry.expires === null;
    return isPlain && entry.relation === relation && entry.articles.length === articles ? [at] : [];
  });
}

function hasContent(article: FoundArticle): article is BaselineEntry['articles'][number] {
  return article.sha256 !== null;
}

/**
 * How right a report is: pairs of articles put together by it against pairs that belong together by the generator's
 * truth. A check that speed was not bought with quality; invented articles are no measure of quality itself.
 */

/** Bytes: V8 has no string of more than 512 MiB, so a longer report is not parsed. */
export const LARGEST_REPORT = 500e6;

/** Pairwise precision and recall of copies and events, and the words of own text and furniture told apart. */
export function measure(report, truth) {
  const names = Object.keys(truth);
  const articles = byName(report.articles);
  const story = storiesOf(truth);
  const event = (name) => (truth[name].event === null ? `story ${story.get(name)}` : truth[name].event);
  return {
    copies: pairwise(
      names,
      (name) => articles.get(name)?.copy ?? null,
      (name) => story.get(name),
    ),
    events: pairwise(names, (name) => articles.get(name)?.event ?? null, event),
    text: textShares(names, articles, truth),
  };
}

/**
 * Groups of names against the truth: pairwise precision and recall of the copies, and by kind of copy the share that lies in
 * one group with its original.
 */
export function measureGroups(groups, truth) {
  const names = Object.keys(truth);
  const story = storiesOf(truth);
  const groupOf = new Map(groups.flatMap((group, number) => group.map((name) => [name, number])));
  const kinds = {};
  for (const [name, { copyOf, copyKind }] of Object.entries(truth)) {
    if (copyOf === null) continue;
    const kind = (kinds[copyKind] ??= { copies: 0, found: 0 });
    kind.copies++;
    if (groupOf.has(name) && groupOf.get(name) === groupOf.get(names[copyOf])) kind.found++;
  }
  const pairs = pairwise(
    names,
    (name) => groupOf.get(name) ?? null,
    (name) => story.get(name),
  );
  return { ...pairs, kinds };
}

/** The groups of copies in a report, by name. */
export function groupsOf(report) {
  return report.copies.map(({ articles }) => articles.map(nameOf));
}

/** Name → number of the article that its story was first told in. */
function storiesOf(truth) {
  return new Map(Object.entries(truth).map(([name, { copyOf }], id) => [name, copyOf ?? id]));
}

/** The report's path ends with the name: relative to another folder, or after 'file.jsonl#'. */
function byName(articles) {
  return new Map(articles.map((article) => [nameOf(article.path), article]));
}

function nameOf(path) {
  return /\d{4}\/[\d-]+\/[^/]+$/.exec(path)?.[0] ?? path;
}

/** Counts pairs through the sizes of cells, so that no pair is listed. */
function pairwise(names, foundOf, trueOf) {
  const found = new Map();
  const right = new Map();
  const both = new Map();
  for (const name of names) {
    const group = foundOf(name);
    const truth = trueOf(name);
    add(right, truth);
    if (group === null) continue;
    add(found, group);
    add(both, `${group} ${truth}`);
  }
  const [foundPairs, truePairs, rightPairs] = [found, right, both].map(pairsWithin);
  const precision = foundPairs === 0 ? 1 : rightPairs / foundPairs;
  const recall = truePairs === 0 ? 1 : rightPairs / truePairs;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), foundPairs, truePairs };
}

function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsWithin(counts) {
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return pairs;
}

/**
 * Own words missing from the articles that came out too short, as a share of all own words, and furniture words left in
 * those that came out too long, as a share of all furniture: lower bounds of both, since only word counts are compared.
 */
function textShares(names, articles, truth) {
  let [own, ownLost, furniture, furnitureKept] = [0, 0, 0, 0];
  for (const name of names) {
    const words = articles.get(name)?.words ?? 0;
    own += truth[name].ownWords;
    furniture += truth[name].furnitureWords;
    ownLost += Math.max(0, truth[name].ownWords - words);
    furnitureKept += Math.max(0, words - truth[name].ownWords);
  }
  return { ownLost: ownLost / own, furnitureKept: furniture === 0 ? 0 : furnitureKept / furniture };
}

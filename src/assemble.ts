import type { Corpus, Ragged, Skipped } from './article.ts';
import { countOf } from './columns/lists.ts';
import { listOf } from './columns/ragged.ts';
import { positions, sorted } from './columns/sorted.ts';
import type { CorpusDigest, PackedEvidence, Question } from './engines/index.ts';
import type { Groups } from './grouping.ts';
import type { Options } from './options.ts';
import { type MadeWith, RECORDED, type Report, type ReportArticle, type ReportEvent, type ReportGroup } from './report.ts';
import { PAIR_FIGURES, type Reported, ReportedArticle, ReportedPair, type ReportedPairs } from './reported.ts';
import { type FoundPair, linkStrengths, reportedPairs } from './reportedPairs.ts';
import { chooseRepresentative, groupsOf } from './stages/group/index.ts';

/** Pairs of a group whose scores make its cohesion; of a larger group as many are taken, evenly. */
const COHESION_PAIRS = 400;
/** Articles of an event that its evidence is drawn from, beside the representative. */
const EVIDENCE_ARTICLES = 8;

/** Where the report gets its evidence from: of each group there is a question, and of each question so many pairs. */
export type Gather = (pairs: ArrayLike<number>, question: (group: number) => Question) => Promise<PackedEvidence>;

/**
 * The report on what was found: paths for ids, evidence for pairs, everything in a fixed order. Its articles look up what they
 * are asked for in the corpus, which has to be there as long as they are. `figure` rounds what is measured.
 */
export async function assemble(
  corpus: Corpus,
  digest: CorpusDigest,
  found: Groups,
  gather: Gather,
  options: Options,
  figure = (measured: number) => measured,
): Promise<Report> {
  const { count } = digest;
  const groups = withoutRepeats(found);
  const paths: string[] = [];
  const pathOf = (id: number) => (paths[id] ??= corpus.articles[id].path); // one string, wherever the report names it
  const representativeOf = (members: readonly number[]) => chooseRepresentative(members, corpus, digest, options);
  const copyLists = groupsOf(groups.copies);
  const eventLists = options.only === 'copies' ? [] : groupsOf(groups.events);
  const pairs = reportedPairs(groups, copyLists, eventLists, options.eventScore);
  const lists = options.only === 'copies' ? copyLists : eventLists;
  const inside = pairsInside(lists, pairs, count);
  const answers = gather(
    inside.starts.subarray(1).map((end, list) => end - inside.starts[list]),
    (list) => questionOn(lists[list], listOf(inside, list)),
  );

  // All this while workers look for evidence.
  const links = linkStrengths(pairs, count);
  const copies = copyLists.map((members, i) => groupOf(`c${i + 1}`, members, jaccardOf, links.copies));
  const events = eventLists.map((members, i) => groupOf(`e${i + 1}`, members, groups.eventScoreOf, links.events));
  const copyIds = idsByArticle(copies, copyLists, count);
  const eventIds = idsByArticle(events, eventLists, count);
  const known: Reported = { corpus, digest, copyIds, eventIds };
  const articles: ReportArticle[] = [];
  for (let id = 0; id < count; id++) if (!digest.furnitureOnly[id]) articles.push(new ReportedArticle(known, id));
  const measured = new Float64Array(PAIR_FIGURES * pairs.length);
  for (const [i, { a, b, score }] of pairs.entries()) {
    const { jaccard, containment } = groups.overlapOf(a, b);
    measured.set([jaccard, ...containment, score].map(figure), PAIR_FIGURES * i);
  }

  const evidence = await answers;
  const knownPairs: ReportedPairs = {
    pathOf,
    a: Uint32Array.from(pairs, ({ a }) => a),
    b: Uint32Array.from(pairs, ({ b }) => b),
    relations: pairs.map(({ relation }) => relation),
    figures: measured,
    evidenceOf: evidenceByPair(inside, pairs.length, evidence),
  };
  const reported = pairs.map((_, i) => new ReportedPair(knownPairs, i));
  return {
    schemaVersion: 1,
    madeWith: recorded(options),
    articles,
    copies,
    events: events.map((event, i): ReportEvent => ({ ...event, copies: copiesIn(eventLists[i]), evidence: evidence.ofGroup(i) })),
    pairs: reported,
    skipped: [...corpus.skipped, ...withoutText()].sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : 0)),
  };

  function groupOf(id: string, members: readonly number[], measure: (a: number, b: number) => number, links: Float64Array): ReportGroup {
    return {
      id,
      articles: members.map(pathOf),
      representative: pathOf(representativeOf(members)),
      cohesion: figure(cohesion(members, measure)),
      weakest: figure(members.reduce((least, id) => Math.min(least, links[id]), 1)),
    };
  }
  function copiesIn(members: readonly number[]): string[] {
    return [...new Set(members.flatMap((id) => copyIds[id] ?? []))].sort(byNumber);
  }
  function withoutText(): Skipped[] {
    const skipped: Skipped[] = [];
    for (let id = 0; id < count; id++) if (digest.furnitureOnly[id]) skipped.push({ path: pathOf(id), reason: 'furniture only' });
    return skipped;
  }
  function jaccardOf(a: number, b: number): number {
    return groups.overlapOf(a, b).jaccard;
  }
  /** One question a group, with the pairs inside it, so that each text is looked at once. */
  function questionOn(members: readonly number[], own: Uint32Array): Question {
    const first = representativeOf(members);
    const others = members.filter((id) => id !== first && groups.copies[id] !== groups.copies[first]);
    return {
      first,
      others: (others.length > 0 ? others : members.filter((id) => id !== first)).slice(0, EVIDENCE_ARTICLES),
      pairs: Array.from(own, (i) => ({ a: pairs[i].a, b: pairs[i].b, isCopy: pairs[i].relation !== 'event' })),
    };
  }
}

/** The evidence of each pair, which was asked for group by group. */
function evidenceByPair(inside: Ragged, pairs: number, evidence: PackedEvidence): (pair: number) => readonly string[] {
  const group = new Uint32Array(pairs);
  const place = new Uint32Array(pairs);
  for (let list = 0; list < countOf(inside); list++) {
    for (const [k, i] of listOf(inside, list).entries()) {
      group[i] = list;
      place[i] = k;
    }
  }
  return (pair) => evidence.ofPair(group[pair], place[pair]);
}

/**
 * The groups, asked once for what they know: copies that were found have been measured. All is asked with a < b.
 */
function withoutRepeats(groups: Groups): Groups {
  const { copyPairs, copyOf, overlapOf } = groups;
  return {
    ...groups,
    copyOf: (a, b) => copyPairs.find(a, b) ?? copyOf(a, b),
    overlapOf: (a, b) => copyPairs.find(a, b) ?? overlapOf(a, b),
  };
}

/** Per group the pairs in it; every pair lies inside a group. */
function pairsInside(lists: readonly number[][], pairs: readonly FoundPair[], count: number): Ragged {
  const groupOf = new Uint32Array(count);
  for (const [list, members] of lists.entries()) for (const id of members) groupOf[id] = list;
  const { keys, values } = sorted(
    Uint32Array.from(pairs, ({ a }) => groupOf[a]),
    positions(pairs.length),
  );
  const starts = new Uint32Array(lists.length + 1);
  for (const list of keys) starts[list + 1]++;
  for (let list = 0; list < lists.length; list++) starts[list + 1] += starts[list];
  return { starts, values };
}

/** The options that the report depends on. */
function recorded(options: Options): MadeWith {
  return Object.fromEntries(RECORDED.map((name) => [name, options[name]])) as MadeWith; // fromEntries forgets the keys
}

/** Per article the id of its group; null for one that stands alone. */
function idsByArticle(groups: readonly ReportGroup[], lists: readonly number[][], count: number): (string | null)[] {
  const ids: (string | null)[] = new Array(count).fill(null);
  for (const [i, members] of lists.entries()) for (const id of members) ids[id] = groups[i].id;
  return ids;
}

function byNumber(x: string, y: string): number {
  return Number(x.slice(1)) - Number(y.slice(1));
}

/** Mean of a measure over the pairs of a group, or over an even part of them; 0 for one article. O(members). */
export function cohesion(members: readonly number[], measure: (a: number, b: number) => number): number {
  const pairs = (members.length * (members.length - 1)) / 2;
  const step = Math.max(1, Math.floor(pairs / COHESION_PAIRS));
  let sum = 0;
  let taken = 0;
  let row = 0;
  let before = 0; // pairs of the rows above
  for (let at = 0; at < pairs && taken < COHESION_PAIRS; at += step) {
    while (at - before >= members.length - 1 - row) before += members.length - 1 - row++;
    sum += measure(members[row], members[row + 1 + at - before]);
    taken++;
  }
  return taken === 0 ? 0 : sum / taken;
}

import type { Corpus } from './article.ts';
import { partOf } from './article.ts';
import type { CorpusDigest, Evidence, Question } from './engines/index.ts';
import type { Groups } from './grouping.ts';
import { textAt } from './kernel/textAt.ts';
import type { Options } from './options.ts';
import { type MadeWith, RECORDED, type Report, type ReportArticle, type ReportEvent, type ReportGroup, type ReportPair } from './report.ts';
import { type FoundPair, linkStrengths, reportedPairs } from './reportedPairs.ts';
import { chooseRepresentative, groupsOf } from './stages/group/index.ts';

/** Pairs of a group whose scores make its cohesion; of a larger group as many are taken, evenly. */
const COHESION_PAIRS = 400;
/** Articles of an event that its evidence is drawn from, beside the representative. */
const EVIDENCE_ARTICLES = 8;

/** Where the report gets its evidence from: the answers to its questions, in their order. */
export type Gather = (questions: readonly Question[]) => Promise<readonly Evidence[]>;

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
  const groups = withoutRepeats(found, count);
  const paths: string[] = [];
  const pathOf = (id: number) => (paths[id] ??= corpus.articles[id].path); // one string, wherever the report names it
  const representativeOf = (members: readonly number[]) => chooseRepresentative(members, corpus, digest, options);
  const copyLists = groupsOf(groups.copies);
  const eventLists = options.only === 'copies' ? [] : groupsOf(groups.events);
  const pairs = reportedPairs(groups, copyLists, eventLists, options.eventScore);
  const lists = options.only === 'copies' ? copyLists : eventLists;
  const inside = pairsInside(lists, pairs, count);
  const answers = gather(lists.map((members, list) => questionOn(members, inside[list])));

  // All this while workers look for evidence.
  const links = linkStrengths(pairs, count);
  const copies = copyLists.map((members, i) => groupOf(`c${i + 1}`, members, jaccardOf, links.copies));
  const events = eventLists.map((members, i) => groupOf(`e${i + 1}`, members, groups.eventScoreOf, links.events));
  const copyIds = idsByArticle(copies, copyLists, count);
  const eventIds = idsByArticle(events, eventLists, count);
  const known: Reported = { corpus, digest, copyIds, eventIds };
  const articles = corpus.articles.flatMap((_, id) => (digest.furnitureOnly[id] ? [] : [new ReportedArticle(known, id)]));
  const reported = pairs.map(reportPair);

  const evidence = await answers;
  for (const [list, own] of inside.entries()) for (const [k, i] of own.entries()) reported[i].evidence = evidence[list].pairs[k];
  return {
    schemaVersion: 1,
    madeWith: recorded(options),
    articles,
    copies,
    events: events.map((event, i): ReportEvent => ({ ...event, copies: copiesIn(eventLists[i]), evidence: evidence[i].group })),
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
  function withoutText() {
    return corpus.articles.flatMap(({ path }, id) => (digest.furnitureOnly[id] ? [{ path, reason: 'furniture only' }] : []));
  }
  function jaccardOf(a: number, b: number): number {
    return groups.overlapOf(a, b).jaccard;
  }
  /** Its evidence is yet to come. */
  function reportPair({ a, b, relation, score }: FoundPair): ReportPair & { evidence: readonly string[] } {
    const { jaccard, containment } = groups.overlapOf(a, b);
    const [ofA, ofB] = containment;
    return {
      a: pathOf(a),
      b: pathOf(b),
      relation,
      jaccard: figure(jaccard),
      containment: [figure(ofA), figure(ofB)],
      score: figure(score),
      evidence: NOTHING,
    };
  }
  /** One question a group, with the pairs inside it, so that each text is looked at once. */
  function questionOn(members: readonly number[], own: readonly number[]): Question {
    const first = representativeOf(members);
    const others = members.filter((id) => id !== first && groups.copies[id] !== groups.copies[first]);
    return {
      first,
      others: (others.length > 0 ? others : members.filter((id) => id !== first)).slice(0, EVIDENCE_ARTICLES),
      pairs: own.map((i) => ({ a: pairs[i].a, b: pairs[i].b, isCopy: pairs[i].relation !== 'event' })),
    };
  }
}

const NOTHING: readonly string[] = [];

/** What an article of the report is made of. */
interface Reported {
  readonly corpus: Corpus;
  readonly digest: CorpusDigest;
  /** Per article the id of its group. */
  readonly copyIds: readonly (string | null)[];
  readonly eventIds: readonly (string | null)[];
}

/** Its members are made when they are asked for: most articles are only ever written out, one after the other. */
class ReportedArticle implements ReportArticle {
  readonly #known: Reported;
  readonly #id: number;

  constructor(known: Reported, id: number) {
    this.#known = known;
    this.#id = id;
  }

  get path(): string {
    return this.#known.corpus.articles[this.#id].path;
  }

  get title(): string {
    return titleOf(this.#known.corpus, this.#known.digest, this.#id);
  }

  get words(): number {
    return this.#known.digest.words[this.#id];
  }

  get furnitureWords(): number {
    return this.#known.digest.furnitureWords[this.#id];
  }

  get copy(): string | null {
    return this.#known.copyIds[this.#id];
  }

  get event(): string | null {
    return this.#known.eventIds[this.#id];
  }

  get date(): string | null {
    const { day } = this.#known.corpus.articles[this.#id];
    return day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
  }

  get source(): string | null {
    return this.#known.corpus.articles[this.#id].source;
  }

  get sha256(): string | null {
    return this.#known.corpus.articles[this.#id].sha256;
  }
}

/** The report as plain values, which need nothing else. */
export function plainReport(report: Report): Report {
  const articles = report.articles.map(
    ({ path, title, words, furnitureWords, copy, event, date, source, sha256 }): ReportArticle => ({
      path,
      title,
      words,
      furnitureWords,
      copy,
      event,
      date,
      source,
      sha256,
    }),
  );
  return { ...report, articles };
}

/**
 * The groups, asked once for what they know: copies that were found have been measured. All is asked with a < b.
 */
function withoutRepeats(groups: Groups, count: number): Groups {
  const copies = new Map(groups.copyPairs.map((pair) => [pair.a * count + pair.b, pair]));
  return {
    ...groups,
    copyOf: (a, b) => copies.get(a * count + b) ?? groups.copyOf(a, b),
    overlapOf: (a, b) => copies.get(a * count + b) ?? groups.overlapOf(a, b),
  };
}

/** Per group the pairs in it; every pair lies inside a group. */
function pairsInside(lists: readonly number[][], pairs: readonly FoundPair[], count: number): number[][] {
  const listOf = new Uint32Array(count);
  for (const [list, members] of lists.entries()) for (const id of members) listOf[id] = list;
  const inside: number[][] = lists.map(() => []);
  for (const [i, { a }] of pairs.entries()) inside[listOf[a]].push(i);
  return inside;
}

/** The options that the report depends on. */
function recorded(options: Options): MadeWith {
  return Object.fromEntries(RECORDED.map((name) => [name, options[name]])) as MadeWith; // fromEntries forgets the keys
}

/** The declared headline, the first line where it reads like one, or the first words. */
export function titleOf(corpus: Corpus, digest: CorpusDigest, id: number): string {
  const declared = corpus.articles[id].title;
  if (declared) return declared;
  const bytes = partOf(corpus.texts, id, digest.titles[2 * id], digest.titles[2 * id + 1]);
  const text = textAt(bytes, 0, bytes.length);
  if (digest.titled[id]) return text;
  const words = text.split(' ').slice(0, 12).join(' ');
  return words.length < text.length ? `${words} …` : words;
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

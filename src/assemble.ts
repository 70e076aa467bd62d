import type { Corpus } from './article.ts';
import { textOf } from './article.ts';
import { type CorpusDigest, type Evidence, ownCopy, type Question, textAt } from './engines/index.ts';
import { type Groups, strength } from './grouping.ts';
import type { Options } from './options.ts';
import { type MadeWith, RECORDED, type Report, type ReportArticle, type ReportEvent, type ReportGroup, type ReportPair } from './report.ts';
import { chooseRepresentative, groupsOf, type Partition } from './stages/group/index.ts';

/** Pairs of a group whose scores make its cohesion; of a larger group as many are taken, evenly. */
const COHESION_PAIRS = 400;
/** Up to this size all pairs of a group are reported, above it so many links of each article. */
const SMALL_GROUP = 6;
const BEST_LINKS = 2;
/** Articles of an event that its evidence is drawn from, beside the representative. */
const EVIDENCE_ARTICLES = 8;

/** Where the report gets its evidence from: the answers to its questions, in their order. */
export type Gather = (questions: readonly Question[]) => Promise<readonly Evidence[]>;

/** The report on what was found: paths for ids, evidence for pairs, everything in a fixed order. */
export async function assemble(corpus: Corpus, digest: CorpusDigest, groups: Groups, gather: Gather, options: Options): Promise<Report> {
  const pathOf = (id: number) => corpus.articles[id].path;
  const representativeOf = (members: readonly number[]) => chooseRepresentative(members, corpus, digest, options);
  const copyLists = groupsOf(groups.copies);
  const eventLists = options.only === 'copies' ? [] : groupsOf(groups.events);
  const largeCopies = largeOf(copyLists);
  const largeEvents = largeOf(eventLists);
  const copyIds = idsByArticle(copyLists, 'c');
  const eventIds = idsByArticle(eventLists, 'e');
  const pairs = [...strongest(copyPairs(), groups.copies, largeCopies), ...strongest(eventPairs(), groups.events, largeEvents)];
  pairs.sort((p, q) => p.a - q.a || p.b - q.b);
  const links = bestLinks(pairs);
  const lists = options.only === 'copies' ? copyLists : eventLists;
  const evidence = await askFor(lists, pairs);

  const copies = copyLists.map(
    (members, i): ReportGroup => ({
      id: `c${i + 1}`,
      articles: members.map(pathOf),
      representative: pathOf(representativeOf(members)),
      cohesion: cohesion(members, (a, b) => jaccardOf(a, b)),
      weakest: weakest(members, links.copies),
    }),
  );
  const events = eventLists.map((members, i): ReportEvent => {
    const representative = representativeOf(members);
    return {
      id: `e${i + 1}`,
      articles: members.map(pathOf),
      representative: pathOf(representative),
      cohesion: cohesion(members, groups.eventScoreOf),
      weakest: weakest(members, links.events),
      copies: [...new Set(members.flatMap((id) => copyIds.get(id) ?? []))].sort(byNumber),
      evidence: evidence.groups[i],
    };
  });
  return {
    schemaVersion: 1,
    madeWith: recorded(options),
    articles: corpus.articles.flatMap((_, id) => (digest.furnitureOnly[id] ? [] : [articleOf(id)])),
    copies,
    events,
    pairs: pairs.map((pair, i) => reportPair(pair, evidence.pairs[i])),
    skipped: [...corpus.skipped, ...withoutText()].sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : 0)),
  };

  function articleOf(id: number): ReportArticle {
    const { path, day, source, sha256 } = corpus.articles[id];
    return {
      path,
      title: titleOf(corpus, digest, id),
      words: digest.words[id],
      furnitureWords: digest.furnitureWords[id],
      copy: copyIds.get(id) ?? null,
      event: eventIds.get(id) ?? null,
      date: day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10),
      source,
      sha256,
    };
  }
  function withoutText() {
    return corpus.articles.flatMap(({ path }, id) => (digest.furnitureOnly[id] ? [{ path, reason: 'furniture only' }] : []));
  }
  /** All copies within a small group; of a large one those that the run came upon. */
  function copyPairs(): FoundPair[] {
    const found = groups.copyPairs.filter(({ a, b }) => groups.copies[a] === groups.copies[b] && largeCopies.has(groups.copies[a]));
    const all = copyLists.flatMap((members) => (members.length > SMALL_GROUP ? [] : pairsOf(members, groups.copyOf)));
    return [...found, ...all].map((pair) => ({ a: pair.a, b: pair.b, relation: pair.relation, score: strength(pair) }));
  }
  /** The links that hold an event together, without those between copies. */
  function eventPairs(): FoundPair[] {
    if (!groups.links) return [];
    const found: FoundPair[] = [];
    const consider = (a: number, b: number, score: number) => {
      if (score >= options.eventScore && !groups.copyOf(a, b)) found.push({ a, b, relation: 'event', score });
    };
    const { pairs, scores } = groups.links;
    for (let i = 0; i < scores.length; i++) {
      const [a, b] = [pairs.a[i], pairs.b[i]];
      if (groups.events[a] === groups.events[b] && largeEvents.has(groups.events[a])) consider(a, b, scores[i]);
    }
    for (const members of eventLists) {
      if (members.length <= SMALL_GROUP)
        for (const [a, b] of pairsOf(members, (a, b) => [a, b] as const)) consider(a, b, groups.eventScoreOf(a, b));
    }
    return found;
  }
  function jaccardOf(a: number, b: number): number {
    return groups.overlapOf(a, b).jaccard;
  }
  function reportPair({ a, b, relation, score }: FoundPair, shown: readonly string[]): ReportPair {
    const { jaccard, containment } = groups.overlapOf(a, b);
    return { a: pathOf(a), b: pathOf(b), relation, jaccard, containment, score, evidence: shown };
  }

  /** One question a group, with the pairs inside it, so that each text is looked at once. */
  async function askFor(
    lists: readonly number[][],
    all: readonly FoundPair[],
  ): Promise<{ groups: (readonly string[])[]; pairs: (readonly string[])[] }> {
    const listOf = new Map(lists.flatMap((members, list) => members.map((id): [number, number] => [id, list])));
    const inside: number[][] = lists.map(() => []);
    for (const [i, { a }] of all.entries()) inside[listOf.get(a)!].push(i); // every pair lies inside a group
    const questions = lists.map((members, list): Question => {
      const first = representativeOf(members);
      const others = members.filter((id) => id !== first && groups.copies[id] !== groups.copies[first]);
      const compared = (others.length > 0 ? others : members.filter((id) => id !== first)).slice(0, EVIDENCE_ARTICLES);
      return {
        first,
        others: compared,
        pairs: inside[list].map((i) => ({ a: all[i].a, b: all[i].b, isCopy: all[i].relation !== 'event' })),
      };
    });
    const answers = await gather(questions);
    const pairs: (readonly string[])[] = new Array(all.length);
    for (const [list, answer] of answers.entries()) for (const [k, i] of inside[list].entries()) pairs[i] = answer.pairs[k];
    return { groups: answers.map((answer) => answer.group), pairs };
  }
}

/** The options that the report depends on. */
function recorded(options: Options): MadeWith {
  return Object.fromEntries(RECORDED.map((name) => [name, options[name]])) as MadeWith; // fromEntries forgets the keys
}

interface FoundPair {
  readonly a: number;
  readonly b: number;
  readonly relation: ReportPair['relation'];
  readonly score: number;
}

/**
 * Of the pairs of a group those that hold it together: all of a small group, of a larger one each article's best links.
 * So the report grows with the articles, not with the squares of its groups.
 */
function strongest(pairs: readonly FoundPair[], partition: Partition, large: ReadonlySet<number>): FoundPair[] {
  const order = Array.from(pairs.keys()).filter((i) => large.has(partition[pairs[i].a]));
  order.sort((i, j) => pairs[j].score - pairs[i].score || pairs[i].a - pairs[j].a || pairs[i].b - pairs[j].b);
  const taken = new Map<number, number>();
  const kept = new Set<number>();
  for (const i of order) {
    for (const id of [pairs[i].a, pairs[i].b]) {
      const links = taken.get(id) ?? 0;
      if (links < BEST_LINKS) {
        taken.set(id, links + 1);
        kept.add(i);
      }
    }
  }
  return pairs.filter((pair, i) => !large.has(partition[pair.a]) || kept.has(i));
}

/** The declared headline, the first line where it reads like one, or the first words. */
export function titleOf(corpus: Corpus, digest: CorpusDigest, id: number): string {
  const declared = corpus.articles[id].title;
  if (declared) return declared;
  const text = textAt(textOf(corpus.texts, id), digest.titles[2 * id], digest.titles[2 * id + 1]);
  if (digest.titled[id]) return ownCopy(text);
  const words = text.split(' ').slice(0, 12).join(' ');
  return ownCopy(words.length < text.length ? `${words} …` : words);
}

/** The groups whose pairs are not all reported, by their least id, which is their label in the partition. */
function largeOf(lists: readonly number[][]): Set<number> {
  return new Set(lists.flatMap((members) => (members.length > SMALL_GROUP ? [members[0]] : [])));
}

/** What `measure` says of each pair of a group, without the nulls. */
function pairsOf<Value>(members: readonly number[], measure: (a: number, b: number) => Value | null): Value[] {
  const values: Value[] = [];
  for (const [i, a] of members.entries()) {
    for (const b of members.slice(i + 1)) {
      const value = measure(a, b);
      if (value !== null) values.push(value);
    }
  }
  return values;
}

function idsByArticle(lists: readonly number[][], letter: string): Map<number, string> {
  return new Map(lists.flatMap((members, i) => members.map((id): [number, string] => [id, `${letter}${i + 1}`])));
}

function byNumber(x: string, y: string): number {
  return Number(x.slice(1)) - Number(y.slice(1));
}

/** Per article its best link: to a copy, and to any article of its event. */
function bestLinks(pairs: readonly FoundPair[]): { copies: Map<number, number>; events: Map<number, number> } {
  const copies = new Map<number, number>();
  const events = new Map<number, number>();
  for (const { a, b, relation, score } of pairs) {
    for (const id of [a, b]) {
      if (relation !== 'event') copies.set(id, Math.max(copies.get(id) ?? 0, score));
      events.set(id, Math.max(events.get(id) ?? 0, score));
    }
  }
  return { copies, events };
}

function weakest(members: readonly number[], links: ReadonlyMap<number, number>): number {
  return members.reduce((least, id) => Math.min(least, links.get(id) ?? 0), 1);
}

/** Mean of a measure over the pairs of a group, or over an even part of them; 0 for one article. */
export function cohesion(members: readonly number[], measure: (a: number, b: number) => number): number {
  const pairs = (members.length * (members.length - 1)) / 2;
  const step = Math.max(1, Math.floor(pairs / COHESION_PAIRS));
  let sum = 0;
  let taken = 0;
  let at = 0;
  for (let i = 0; i < members.length && taken < COHESION_PAIRS; i++) {
    for (let j = i + 1; j < members.length && taken < COHESION_PAIRS; j++) {
      if (at++ % step !== 0) continue;
      sum += measure(members[i], members[j]);
      taken++;
    }
  }
  return taken === 0 ? 0 : sum / taken;
}

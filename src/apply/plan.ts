import type { CopyClass } from '../article.ts';
import { UserError } from '../errors.ts';
import { fileOf } from '../fileOf.ts';
import type { Report, ReportArticle, ReportGroup, ReportPair } from '../report.ts';
import { isInside } from './paths.ts';
import type { Step } from './step.ts';

export type Action = 'move' | 'delete' | 'hardlink' | 'unique';

/** Which copies may go, and which article of a group stays. */
export interface Rules {
  readonly action: Action;
  /** A copy goes only for one of these; 'excerpt' lets the part go, never the whole. */
  readonly relation: readonly CopyClass[];
  /** The member that stays, of those given; always the same for the same members. */
  readonly choose: (members: readonly ReportArticle[]) => ReportArticle;
  /** True for what always stays. */
  readonly isKept: (path: string) => boolean;
}

/** A copy that goes, and the article that stays for it. */
export interface Going extends Step {
  readonly relation: CopyClass;
  readonly jaccard: number;
}

export interface PlannedGroup {
  readonly id: string;
  readonly title: string;
  readonly goes: readonly Going[];
  /** The first stands for the group; why the others stay. */
  readonly stays: readonly { readonly path: string; readonly why: string }[];
}

/**
 * What a report lets go, group by group. Pure: it looks at no file. Nothing goes but a copy of which the report holds a
 * verified pair, of a class that may go, with an article that stays: so no chain of edits leads away from what is kept.
 *
 *     K ─ reprint ─ a ─ reprint ─ b,  no pair K ─ b   →   K and b stay, a goes
 *
 * Articles of the same words (identical) count as one: what was verified of one holds for the other. Articles are kept
 * greedily, first those that --keep-path names, then by the rule, until every other one has a kept partner. Throws
 * UserError for a report that no action can rest on. O(pairs), and members times those kept.
 */
export function planOf(report: Report, rules: Rules): PlannedGroup[] {
  refuseUnusable(report);
  const articles = new Map(report.articles.map((article) => [article.path, article]));
  const pairs = copyPairs(report);
  return report.copies.map((group) => planGroup(group, articles, pairs.get(group.id) ?? [], rules));
}

function refuseUnusable({ articles }: Report): void {
  const onDisk = articles.filter(({ sha256 }) => sha256 !== null);
  if (articles.length > 0 && onDisk.length === 0)
    throw new UserError(
      'the report holds no hash of any file, so no file can be checked before it goes',
      'make it again from files, with this dedupe',
    );
  const stray = onDisk.find(({ path }) => !isInside(path));
  if (stray)
    throw new UserError(
      `${JSON.stringify(stray.path)} lies outside the working folder`,
      'only files below it are touched: make the report in a folder above all articles, and apply it there',
    );
}

function copyPairs({ articles, pairs }: Report): Map<string, ReportPair[]> {
  const copyOf = new Map(articles.map(({ path, copy }) => [path, copy]));
  const found = new Map<string, ReportPair[]>();
  for (const pair of pairs) {
    const copy = copyOf.get(pair.a);
    if (pair.relation === 'event' || copy == null || copy !== copyOf.get(pair.b)) continue;
    const list = found.get(copy);
    if (list) list.push(pair);
    else found.set(copy, [pair]);
  }
  return found;
}

function planGroup(
  group: ReportGroup,
  articles: ReadonlyMap<string, ReportArticle>,
  pairs: readonly ReportPair[],
  rules: Rules,
): PlannedGroup {
  const members = group.articles.map((path) => articles.get(path)!);
  const ties = new Ties(members, pairs);
  const stays: { path: string; why: string }[] = [];
  const goes: Going[] = [];
  const open = new Set(members);
  const keep = (kept: ReportArticle, why: string): void => {
    open.delete(kept);
    stays.push({ path: kept.path, why });
    if (kept.sha256 === null) return; // it cannot be checked, so nothing may go for it
    for (const member of open) {
      const pair = ties.between(member, kept);
      if (pair === null || !mayGo(member, kept, pair, rules)) continue;
      open.delete(member);
      goes.push({
        from: member.path,
        sha256: member.sha256!,
        kept: kept.path,
        keptSha256: kept.sha256,
        relation: pair.relation,
        jaccard: pair.jaccard,
      });
    }
  };
  const always = members.filter(({ path }) => rules.isKept(path));
  for (const member of always) open.delete(member);
  for (const member of always) keep(member, '--keep-path');
  while (open.size > 0) {
    const kept = rules.choose([...open]);
    keep(kept, stays.length === 0 ? '' : reasonToStay(kept, stays, articles, ties, rules));
  }
  const first = articles.get(stays[0].path)!;
  return { id: group.id, title: first.title, stays, goes: goes.sort((x, y) => (x.from < y.from ? -1 : 1)) };
}

/** A pair as seen from the one that would go. */
interface Tie {
  readonly relation: CopyClass;
  readonly jaccard: number;
  /** Share of the one that would go that the other holds, and the reverse. */
  readonly inKept: number;
  readonly ofKept: number;
}

function mayGo(member: ReportArticle, kept: ReportArticle, tie: Tie, { action, relation }: Rules): boolean {
  if (!canGo(member, action) || !relation.includes(tie.relation)) return false;
  if (action === 'hardlink') return member.sha256 === kept.sha256 && fileOf(kept.path).record === null;
  return tie.relation !== 'excerpt' || tie.inKept >= tie.ofKept;
}

/** A record cannot be taken out of its file. */
function canGo({ path, sha256 }: ReportArticle, action: Action): boolean {
  return sha256 !== null && (action === 'unique' || fileOf(path).record === null);
}

function reasonToStay(
  member: ReportArticle,
  stays: readonly { readonly path: string }[],
  articles: ReadonlyMap<string, ReportArticle>,
  ties: Ties,
  { action, relation }: Rules,
): string {
  if (member.sha256 === null) return 'not a file';
  if (!canGo(member, action)) return 'a record of a JSONL file; --unique-to can leave it out';
  const known = stays.flatMap(({ path }) => ties.between(member, articles.get(path)!) ?? []);
  const [best] = known.sort((x, y) => y.jaccard - x.jaccard);
  if (best === undefined) return 'no verified pair with one that stays';
  if (action === 'hardlink') return 'other bytes';
  if (!relation.includes(best.relation)) return `${best.relation}, not in --relation`;
  return 'holds more than the one that stays';
}

/** The verified pairs of a group, between classes of identical members. */
class Ties {
  readonly #classOf = new Map<string, string>();
  readonly #ties = new Map<string, { readonly pair: ReportPair; readonly relation: CopyClass }>();

  constructor(members: readonly ReportArticle[], pairs: readonly ReportPair[]) {
    const leader = new Map(members.map(({ path }) => [path, path]));
    const find = (path: string): string => {
      let at = path;
      while (leader.get(at) !== at) at = leader.get(at)!;
      return at;
    };
    for (const { a, b, relation } of pairs) if (relation === 'identical') leader.set(find(b), find(a));
    for (const { path } of members) this.#classOf.set(path, find(path));
    for (const pair of pairs) {
      if (pair.relation === 'event') continue;
      const key = this.#key(pair.a, pair.b);
      const known = this.#ties.get(key);
      if (known === undefined || pair.jaccard > known.pair.jaccard) this.#ties.set(key, { pair, relation: pair.relation });
    }
  }

  between({ path: goer }: ReportArticle, { path: kept }: ReportArticle): Tie | null {
    const classes = [this.#classOf.get(goer)!, this.#classOf.get(kept)!];
    if (classes[0] === classes[1]) return { relation: 'identical', jaccard: 1, inKept: 1, ofKept: 1 };
    const tie = this.#ties.get(this.#key(goer, kept));
    if (tie === undefined) return null;
    const [ofA, ofB] = tie.pair.containment;
    const goerIsA = this.#classOf.get(tie.pair.a) === classes[0];
    return { relation: tie.relation, jaccard: tie.pair.jaccard, inKept: goerIsA ? ofA : ofB, ofKept: goerIsA ? ofB : ofA };
  }

  #key(x: string, y: string): string {
    return [this.#classOf.get(x)!, this.#classOf.get(y)!].sort().join('\0');
  }
}

import type { Mistakes, RelationEvaluation, Why } from '../../evaluation.ts';
import type { Page } from './evaluationText.ts';
import { counted, share, thousands } from './figures.ts';
import { fitEnd, fitMiddle, wrap } from './fit.ts';
import { safe } from './safe.ts';

/** Terms of the event score that are the same for every pair of a corpus, and so no reason for one. */
const COMMON_TERMS = ['base', 'small corpus'];
const TERMS = 3;

/** `Events: misses, 5 of 63` */
export function mistakesHeading(what: string, { total, worst }: Mistakes): string {
  return total > worst.length ? `${what}, ${thousands(worst.length)} of ${thousands(total)}` : `${what} (${thousands(total)})`;
}

/** The worst mistakes of a kind: what belongs together or apart by the labels, the pair that shows it best, and the reason. */
export function mistakeLines(
  evaluation: RelationEvaluation,
  kind: 'falseJoins' | 'misses',
  skipped: readonly string[],
  { columns, inks }: Page,
): string[] {
  const { relation, bcubed } = evaluation;
  const withoutText = new Set(skipped);
  return evaluation[kind].worst.flatMap(({ pairs, a, b, labels, why }) => {
    const names = labels.map(safe);
    const what = kind === 'misses' ? `${names[0]} in parts` : names.join(' with ');
    const reasons =
      why !== null
        ? kind === 'misses'
          ? whyApart(why, relation)
          : whyJoined(why, relation)
        : withoutText.has(a) || withoutText.has(b)
          ? ['one of the two has no text of its own']
          : [];
    return [
      `  ${fitEnd(bcubed === null ? `labelled ${names[0]}` : `${counted(pairs, 'pair')}: ${what}`, columns - 2)}`,
      ...[a, b].map((path) => `    ${fitMiddle(safe(path), columns - 4)}`),
      ...reasons.flatMap((reason) => wrap(reason, columns - 6, 2).map((line, at) => inks.faint(`    ${at === 0 ? '' : '  '}${line}`))),
    ];
  });
}

function whyJoined(why: Why, relation: 'event' | 'copy'): string[] {
  const alike = `similarity ${share(why.jaccard)}, containment ${share(Math.max(...why.containment))}`;
  const shared = why.evidence.length > 0 ? [`both have: ${why.evidence.map(safe).join('; ')}`] : [];
  if (why.relation !== null && why.relation !== 'event') return [`${why.relation}: ${alike}`, ...shared];
  if (relation === 'copy') return [`joined through others of their group: ${alike}`, ...shared];
  const [score] = boundsOf(why, ['event score']);
  if (score && !score.met) return [`joined through others of their event: ${missed(score)}`, ...shared];
  return [`event score ${share(why.event.score)}: ${influences(why, 1)}`, ...shared];
}

function whyApart(why: Why, relation: 'event' | 'copy'): string[] {
  return relation === 'event' ? whyNotOneEvent(why) : whyNoCopies(why);
}

function whyNotOneEvent(why: Why): string[] {
  const unmet = boundsOf(why, ['event score', 'event as a whole']).filter(({ met }) => !met);
  if (unmet.length === 0) return ['every bound met, but the two were never compared'];
  return [`missed: ${unmet.map(missed).join('; ')}`, `against it: ${influences(why, -1)}`];
}

function whyNoCopies(why: Why): string[] {
  const unmet = why.bounds.filter(({ name, met }) => !met && !name.includes('event'));
  // Of similarity and containment one is enough; where it was met, something later was not.
  const shared = boundsOf(why, ['similarity', 'containment']);
  const decisive = shared.some(({ met }) => met) ? unmet.filter((bound) => !shared.includes(bound)) : shared;
  return [decisive.length === 0 ? 'every bound met, but the two were never compared' : `missed: ${decisive.map(missed).join('; ')}`];
}

type Bound = Why['bounds'][number];

function missed({ name, value, bound }: Bound): string {
  return `${name} ${share(value)}, bound ${share(bound)}`;
}

function boundsOf({ bounds }: Why, names: readonly string[]): Bound[] {
  return bounds.filter(({ name }) => names.includes(name));
}

/** The terms that speak most for the event, or against it. */
function influences({ event }: Why, sign: 1 | -1): string {
  const terms = event.terms
    .map(({ name, value, weight }) => ({ name, influence: value * weight }))
    .filter(({ name, influence }) => influence * sign > 0 && !COMMON_TERMS.includes(name))
    .sort((one, other) => sign * (other.influence - one.influence) || (one.name < other.name ? -1 : 1));
  const shown = terms
    .slice(0, TERMS)
    .map(({ name, influence }) => `${safe(name)} ${sign < 0 ? '−' : '+'}${Math.abs(influence).toFixed(1)}`);
  return shown.length === 0 ? 'nothing by itself' : shown.join(', ');
}

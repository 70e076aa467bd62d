import type { Report, ReportGroup } from '../report.ts';

/**
 * The report with its figures as JSON keeps them, to 4 decimals: so that every format says the same, byte by byte, of a
 * report just made and of the same one saved and read again.
 */
export function asSaved(report: Report): Report {
  const group = <Group extends ReportGroup>(each: Group): Group => ({
    ...each,
    cohesion: saved(each.cohesion),
    weakest: saved(each.weakest),
  });
  return {
    ...report,
    copies: report.copies.map(group),
    events: report.events.map(group),
    pairs: report.pairs.map((pair) => ({
      ...pair,
      jaccard: saved(pair.jaccard),
      containment: [saved(pair.containment[0]), saved(pair.containment[1])],
      score: saved(pair.score),
    })),
  };
}

/** To 4 decimals. */
export function saved(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

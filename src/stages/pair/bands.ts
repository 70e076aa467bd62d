/**
 * Chance that two articles of Jaccard similarity s meet in at least one band: 1 − (1 − sʳ)ᵇ.
 * Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, §3.4.
 */
export function meetProbability(s: number, b: number, r: number): number {
  return 1 - (1 - s ** r) ** b;
}

export interface Banding {
  readonly bands: number;
  readonly rows: number;
  /** Chance that a pair at the similarity bound meets in no band. */
  readonly missRate: number;
}

/**
 * The banding with the most rows, so with the fewest false candidates, that finds a pair at the bound with the recall
 * wanted; of those the one with the fewest bands. When not even one row a band is enough, one row a band is used and
 * missRate says what is lost.
 */
export function deriveBanding(similarity: number, hashes: number, recall: number): Banding {
  for (let rows = hashes; rows >= 1; rows--) {
    const most = Math.floor(hashes / rows);
    if (meetProbability(similarity, most, rows) < recall) continue;
    const bands = similarity >= 1 ? 1 : Math.max(1, Math.ceil(Math.log(1 - recall) / Math.log(1 - similarity ** rows)));
    return { bands: Math.min(bands, most), rows, missRate: 1 - meetProbability(similarity, Math.min(bands, most), rows) };
  }
  return { bands: hashes, rows: 1, missRate: 1 - meetProbability(similarity, hashes, 1) };
}

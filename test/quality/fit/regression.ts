/** What is learned from: rows of term values, each with its truth (0 or 1) and its weight. */
export interface Rows {
  readonly values: Float64Array;
  readonly truth: Uint8Array;
  /** Of every row in these. */
  readonly weight: number;
}

const STEPS = 30;
const SETTLED = 1e-5;

/**
 * Weights of a logistic regression by Newton's method (iteratively reweighted least squares), with an L2 penalty on all
 * terms but the `free` ones, in proportion to the spread of a term: halfway between a penalty on bare weights and one on
 * standardized terms. Terms in `leftOut` get no weight. O(rows · terms²) a step.
 */
export function fitLogistic(
  rows: readonly Rows[],
  terms: number,
  penalty: number,
  free: ReadonlySet<number>,
  leftOut: ReadonlySet<number>,
): Float64Array {
  const spreads = spreadsOf(rows, terms);
  const used = Array.from({ length: terms }, (_, term) => term).filter((term) => !leftOut.has(term));
  const weights = new Float64Array(terms);
  for (let step = 0; step < STEPS; step++) {
    const size = used.length;
    const curvature = new Float64Array(size * size);
    const slope = new Float64Array(size);
    const row = new Float64Array(size);
    for (const { values, truth, weight } of rows) {
      for (let i = 0; i < truth.length; i++) {
        let sum = 0;
        for (let k = 0; k < size; k++) {
          row[k] = values[i * terms + used[k]];
          sum += weights[used[k]] * row[k];
        }
        const chance = 1 / (1 + Math.exp(-sum));
        const error = weight * (truth[i] - chance);
        const bend = weight * Math.max(1e-6, chance * (1 - chance));
        for (let k = 0; k < size; k++) {
          if (row[k] === 0) continue;
          slope[k] += error * row[k];
          const scaled = bend * row[k];
          for (let j = 0; j <= k; j++) curvature[k * size + j] += scaled * row[j];
        }
      }
    }
    for (let k = 0; k < size; k++) {
      for (let j = 0; j < k; j++) curvature[j * size + k] = curvature[k * size + j];
      const own = free.has(used[k]) ? 0 : penalty * spreads[used[k]];
      slope[k] -= own * weights[used[k]];
      curvature[k * size + k] += own + 1e-6;
    }
    const change = solve(curvature, slope);
    for (let k = 0; k < size; k++) weights[used[k]] += change[k];
    if (change.every((value) => Math.abs(value) < SETTLED)) break;
  }
  return weights;
}

/** Standard deviation of each term over the weighted rows. */
function spreadsOf(rows: readonly Rows[], terms: number): Float64Array {
  const sums = new Float64Array(terms);
  const squares = new Float64Array(terms);
  let total = 0;
  for (const { values, truth, weight } of rows) {
    total += weight * truth.length;
    for (let at = 0; at < values.length; at++) {
      sums[at % terms] += weight * values[at];
      squares[at % terms] += weight * values[at] ** 2;
    }
  }
  return sums.map((sum, term) => Math.sqrt(Math.max(0, squares[term] / total - (sum / total) ** 2)));
}

/** Gauss–Jordan elimination with pivots; changes both arguments, and answers in the second. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const swap = (x: number, y: number) => {
    for (let k = 0; k < size; k++) [matrix[x * size + k], matrix[y * size + k]] = [matrix[y * size + k], matrix[x * size + k]];
    [right[x], right[y]] = [right[y], right[x]];
  };
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let row = i + 1; row < size; row++) if (Math.abs(matrix[row * size + i]) > Math.abs(matrix[pivot * size + i])) pivot = row;
    swap(i, pivot);
    for (let row = 0; row < size; row++) {
      if (row === i) continue;
      const factor = matrix[row * size + i] / matrix[i * size + i];
      if (factor === 0) continue;
      for (let k = i; k < size; k++) matrix[row * size + k] -= factor * matrix[i * size + k];
      right[row] -= factor * right[i];
    }
  }
  for (let i = 0; i < size; i++) right[i] /= matrix[i * size + i];
  return right;
}

/** Of what both count: how often they name the same number, and how often only others. Amounts are sorted. */
export interface Agreement {
  same: number;
  other: number;
}

/** Compares the amounts values[aFrom] … values[aTo − 1] with those from bFrom to bTo, word by word. O(length of both). */
export function compareAmounts(values: Uint32Array, aFrom: number, aTo: number, bFrom: number, bTo: number, out: Agreement): void {
  out.same = 0;
  out.other = 0;
  let [a, b] = [aFrom, bFrom];
  while (a < aTo && b < bTo) {
    const word = values[a] >>> 16;
    const wordOfB = values[b] >>> 16;
    if (word < wordOfB) a++;
    else if (wordOfB < word) b++;
    else {
      let agree = false;
      while (a < aTo && b < bTo && values[a] >>> 16 === word && values[b] >>> 16 === word) {
        if (values[a] === values[b]) agree = true;
        if (values[a] <= values[b]) a++;
        else b++;
      }
      while (a < aTo && values[a] >>> 16 === word) a++;
      while (b < bTo && values[b] >>> 16 === word) b++;
      if (agree) out.same++;
      else out.other++;
    }
  }
}

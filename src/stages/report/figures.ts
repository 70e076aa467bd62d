/** Figures as the report writes them; none depends on the locale. */

/** 1234567 → 1,234,567 */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 1 → 1 event; 2 → 2 events */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(count)} ${count === 1 ? noun : plural}`;
}

/** A similarity or score, 0–1, with two decimals; 1.00 is said of 1 alone. */
export function share(value: number): string {
  return (value < 1 ? Math.min(value, 0.99) : value).toFixed(2);
}

/** 1 of 3 → 33%; 100% and 0% are said of all and none alone. */
export function percent(part: number, total: number): string {
  const rounded = Math.round((100 * part) / total);
  if (part > 0 && rounded === 0) return 'under 1%';
  return part < total && rounded === 100 ? 'over 99%' : `${rounded}%`;
}

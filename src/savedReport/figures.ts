/** A figure as JSON keeps it, to 4 decimals. */
export function saved(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

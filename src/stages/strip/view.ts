/** Lines in hand, in order: all lines of the text, or those that are left. */
export interface View {
  readonly lines: Uint32Array;
  readonly count: number;
}

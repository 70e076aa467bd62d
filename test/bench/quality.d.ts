import type { Truth } from './generate.js';

export interface Found {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly foundPairs: number;
  readonly truePairs: number;
  readonly kinds: Readonly<Record<string, { readonly copies: number; readonly found: number }>>;
}
export function measureGroups(groups: readonly (readonly string[])[], truth: Readonly<Record<string, Truth>>): Found;
export function groupsOf(report: { readonly copies: readonly { readonly articles: readonly string[] }[] }): string[][];

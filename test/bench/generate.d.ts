export interface Truth {
  readonly copyOf: number | null;
  readonly copyKind: 'identical' | 'edited' | 'cut' | 'rewritten' | null;
  readonly event: number | null;
  readonly ownWords: number;
  readonly furnitureWords: number;
}
export interface GeneratedArticle {
  readonly name: string;
  readonly text: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly source: string;
  readonly truth: Truth;
}
export interface GenerateOptions {
  readonly count: number;
  readonly seed?: number;
}
export interface Written {
  readonly truth: Readonly<Record<string, Truth>>;
  readonly bytes: number;
}

export const VERSION: number;
export function generate(options: GenerateOptions): Generator<GeneratedArticle>;
export function writeFiles(dir: string, options: GenerateOptions): Written;
export function writeJsonl(file: string, options: GenerateOptions): Written;

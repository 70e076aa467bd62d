import type { Corpus } from '../../article.ts';
import type { Options } from '../../options.ts';

/** An article as the library takes it: its text, or its text with what is known of it. */
export type ArticleInput =
  | string
  | { readonly text: string; readonly id?: string; readonly title?: string; readonly date?: string | Date; readonly source?: string };

/** Where articles come from: paths (folders, files, globs, '-') or values. */
export type Source =
  | { readonly paths: readonly string[]; readonly cwd?: string; readonly stdin?: AsyncIterable<Uint8Array> }
  | { readonly articles: Iterable<ArticleInput> | AsyncIterable<ArticleInput> };

export async function read(source: Source, options: Options): Promise<Corpus> {
  throw new Error(`not yet: ${String([source, options])}`);
}

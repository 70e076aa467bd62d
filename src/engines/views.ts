import { type Texts, textOf } from '../article.ts';
import { type Lists, valuesOf } from '../columns/lists.ts';
import { copyText, makeTextTokens, scanText } from '../kernel/text.ts';
import { unpackSpans } from './digest.ts';
import type { OwnView } from './evidence.ts';

/** Views kept: a group is shown article by article, and its articles meet again and again. */
const KEPT = 48;

/** The own texts of a corpus as tokens, on demand: few articles are ever shown. `ownSpans` are those of the digest. */
export function viewer(texts: Texts, ownSpans: Lists): (id: number) => OwnView {
  const views = new Map<number, OwnView>();
  const scratch = makeTextTokens();
  return (id) => {
    const kept = views.get(id);
    if (kept) return kept;
    const bytes = textOf(texts, id);
    const { spans, newLine } = unpackSpans(valuesOf(ownSpans, id));
    scanText(bytes, spans, newLine, scratch);
    // Scanning wants room for many more tokens than there are.
    const view: OwnView = { bytes, text: copyText(scratch) };
    if (views.size === KEPT) views.clear();
    views.set(id, view);
    return view;
  };
}

import { type Ragged, type Texts, textOf } from '../article.ts';
import { makeTextTokens, scanText } from '../kernel/text.ts';
import { listOf } from '../ragged.ts';
import { unpackSpans } from './digest.ts';
import type { OwnView } from './evidence.ts';

/** Views kept: a group is shown article by article, and its articles meet again and again. */
const KEPT = 48;

/** The own texts of a corpus as tokens, on demand: few articles are ever shown. `ownSpans` are those of the digest. */
export function viewer(texts: Texts, ownSpans: Ragged): (id: number) => OwnView {
  const views = new Map<number, OwnView>();
  return (id) => {
    const kept = views.get(id);
    if (kept) return kept;
    const bytes = textOf(texts, id);
    const { spans, newLine } = unpackSpans(listOf(ownSpans, id));
    const text = makeTextTokens();
    scanText(bytes, spans, newLine, text);
    const view: OwnView = { bytes, text };
    if (views.size === KEPT) views.clear();
    views.set(id, view);
    return view;
  };
}

import { type Texts, textOf } from '../article.ts';
import { makeTextTokens, scanText } from '../kernel/text.ts';
import { type SharedLines, strip } from '../stages/strip/index.ts';
import type { OwnView } from './evidence.ts';

/** Views kept: a group is shown article by article, and its articles meet again and again. */
const KEPT = 512;

/** Own texts on demand: stripped again rather than kept, since few articles are ever shown. */
export function viewer(texts: Texts, shared: SharedLines | null): (id: number) => OwnView {
  const views = new Map<number, OwnView>();
  return (id) => {
    const kept = views.get(id);
    if (kept) return kept;
    const bytes = textOf(texts, id);
    const own = strip(bytes, shared);
    const text = makeTextTokens();
    scanText(bytes, own.spans, own.newLine, text);
    const view: OwnView = { bytes, text };
    if (views.size === KEPT) views.clear();
    views.set(id, view);
    return view;
  };
}

import { kernel } from '../../kernel/index.ts';
import type { Facts } from '../../kernel/lines/facts.ts';
import { phraseBook } from './phrasebook.ts';

export type { Facts } from '../../kernel/lines/facts.ts';

/** What is known of a text's lines. O(bytes). The answer is scratch: good until the next call. */
export function readFacts(bytes: Uint8Array): Facts {
  return kernel().readFacts(bytes, phraseBook());
}

/** Written texts as `verify` sees them: shingles, facts, quotations and fingerprint of each, nothing stripped. */
import { commonTrigrams } from '../../src/background/index.ts';
import { RaggedBuilder } from '../../src/columns/ragged.ts';
import { describe as featuresOf, languageMask } from '../../src/stages/link/index.ts';
import { shingle } from '../../src/stages/shingle/index.ts';
import { ordinaryWords, type VerifyInput } from '../../src/stages/verify/index.ts';
import { ownText } from '../kernel/scanned.ts';

export function written(texts: readonly string[]): VerifyInput {
  const shingles = new RaggedBuilder();
  const numbers = new RaggedBuilder();
  const names = new RaggedBuilder();
  const amounts = new RaggedBuilder();
  const quotes = new RaggedBuilder();
  const strange = new RaggedBuilder();
  const ordinary = new Uint32Array(texts.length);
  const fingerprints = new Uint32Array(2 * texts.length);
  for (const [i, text] of texts.entries()) {
    const own = ownText(text);
    const set = shingle(own.text.tokens, 3, commonTrigrams());
    shingles.push(set.shingles);
    fingerprints.set(set.fingerprint, 2 * i);
    const features = featuresOf(own.bytes, own.text, languageMask(['en']));
    numbers.push(features.numbers);
    names.push(features.names);
    amounts.push(features.amounts);
    quotes.push(features.quotes);
    const words = ordinaryWords(features);
    ordinary[i] = words.count;
    strange.push(words.strange);
  }
  return {
    shingles: shingles.finish(),
    numbers: numbers.finish(),
    names: names.finish(),
    amounts: amounts.finish(),
    quotes: quotes.finish(),
    ordinary,
    strange: strange.finish(),
    fingerprints,
  };
}

/** A story of 150 words, with eight numbers in it. */
export const FERRY = `The ferry Moraven Star ran aground off Skell Point shortly after 6.40 on Tuesday evening with 212 passengers aboard.
Lifeboats from Skell and Brinmouth brought everyone ashore before midnight, and 14 people were treated for bruises and cold.
“We felt a long grinding shudder and then the lights went out,” said Ada Fennimore, a schoolteacher who was travelling with her class.
The harbour master, Tobias Wren, said the ship had left the dredged channel in thick fog while avoiding a fishing boat that showed no lights.
Divers found a gash of 9 metres below the waterline on the port side, and pumps were keeping the engine room dry.
The operator, Estuary Lines, said it would charter the smaller vessel Heron from Thursday and refund all 1,180 tickets already sold.
Investigators recovered the voyage recorder and expect to publish a first report within 30 days, a spokeswoman added.
The crossing has operated since 1926 and has had one accident before, when a mooring rope parted and injured 3 dockers.`;

export const LINES = FERRY.split('\n');

/** Another outlet's own words. */
export const OTHER = `Seagulls have learned to open the lids of the new recycling bins in Dunmere, residents complained to the council this week.
“They work in pairs, one stands on the pedal and the other does the shopping,” said Walter Preece, who photographed the birds from his kitchen.
The council paid for heavier lids last spring after foxes had emptied the old ones, but the birds have outwitted the designers again.
A biologist at the university, Ingrid Solberg, asked people to send in films so that the behaviour can be studied before the bins are changed.
The mayor said that no money was left in the budget for a third model and suggested a brick.`;

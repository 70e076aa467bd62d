/** Written texts as `link` sees them: the table of their features, nothing stripped. */

import { RaggedBuilder } from '../../src/columns/ragged.ts';
import type { TextTokens } from '../../src/kernel/text.ts';
import { describe, type Features, type FeatureTable, languageMask, NO_DAY } from '../../src/stages/link/index.ts';
import { ownText } from '../kernel/scanned.ts';

export function featuresOf(text: string, languages: readonly string[] = [], table?: TextTokens): Features {
  const own = ownText(text, table);
  return keptFeatures(describe(own.bytes, own.text, languageMask(languages)));
}

/** Features that outlast the next call of the kernel. */
export function keptFeatures(features: Features): Features {
  const { stems, counts, numbers, names, quotes, ages, amounts } = features;
  const lists = { stems, counts, numbers, names, quotes, ages, amounts };
  return { ...features, ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.slice()])) };
}

export function tableOf(texts: readonly string[], days: readonly number[] = []): FeatureTable {
  const features = texts.map((text) => featuresOf(text));
  const ragged = (name: 'stems' | 'counts' | 'numbers' | 'quotes' | 'amounts') => {
    const builder = new RaggedBuilder();
    for (const one of features) builder.push(one[name]);
    return builder.finish();
  };
  return {
    count: texts.length,
    stems: ragged('stems'),
    counts: ragged('counts').values,
    numbers: ragged('numbers'),
    quotes: ragged('quotes'),
    amounts: ragged('amounts'),
    ages: Uint32Array.from(features.flatMap((one) => [...one.ages])),
    weekdays: Uint8Array.from(features, (one) => one.weekdays),
    months: Uint16Array.from(features, (one) => one.months),
    days: Int32Array.from(texts, (_, i) => days[i] ?? NO_DAY),
  };
}

/** Numbers of the bits that are set. */
export function bitsOf(...words: readonly number[]): number[] {
  return words.flatMap((word, i) => Array.from({ length: 32 }, (_, bit) => 32 * i + bit).filter((bit) => (word >>> (bit & 31)) & 1));
}

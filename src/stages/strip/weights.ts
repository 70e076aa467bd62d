import type { Kind } from './phrases.ts';

/**
 * Weights of the logit: how much each fact says that a line is the article's own (positive) or furniture (negative).
 * Logistic regression, L2 = 3, line weight √min(words, 40), on 75 + 987 news pages marked line by line; of 85 facts tried,
 * those that earn a place. Do not turn one by hand to mend one page: the rules of residue.ts are for that.
 */
export const WEIGHTS = {
  bias: 0.77,
  'one word': -1.98,
  'two words': -0.76,
  '6–9 words': 0.53,
  '16–30 words': 0.38,
  '31–60 words': 0.93,
  'over 60 words': 1.34,
  'ends a sentence': 1.32,
  'short, ends a sentence': -1.06,
  'ends with a colon': 1.43,
  bullet: 0.96,
  'sentence ends inside': 0.22,
  commas: 0.41,
  capitals: -0.76,
  'function words': -1.21,
  'words of the text, short line': 1.87,
  'words of the text, long line': 1.34,
  'no sentence before it': -0.96,
  'no sentence after it': 0.54,
  'late in the text': -1.0,
  'after a sentence': 0.53,
  'before a sentence': 0.5,
  'sentences around it': 0.74,
  'sentences in the part': 2.54,
  'after furniture words': -0.69,
  'before furniture words': -0.45,
  'sentence among furniture words': -4.07,
  'among furniture words': -8.35,
  'in comments': -3.57,
  'sentence in comments': -5.65,
  'in a related list': -0.34,
  'sentence in a text of sentences': -1.66,
  'fragment in a text of sentences': -1.4,
} as const;

/** Weights of phrases: at the line's start or the whole of it; in a line of up to 12 words; in a longer one. */
export const PHRASE_WEIGHTS: { readonly [K in Kind]?: readonly [strong: number, short: number, long: number] } = {
  'related list': [-2.66, 0, 0],
  'comment form': [-1.4, 0, 0],
  newsletter: [-2.84, -2.84, -2.55],
  'share bar': [-0.83, -1.36, 0],
  copyright: [-2.31, -2.31, 0],
  'photo credit': [-1.82, -1.82, -3.49],
  'author box': [0, 0, 0],
  advertisement: [-2.14, 0, 0],
  'link to more': [-2.14, 0, 0],
  'sign-in': [0, 0, 0],
  'cookie notice': [-1.83, -1.83, 0],
  navigation: [-0.98, 0, 0],
  'by-line': [-2.43, 0, 0],
  // The last two are not fitted: no page set at hand marks them.
  poll: [-1, 0, 0],
  'about the outlet': [0, 0, 0],
};

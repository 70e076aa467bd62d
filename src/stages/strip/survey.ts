import { kernel } from '../../kernel/index.ts';
import type { LineSurvey } from '../../kernel/lines/survey.ts';

export type { LineSurvey } from '../../kernel/lines/survey.ts';

/** Notes an article's lines for the corpus: keys, words, sampled shingles. O(bytes). */
export function survey(bytes: Uint8Array): LineSurvey {
  const { keys, words, sampleStarts, sample } = kernel().surveyLines(bytes);
  return { keys: keys.slice(), words: words.slice(), sampleStarts: sampleStarts.slice(), sample: sample.slice() };
}

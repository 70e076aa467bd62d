/** What a label of a pair says: of copies, of one event in other words, of either, of neither; or that nobody knows. */
export type Verdict = 'copy' | 'event' | 'same' | 'different' | 'open';

const WORDS: Readonly<Record<Verdict, readonly string[]>> = {
  copy: ['copy', 'copies', 'duplicate', 'near duplicate', 'identical', 'reprint', 'excerpt', 'revised'],
  event: ['event', 'same event', 'same story'],
  same: ['same', 'yes', 'true', '1', 'match'],
  // Two that share only furniture, and two without a text of their own, are not the same either.
  different: ['different', 'no', 'false', '0', 'none', 'neither', 'other', 'unrelated', 'boilerplate', 'furniture', 'unusable'],
  open: ['partial', 'unsure', 'unclear', 'unknown', 'maybe', '?'],
};
const VERDICTS = new Map(Object.entries(WORDS).flatMap(([verdict, words]) => words.map((word) => [word, verdict as Verdict])));

/** The verdict that a word stands for; null for a word that we do not know. */
export function verdictOf(word: string): Verdict | null {
  return VERDICTS.get(word.toLowerCase().replace(/[-_]/g, ' ')) ?? null;
}

/** Whether the relation holds by the verdict; null when it counts for neither side. A copy reports the same event. */
export function holds(verdict: Verdict, relation: 'event' | 'copy'): boolean | null {
  if (verdict === 'open') return null;
  if (verdict === 'event') return relation === 'event';
  return verdict !== 'different';
}

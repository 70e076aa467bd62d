/** Random pages: the phrases and signs that strip knows, between text of any kind. */
import fc from 'fast-check';
import { LEXICON } from '../../src/stages/strip/lexicon.ts';
import { PHRASES } from '../../src/stages/strip/phrases.ts';
import { anyText, newsText } from './texts.ts';

/** What pages of text and furniture are made of: the phrases and words that strip knows, between any others. */
export const PIECES = [...PHRASES.flatMap(({ phrases }) => phrases.split(/ \| |\n/)), ...LEXICON.flatMap(([words]) => words.split(/\s+/))];
export const SIGNS = [
  ...['.', '. ', '...', '…', '!', '?"', '。', '؟', '।', ', ', '、', ': ', ' (', ') ', ']', ' "', '" ', "'s ", '’ ', '「', '」'],
  ...[' > ', ' | ', ' / ', ' › ', '@', '- ', '• ', '3. ', '12) ', '— ', '© ', '10:30 ', ' 4 of 9 ', 'J. ', 'Mr. ', 'U.S. ', 'Q: '],
];
export const BREAKS = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\v',
  '\f',
  '\u2028',
  '\u2029',
  '\n\ufeff',
  '\n\u00a0\u3000',
  '\n    ',
  '\n\u200b \n',
  '\u0085',
];
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
export const phrase = fc.constantFrom(...PIECES).chain((text) => fc.constantFrom(text, capital(text), text.toUpperCase()));
const piece = fc.oneof(
  { weight: 4, arbitrary: phrase },
  { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 2, arbitrary: fc.constantFrom(' ', ' ', '  ') },
  { weight: 2, arbitrary: fc.constantFrom(...BREAKS) },
  { weight: 1, arbitrary: fc.oneof(newsText, anyText) },
);
export const page = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').toWellFormed());

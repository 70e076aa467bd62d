import { Random } from './random.js';
import { capitalised } from './vocabulary.js';

const PAGE = 51;

/**
 * The page that an outlet makes of an article: headline first, then the text, between its paragraphs and after them the
 * outlet's furniture. `others` are the headlines and leads of its list of other articles.
 */
export function layOut({ seed, id, headline, paragraphs, facts, outlet, isFurnished, others }) {
  if (!isFurnished) return `${[headline, ...paragraphs].join('\n\n')}\n`;
  const random = new Random(seed, PAGE, id);
  const blocks = [headline];
  if (outlet.sharesFirst) blocks.push(outlet.share);
  if (random.chance(0.5)) blocks.push(caption(random, facts, outlet));
  const middle = random.between(1, paragraphs.length);
  blocks.push(...paragraphs.slice(0, middle));
  const list = listOf(random, others, outlet);
  if (outlet.listsAmid) blocks.push(list);
  else if (random.chance(0.6)) blocks.push(outlet.newsletter);
  blocks.push(...paragraphs.slice(middle));
  if (!outlet.listsAmid) blocks.push(list);
  if (!outlet.sharesFirst) blocks.push(outlet.share);
  if (outlet.listsAmid && random.chance(0.6)) blocks.push(outlet.newsletter);
  blocks.push(outlet.comments, outlet.copyright, outlet.ending);
  return `${blocks.join('\n\n')}\n`;
}

function caption(random, facts, outlet) {
  const { given, family } = random.pickEarly(facts.people);
  const credit = outlet.credit.replace('{person}', `${random.pick(['J.', 'M.', 'A.', 'S.'])} ${random.pick(facts.people).family}`);
  return `${given} ${family} in ${random.pick(facts.places)} in this file photo. ${credit}`;
}

function listOf(random, others, outlet) {
  const shown = random.sample(others, random.between(3, 6));
  const entries = shown.map(({ headline, lead }) => `${outlet.bullet}${capitalised(headline)}${outlet.teases ? `\n\n    ${lead}...` : ''}`);
  return [outlet.list, ...entries].join('\n\n');
}

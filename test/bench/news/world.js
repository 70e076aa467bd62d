import { FUNCTION_COUNTS, FUNCTION_WORDS } from './english.js';
import { Random, Weighted, zipf } from './random.js';
import { makeNames, makeVocabulary } from './vocabulary.js';

const VOCABULARY_SIZE = 60_000;
const AREAS = 200;
const AREA_WORDS = 400;
/** The commonest words belong to no subject. */
const COMMON = 300;
/** Size of the table of function words. */
export const FUNCTION_DRAWS = 1 << 16;

const [WORDS, FAMILY, GIVEN, PLACES, FIRMS, AREA] = [11, 12, 13, 14, 15, 16];

/** Everything the articles of a seed have in common: the language, the people and places, the subjects. */
export function makeWorld(seed) {
  const words = makeVocabulary(seed, WORDS, VOCABULARY_SIZE);
  const family = makeNames(seed, FAMILY, 8000);
  const given = makeNames(seed, GIVEN, 500);
  const towns = makeNames(seed, PLACES, 1500);
  const firms = makeNames(seed, FIRMS, 2500);
  const areas = Array.from({ length: AREAS }, (_, area) => makeArea(new Random(seed, AREA, area), { words, family, given, towns, firms }));
  return {
    words,
    family,
    given,
    towns,
    firms,
    areas,
    /** A table of draws, since it is asked for at every other word. */
    functionWords: drawTable(FUNCTION_WORDS, FUNCTION_COUNTS, new Random(seed, WORDS, 1)),
    content: new Weighted(zipf(words.length)),
    area: new Weighted(zipf(AREAS, 10)),
  };
}

/** A subject: words that its articles use, and the people, places and bodies that are in its news again and again. */
function makeArea(random, world) {
  return {
    words: random.sample(
      Array.from({ length: AREA_WORDS * 2 }, () => subjectWord(random, world.words)),
      AREA_WORDS,
    ),
    people: Array.from({ length: 10 }, () => makePerson(random, world)),
    places: Array.from({ length: 8 }, () => random.pickEarly(world.towns)),
    bodies: Array.from({ length: 6 }, () => makeBody(random, world)),
  };
}

/** Common words lie in many subjects, rare ones in few. */
function subjectWord(random, words) {
  const unit = random.unit();
  return words[COMMON + Math.floor(unit * unit * (words.length - COMMON))];
}

export function makePerson(random, world) {
  return { given: random.pickEarly(world.given), family: random.pick(world.family), age: random.between(17, 84) };
}

export function makePlace(random, world) {
  return random.pick(world.towns);
}

const BODIES = [
  'Ministry',
  'Council',
  'University',
  'Hospital',
  'Group',
  'Institute',
  'Police',
  'Airlines',
  'Bank',
  'Foundation',
  'Union',
  'Energy',
];

/** A company or office with a name of two words. */
export function makeBody(random, world) {
  return `${random.pick(world.firms)} ${random.pick(BODIES)}`;
}

function drawTable(texts, weights, random) {
  const weighted = new Weighted(weights);
  return Array.from({ length: FUNCTION_DRAWS }, () => texts[weighted.draw(random)]);
}

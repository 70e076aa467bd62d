import { Random } from './random.js';
import { capitalised } from './vocabulary.js';
import { makeBody, makePerson, makePlace } from './world.js';

const [EVENT, STORY] = [21, 22];

/** What an article reports: for an article of an event most of it is the event's, for another one all is its own. */
export function factsOf(world, plan, seed, id) {
  const story = plan.story[id];
  const event = plan.event[id];
  const random = new Random(seed, STORY, story);
  if (event < 0) return { ...makeFacts(random, world, world.area.draw(random)), day: plan.eventDay[id] };
  const shared = makeFacts(new Random(seed, EVENT, event), world, null);
  const own = makeFacts(random, world, shared.area);
  return { ...mix(random, shared, own), day: plan.eventDay[id] };
}

function makeFacts(random, world, givenArea) {
  const area = givenArea ?? world.area.draw(random);
  const subject = world.areas[area];
  const wanted = random.between(30, 60);
  const topics = new Set();
  while (topics.size < wanted) topics.add(random.pickEarly(subject.words));
  return {
    area,
    topics: [...topics],
    people: [
      ...Array.from({ length: random.between(2, 4) }, () => makePerson(random, world)),
      ...Array.from({ length: random.between(0, 2) }, () => random.pickEarly(subject.people)),
    ],
    places: [makePlace(random, world), makePlace(random, world), random.pickEarly(subject.places)],
    bodies: [makeBody(random, world), random.pickEarly(subject.bodies)],
    numbers: Array.from({ length: random.between(4, 8) }, () => makeNumber(random)),
    quotation: makeQuotation(random, world, [...topics]),
  };
}

/** An article of an event has about half of what the event has to tell, and as much of its own. */
function mix(random, shared, own) {
  const some = (list, share) => list.filter((_, i) => i === 0 || random.chance(share));
  return {
    area: shared.area,
    topics: [...new Set([...some(shared.topics, 0.4), ...some(own.topics, 0.5)])],
    people: [...some(shared.people, 0.6), ...own.people.slice(0, random.between(0, 2))],
    places: [...some(shared.places, 0.6), ...own.places.slice(0, random.between(0, 2))],
    bodies: [...some(shared.bodies, 0.6), ...own.bodies.slice(0, random.between(0, 1))],
    numbers: [...some(shared.numbers, 0.4), ...own.numbers.slice(0, random.between(1, 4))],
    quotation: random.chance(0.5) ? shared.quotation : own.quotation,
  };
}

/** What somebody said, word for word. */
function makeQuotation(random, world, [...topics]) {
  const words = Array.from({ length: random.between(10, 24) }, (_, i) => {
    if (i % 2 === 0) return world.functionWords[random.below(world.functionWords.length)];
    return random.chance(0.4) ? random.pick(topics) : world.words[world.content.draw(random)];
  });
  return capitalised(words.join(' '));
}

function makeNumber(random) {
  switch (random.below(6)) {
    case 0:
      return `$${random.between(1, 90)}.${random.between(1, 9)} million`;
    case 1:
      return `${random.between(1, 60)}.${random.between(1, 9)} percent`;
    case 2:
      return `${random.between(1, 60)},${String(random.between(0, 999)).padStart(3, '0')}`;
    case 3:
      return String(random.between(1990, 2023));
    case 4:
      return String(random.between(11, 99));
    default:
      return String(random.between(100, 990));
  }
}

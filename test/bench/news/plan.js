import { Random, Weighted, zipf } from './random.js';

/** What the corpus is to hold; checked by generate.test.ts. */
export const COPY_SHARE = 0.2;
export const EVENT_SHARE = 0.35;
export const FURNITURE_SHARE = 0.7;
/** Days over which the articles are spread, from 1 January 2024. */
export const DAYS = 366;
export const OUTLETS = 30;
const MOST_COPIES = 20;
const LEAST_EVENT = 2;
const MOST_EVENT = 8;
/** How a copy differs from its original, beside the furniture; with its weight. */
export const COPY_KINDS = ['identical', 'edited', 'cut', 'rewritten'];
const COPY_KIND_WEIGHTS = [4, 3, 2, 1];

const PLAN = 1;

/**
 * Who copies whom and which articles report one event, as columns over the articles in the order of their days, before
 * a word is written: any article can then be written alone. O(count) time; what is kept is some 20 bytes an article.
 */
export function makePlan(count, seed) {
  const random = new Random(seed, PLAN);
  const copies = Math.round(count * COPY_SHARE);
  const stories = count - copies;
  const copiesOf = shareOutCopies(copies, stories, random);
  const eventOf = shareOutEvents(count, stories, copiesOf, random);
  return order(count, copiesOf, eventOf, random);
}

/** Copies of each story. Groups of k articles are drawn with a chance of k⁻². */
function shareOutCopies(copies, stories, random) {
  const groupSize = new Weighted(Array.from({ length: MOST_COPIES - 1 }, (_, i) => 1 / ((i + 2) * (i + 2))));
  const copiesOf = new Uint8Array(stories);
  for (let left = copies; left > 0; ) {
    const story = random.below(stories);
    if (copiesOf[story] > 0) continue;
    copiesOf[story] = Math.min(left, groupSize.draw(random) + 1);
    left -= copiesOf[story];
  }
  return copiesOf;
}

/** The event of each story, or −1. Two to eight stories an event, the small ones more often; a copy is of its original's event. */
function shareOutEvents(count, stories, copiesOf, random) {
  const sizes = new Weighted(zipf(MOST_EVENT - LEAST_EVENT + 1, 0));
  const eventOf = new Int32Array(stories).fill(-1);
  let story = 0;
  let articles = 0;
  for (let event = 0; articles < count * EVENT_SHARE; event++) {
    const end = Math.min(stories, story + LEAST_EVENT + sizes.draw(random));
    for (; story < end; story++) {
      eventOf[story] = event;
      articles += 1 + copiesOf[story];
    }
  }
  return eventOf;
}

/** Gives every article its day and outlet, and sorts the articles by day. */
function order(count, copiesOf, eventOf, random) {
  const outlets = new Weighted(zipf(OUTLETS, 4));
  const byDay = Array.from({ length: DAYS }, () => []);
  const place = (day, article) => byDay[Math.min(day, DAYS - 1)].push(article);
  let eventDay = 0;
  for (let story = 0; story < copiesOf.length; story++) {
    const event = eventOf[story];
    if (event < 0 || story === 0 || event !== eventOf[story - 1]) eventDay = random.below(DAYS);
    const day = event < 0 ? eventDay : eventDay + random.between(0, 2);
    const outlet = outlets.draw(random);
    place(day, { story, event, eventDay, outlet, kind: -1 });
    for (let copy = 0; copy < copiesOf[story]; copy++)
      place(day + random.between(0, 1), { story, event, eventDay, outlet: otherOutlet(outlet, outlets, random), kind: -2 });
  }
  return columns(count, byDay, random, copiesOf.length);
}

function otherOutlet(outlet, outlets, random) {
  const other = outlets.draw(random);
  return other === outlet ? (other + 1) % OUTLETS : other;
}

function columns(count, byDay, random, stories) {
  const kinds = new Weighted(COPY_KIND_WEIGHTS);
  const plan = {
    count,
    day: new Uint16Array(count),
    eventDay: new Uint16Array(count),
    story: new Uint32Array(count),
    event: new Int32Array(count),
    outlet: new Uint8Array(count),
    /** −1 for an original, else an index of COPY_KINDS. */
    copyKind: new Int8Array(count),
    /** Per story: the article that tells it first hand. */
    original: new Uint32Array(stories),
  };
  let id = 0;
  for (const [day, articles] of byDay.entries())
    for (const article of random.sample(articles, articles.length)) {
      plan.day[id] = day;
      plan.eventDay[id] = article.eventDay;
      plan.story[id] = article.story;
      plan.event[id] = article.event;
      plan.outlet[id] = article.outlet;
      plan.copyKind[id] = article.kind === -1 ? -1 : kinds.draw(random);
      if (article.kind === -1) plan.original[article.story] = id;
      id++;
    }
  return plan;
}

/**
 * News that never happened: articles with copies, events and page furniture, the truth about them known. The same seed
 * gives the same bytes on every machine. What is made and why so: NOTES.md.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { edit } from './news/edit.js';
import { factsOf } from './news/facts.js';
import { makeOutlets } from './news/outlets.js';
import { layOut } from './news/page.js';
import { COPY_KINDS, FURNITURE_SHARE, makePlan, OUTLETS } from './news/plan.js';
import { retell, tease, tell } from './news/prose.js';
import { Random } from './news/random.js';
import { makeWorld } from './news/world.js';

/** To be raised with every change of the bytes that a seed gives: run.js keeps corpora by it. */
export const VERSION = 1;

const MOST_IN_A_FOLDER = 1000;
/** Articles from which an outlet's list of others is made, for so many pages in a row. */
const LISTED = 10;
const EDITION = 500;
const LINES_AT_ONCE = 200;
const SPACE = 0x20;
const [FURNITURE, CHANGES, LIST] = [61, 62, 63];

/**
 * Yields { name, text, day, source, truth } in the order of the days; truth is { copyOf, copyKind, event, ownWords,
 * furnitureWords }: the number of the article that this one copies, how it differs, the number of its event, each null
 * for none; the words of its headline and own text, and of the furniture around them.
 */
export function* generate({ count, seed = 1 }) {
  const world = makeWorld(seed);
  const plan = makePlan(count, seed);
  const outlets = makeOutlets(seed, OUTLETS);
  const nameOf = namer();
  let lists = [];
  for (let id = 0; id < count; id++) {
    if (id % EDITION === 0) lists = [];
    const facts = factsOf(world, plan, seed, id);
    const { headline, paragraphs } = article(world, plan, seed, id, facts);
    const outlet = outlets[plan.outlet[id]];
    const isFurnished = new Random(seed, FURNITURE, id).chance(FURNITURE_SHARE);
    const others = isFurnished ? (lists[plan.outlet[id]] ??= listFor(world, plan, seed, id)) : [];
    const text = layOut({ seed, id, headline, paragraphs, facts, outlet, isFurnished, others });
    const ownWords = wordsOf(`${headline} ${paragraphs.join(' ')}`);
    yield {
      name: nameOf(plan.day[id], outlet.slug, id),
      text,
      day: dateOf(plan.day[id]).toISOString().slice(0, 10),
      source: outlet.name,
      truth: {
        copyOf: plan.copyKind[id] < 0 ? null : plan.original[plan.story[id]],
        copyKind: plan.copyKind[id] < 0 ? null : COPY_KINDS[plan.copyKind[id]],
        event: plan.event[id] < 0 ? null : plan.event[id],
        ownWords,
        furnitureWords: wordsOf(text) - ownWords,
      },
    };
  }
}

/** Headline and paragraphs of an article; of a copy, its story's with the changes that its kind makes. */
function article(world, plan, seed, id, facts) {
  const told = tell(world, facts, seed, plan.story[id]);
  switch (COPY_KINDS[plan.copyKind[id]]) {
    case 'edited': {
      const random = new Random(seed, CHANGES, id);
      const share = 0.01 + 0.04 * random.unit();
      return { headline: told.headline, paragraphs: told.paragraphs.map((paragraph) => edit(paragraph, share, random, world)) };
    }
    case 'cut':
      return { headline: told.headline, paragraphs: told.paragraphs.slice(0, Math.ceil(told.paragraphs.length / 3)) };
    case 'rewritten': {
      const { headline, lead } = retell(world, facts, seed, id);
      return { headline, paragraphs: [lead, ...told.paragraphs.slice(1)] };
    }
    default:
      return told;
  }
}

/** Other articles of about the same days, as the outlet's pages list them. */
function listFor(world, plan, seed, id) {
  const random = new Random(seed, LIST, id);
  const stories = new Map();
  const first = Math.max(0, Math.min(id, plan.count - EDITION));
  const last = Math.min(plan.count, first + EDITION);
  for (let i = 0; i < LISTED; i++) {
    const other = random.between(first, last - 1);
    stories.set(plan.story[other], other);
  }
  return Array.from(stories, ([story, other]) => tease(world, factsOf(world, plan, seed, other), seed, story));
}

/** 2024/03/the-harwick-post-000123.txt; months of over a thousand articles go on in 2024/03-2, 2024/03-3 … */
function namer() {
  const used = new Map();
  return (day, slug, id) => {
    const month = dateOf(day).toISOString().slice(0, 7).replace('-', '/');
    const before = used.get(month) ?? 0;
    used.set(month, before + 1);
    const part = Math.floor(before / MOST_IN_A_FOLDER);
    return `${month}${part > 0 ? `-${part + 1}` : ''}/${slug}-${String(id).padStart(6, '0')}.txt`;
  };
}

function dateOf(day) {
  return new Date(Date.UTC(2024, 0, 1 + day));
}

/** Runs of anything but spaces and line ends. */
function wordsOf(text) {
  let words = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= SPACE;
    if (!isSpace && !isInside) words++;
    isInside = !isSpace;
  }
  return words;
}

/** Writes each article to a file below dir; returns the truth by name and the bytes written. */
export function writeFiles(dir, options) {
  const truth = {};
  const made = new Set();
  let bytes = 0;
  for (const { name, text, truth: known } of generate(options)) {
    const file = join(dir, name);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, text);
    truth[name] = known;
    bytes += Buffer.byteLength(text);
  }
  return { truth, bytes };
}

/** Writes all articles to one file, an object a line with id, date, source and text; returns the same as writeFiles. */
export function writeJsonl(file, options) {
  const descriptor = openSync(file, 'w');
  const truth = {};
  let bytes = 0;
  let lines = [];
  const flush = () => {
    bytes += writeSync(descriptor, lines.join(''));
    lines = [];
  };
  for (const { name, text, day, source, truth: known } of generate(options)) {
    lines.push(`${JSON.stringify({ id: name, date: day, source, text })}\n`);
    if (lines.length === LINES_AT_ONCE) flush();
    truth[name] = known;
  }
  flush();
  closeSync(descriptor);
  return { truth, bytes };
}

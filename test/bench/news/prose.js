import { MONTHS, WEEKDAYS } from './english.js';
import { exponential, Random } from './random.js';
import { capitalised } from './vocabulary.js';
import { FUNCTION_DRAWS } from './world.js';

const [HEADLINE, BODY, REWRITE] = [31, 32, 33];
/** A story's length in words is lognormal: e^(µ + σ·normal), kept between the bounds. Its mean, copies cut short included, is near 500. */
const MEDIAN_WORDS = 403;
const SPREAD = 0.42;
const LEAST_WORDS = 150;
const MOST_WORDS = 1200;
/** Chances that a function word follows another one, or a content word: 45 % of the running words become function words. */
const FUNCTION_AFTER_FUNCTION = 0.3;
const FUNCTION_AFTER_CONTENT = 0.7;
/** Of the content words; the rest are drawn from the whole vocabulary. */
const TOPIC_SHARE = 0.3;

/** Writes one story in one voice: what it says is fixed by its facts, its sentences by the stream. */
class Writer {
  constructor(world, facts, random) {
    Object.assign(this, { world, facts, random });
    this.quotes = random.chance(0.5) ? ['“', '”'] : ['"', '"'];
    this.named = new Set();
    this.words = 0;
  }

  paragraph(sentences, isLead = false) {
    const parts = [];
    for (let i = 0; i < sentences; i++)
      parts.push(isLead || !this.random.chance(0.13) ? this.sentence(isLead && i === 0) : this.ownQuotation());
    return parts.join(' ');
  }

  sentence(isLead = false) {
    const length = this.random.between(8, 30);
    let text = this.run(length, isLead ? 0.16 : 0.055);
    if (isLead) text += ` on ${WEEKDAYS[this.facts.day % 7]}`;
    return `${capitalised(text)}.`;
  }

  /** Words with names, numbers and dates among them, and a comma now and then. */
  run(length, mentionShare) {
    const { random, world, facts } = this;
    let text = '';
    let isFunction = false;
    let sinceComma = 0;
    let last = '';
    for (let i = 0; i < length; i++) {
      let word;
      if (i > 0 && random.chance(mentionShare)) {
        word = this.mention(isFunction);
        isFunction = false;
      } else if (random.chance(isFunction ? FUNCTION_AFTER_FUNCTION : FUNCTION_AFTER_CONTENT) && i < length - 1) {
        word = world.functionWords[random.below(FUNCTION_DRAWS)];
        if (word === last) word = 'the';
        isFunction = true;
      } else {
        word = random.chance(TOPIC_SHARE) ? random.pickEarly(facts.topics) : world.words[world.content.draw(random)];
        isFunction = false;
      }
      text += i === 0 ? word : ` ${word}`;
      last = word;
      if (++sinceComma > 5 && !isFunction && i < length - 3 && !word.endsWith(',') && random.chance(0.16)) {
        text += ',';
        sinceComma = 0;
      }
    }
    this.words += length;
    return text.endsWith(',') ? text.slice(0, -1) : text;
  }

  mention(isAfterFunction) {
    const { random, facts } = this;
    const kind = random.unit();
    if (kind < 0.42) return this.person(random.pickEarly(facts.people));
    if (kind < 0.6) return `${isAfterFunction ? '' : 'in '}${random.pickEarly(facts.places)}`;
    if (kind < 0.74) return `${isAfterFunction ? '' : 'the '}${random.pickEarly(facts.bodies)}`;
    if (kind < 0.93) return random.pickEarly(facts.numbers);
    return this.date();
  }

  /** In full, perhaps with the age, at first; then by family name. */
  person(person) {
    const isNew = !this.named.has(person.family);
    this.named.add(person.family);
    if (!isNew) return person.family;
    return `${person.given} ${person.family}${this.random.chance(0.3) ? `, ${person.age},` : ''}`;
  }

  /** The day of the event, or one shortly before it. */
  date() {
    const { random, facts } = this;
    const before = random.chance(0.7) ? 0 : random.between(1, 5);
    if (random.chance(0.6)) return `on ${WEEKDAYS[(facts.day + 7 - before) % 7]}`;
    const date = new Date(Date.UTC(2024, 0, 1 + facts.day - before));
    return `on ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
  }

  ownQuotation() {
    const quoted = this.run(this.random.between(6, 18), 0.02);
    return this.quotation(capitalised(quoted), this.person(this.random.pickEarly(this.facts.people)));
  }

  quotation(words, speaker) {
    const [open, close] = this.quotes;
    return this.random.chance(0.8) ? `${open}${words},${close} ${speaker} said.` : `${speaker} said: ${open}${words}.${close}`;
  }

  /** The one that all articles of an event quote. */
  sharedQuotation() {
    return this.quotation(this.facts.quotation, this.person(this.facts.people[0]));
  }
}

/** Headline and paragraphs of a story: the same at every call, so that a copy is written from its story's number alone. */
export function tell(world, facts, seed, story) {
  const writer = new Writer(world, facts, new Random(seed, BODY, story));
  const wanted = wantedWords(writer.random);
  const paragraphs = [writer.paragraph(writer.random.between(1, 2), true)];
  const quotationAfter = writer.random.between(1, 4);
  while (writer.words < wanted) {
    let paragraph = writer.paragraph(writer.random.between(1, 3));
    if (paragraphs.length === quotationAfter) paragraph += ` ${writer.sharedQuotation()}`;
    paragraphs.push(paragraph);
  }
  return { headline: headline(world, facts, seed, story), paragraphs };
}

/** Another headline and lead for the same story, as an outlet puts them on agency copy. */
export function retell(world, facts, seed, article) {
  const random = new Random(seed, REWRITE, article);
  return { headline: headlineBy(random, world, facts), lead: new Writer(world, facts, random).paragraph(random.between(1, 2), true) };
}

/** What a list of other articles shows of one: its headline, and the beginning of its lead. */
export function tease(world, facts, seed, story) {
  const writer = new Writer(world, facts, new Random(seed, BODY, story));
  wantedWords(writer.random);
  return { headline: headline(world, facts, seed, story), lead: writer.paragraph(writer.random.between(1, 2), true).slice(0, 120) };
}

function headline(world, facts, seed, story) {
  return headlineBy(new Random(seed, HEADLINE, story), world, facts);
}

/** Six to eleven words: somebody or some place, and the first words of the subject. */
function headlineBy(random, world, facts) {
  const person = random.pickEarly(facts.people);
  const subject = random.chance(0.5) ? person.family : random.pickEarly(random.chance(0.5) ? facts.places : facts.bodies);
  const words = [subject];
  const length = random.between(5, 10);
  while (words.length < length) {
    const isFunction = words.length > 1 && random.chance(0.28);
    const word = isFunction ? world.functionWords[random.below(FUNCTION_DRAWS)] : random.pickEarly(facts.topics);
    if (!words.includes(word)) words.push(word);
  }
  if (random.chance(0.3)) words.push('in', random.pickEarly(facts.places));
  return words.join(' ');
}

function wantedWords(random) {
  return Math.min(MOST_WORDS, Math.max(LEAST_WORDS, Math.round(MEDIAN_WORDS * exponential(SPREAD * random.normal()))));
}

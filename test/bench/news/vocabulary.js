import { COMMON_WORDS } from './english.js';
import { Random, Weighted } from './random.js';

// Letter shapes with the weight that they roughly have in English syllables.
const ONSETS =
  'b4 c6 d5 f4 g3 h4 j1 k2 l5 m5 n4 p5 r6 s6 t6 v2 w3 y1 z1 bl2 br2 ch2 cl2 cr2 dr2 fl2 fr2 gl1 gr2 pl2 pr3 qu1 sc1 sh2 sk1 sl1 sm1 sn1 sp2 st4 str1 sw1 th3 tr3 tw1 wh1 _5';
const NUCLEI = 'a9 e10 i8 o8 u5 ai1 ea2 ee1 ie1 io1 oa1 oo1 ou1 au1 y1';
const CODAS = '_12 n5 r5 l3 t3 s3 d2 m2 c1 k1 p1 g1 b1 st1 nd1 nt2 ng1 ck1 rd1 rt1 rn1 ll1 ss1 th1 sh1 ct1 mp1 lt1 v1 x1';
const ENDINGS = 's9 ed6 ing6 er4 ly3 ion2 ment1 al2 ness1 ity1 able1 ist1';

/** Unlike words, invented from English letter shapes. */
export class WordMaker {
  constructor(random) {
    this.random = random;
    this.taken = new Set();
    [this.onset, this.nucleus, this.coda, this.ending] = [ONSETS, NUCLEI, CODAS, ENDINGS].map(shapes);
  }
  /** A word never made before, of so many syllables or more. */
  make(syllables) {
    for (let tries = 0; ; tries++) {
      const length = syllables + (tries >> 2);
      let word = '';
      for (let i = 0; i < length; i++) word += this.syllable(i === length - 1);
      if (this.take(word)) return word;
    }
  }
  /** An inflected or derived form of a word: stems, stemmings and all. Null when it exists. */
  derive(word) {
    const form = /[aeiou]$/.test(word) ? word.slice(0, -1) : word;
    const derived = form + this.ending(this.random);
    return this.take(derived) ? derived : null;
  }
  take(word) {
    if (word.length < 3 || this.taken.has(word)) return false;
    this.taken.add(word);
    return true;
  }
  syllable(isLast) {
    const { random } = this;
    return this.onset(random) + this.nucleus(random) + (isLast || random.chance(0.3) ? this.coda(random) : '');
  }
}

function shapes(list) {
  const parsed = list.split(' ').map((shape) => /^(\D+)(\d+)$/.exec(shape));
  const texts = parsed.map(([, text]) => (text === '_' ? '' : text));
  const weighted = new Weighted(parsed.map(([, , weight]) => Number(weight)));
  return (random) => texts[weighted.draw(random)];
}

/** `size` content words, the commonest first; common words are short, and a third are forms of earlier ones. */
export function makeVocabulary(seed, purpose, size) {
  const random = new Random(seed, purpose);
  const maker = new WordMaker(random);
  const words = [...new Set(COMMON_WORDS)];
  for (const word of words) maker.take(word);
  const roots = [];
  while (words.length < size) {
    const derived = roots.length > 0 && random.chance(0.36) ? maker.derive(random.pick(roots)) : null;
    if (derived) {
      words.push(derived);
      continue;
    }
    const root = maker.make(words.length < 2000 ? random.between(1, 2) : random.between(2, 3));
    roots.push(root);
    words.push(root);
  }
  return words;
}

/** `size` invented words with a capital: family names, towns, firms. */
export function makeNames(seed, purpose, size, syllables = 2) {
  const maker = new WordMaker(new Random(seed, purpose));
  return Array.from({ length: size }, () => capitalised(maker.make(syllables)));
}

export function capitalised(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

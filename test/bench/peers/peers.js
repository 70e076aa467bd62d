/**
 * The peers, each in its documented use: what is installed, what is run, and what it does and does not do. A peer's script
 * reads the same articles.jsonl and writes its groups, so that what was found can be held against the truth.
 */

/** What a row of the second table says; reasons: why two articles are one group. */
const SKETCHES_ONLY = { strips: 'no', exact: 'no', containment: 'no', events: 'no', reasons: 'no' };

export const PEERS = [
  {
    name: 'rensa',
    install: ['rensa==0.5.0'],
    script: 'use_rensa.py',
    args: ['0.8'],
    settings: 'README: full-set R-MinHash of words, 128 slots, threshold 0.8',
    does: { ...SKETCHES_ONLY, exact: 'no: the sketch’s estimate' },
  },
  {
    name: 'rensa, threshold 0.5',
    install: ['rensa==0.5.0'],
    script: 'use_rensa.py',
    args: ['0.5'],
    settings: 'the same at the threshold of datasketch',
    does: { ...SKETCHES_ONLY, exact: 'no: the sketch’s estimate' },
  },
  {
    name: 'datasketch',
    install: ['datasketch==2.0.0'],
    script: 'use_datasketch.py',
    args: [],
    settings: 'documentation: MinHash.bulk, 128 permutations, MinHashLSH at 0.5; runs of three words',
    does: SKETCHES_ONLY,
  },
  {
    name: 'text-dedup',
    install: ['text-dedup==0.4.0'],
    script: 'use_text_dedup.py',
    args: [],
    settings: 'README: text_dedup.minhash, 250 permutations, threshold 0.7, runs of five words, a process a core',
    does: SKETCHES_ONLY,
  },
  {
    name: 'datatrove',
    install: ['datatrove[io,processing]==0.10.1', 'spacy==3.8.18'],
    script: 'use_datatrove.py',
    args: [],
    settings: 'example: four MinHash stages, 14 × 8 hashes of 64 bits, runs of five words by spaCy, a task a core',
    does: SKETCHES_ONLY,
  },
  {
    name: 'minhash (npm)',
    install: ['minhash@0.0.9'],
    script: 'use_minhash.js',
    args: [],
    settings: 'README: 128 permutations, LshIndex of 32 × 4; runs of three words',
    does: SKETCHES_ONLY,
  },
  {
    name: 'semhash',
    install: ['semhash==0.5.0'],
    script: 'use_semhash.py',
    args: [],
    settings: 'README: self_deduplicate at cosine 0.9, its default embedding model, fetched from a hub',
    does: { ...SKETCHES_ONLY, exact: 'cosine of embeddings', reasons: 'score' },
  },
];

/** The program itself, under the same clock. */
export const OURS = [
  {
    name: 'dedupe --only copies',
    args: ['--only', 'copies'],
    settings: 'defaults: stripped, Jaccard ≥ 0.2 or containment ≥ 0.33 of runs of three words',
    does: { strips: 'yes', exact: 'yes', containment: 'yes', events: 'no', reasons: 'yes' },
  },
  {
    name: 'dedupe',
    args: [],
    settings: 'defaults: the whole run',
    does: { strips: 'yes', exact: 'yes', containment: 'yes', events: 'yes', reasons: 'yes' },
  },
];

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Digest, digestCorpus, surveyCorpus, withEngine } from '../../../src/engines/index.ts';
import { findGroups, strength } from '../../../src/grouping.ts';
import { resolveOptions } from '../../../src/options.ts';
import type { CopyEdges } from '../../../src/stages/group/index.ts';
import { read } from '../../../src/stages/read/index.ts';
import { rowsOf } from './rows.ts';

const EVENTS = '../shared/eval/events';
const NAMES = ['ecbplus', 'gva_incidents', 'fnc1_test', 'newswcl50'] as const;

/** Articles of which we know the events, with all that the pipeline knows of each before `link`. */
export interface LabelledSet {
  readonly name: string;
  readonly digest: Digest;
  /** The copies among them: they come into an event together. */
  readonly copies: CopyEdges;
  /** How alike any two are as copies. */
  readonly strengthOf: (a: number, b: number) => number;
  /** Per article the event that it reports. */
  readonly labels: readonly string[];
}

export function eventSets(): Promise<LabelledSet[]> {
  return Promise.all(NAMES.map(eventSet));
}

export function eventSet(name: (typeof NAMES)[number]): Promise<LabelledSet> {
  const rows = rowsOf(readFileSync(`${EVENTS}/${name}/labels.tsv`, 'utf8'));
  return readSet(name, `${EVENTS}/${name}/articles`, new Map(rows.map(({ file, label }) => [file, label])));
}

/** The articles of a folder that have a label, as a run sees them. */
export async function readSet(name: string, folder: string, labels: ReadonlyMap<string, string>): Promise<LabelledSet> {
  const options = resolveOptions();
  const corpus = await read({ paths: [...labels.keys()].map((file) => `${folder}/${file}`) }, options);
  const { digest, groups } = await withEngine(corpus, options, async (engine) => {
    const digest = await digestCorpus(engine, corpus, await surveyCorpus(engine, corpus, {}), {});
    return { digest, groups: await findGroups(engine, corpus, digest, { ...options, only: 'copies' }, {}) };
  });
  const { copyPairs, likenessOf } = groups;
  return {
    name,
    digest,
    copies: {
      a: copyPairs.a,
      b: copyPairs.b,
      strength: Array.from(copyPairs, strength),
    },
    strengthOf: likenessOf,
    labels: corpus.articles.map(({ path }) => labels.get(basename(path))!), // only labelled files were read
  };
}

import { type Probes, pastOf, Statistics, weightiestStems } from '../check/index.ts';
import { Appender, type IndexFile } from './file.ts';
import type { TableBlock } from './layout.ts';
import { mergeTables } from './merge.ts';
import type { Index } from './reader.ts';
import { decodeFeatures } from './record.ts';
import { Table, TableWriter } from './table.ts';
import { entriesOf, SHAPES } from './tables.ts';

/** Articles in memory at once. */
const BATCH = 2000;
/** Tables that become one: few passes over what was merged before, which holds nearly all stems from the first time on. */
const FAN = 64;
const AS_THEY_ARE = { ids: null };

/**
 * The stems that every article is found by, drawn anew from the records as they pass by: weighed by how common they are by now,
 * without the articles `removed`. Of a stem a table knows the articles that it weighs most in, so all have to be seen. Tables
 * of batches lie in `scratch` until they are merged.
 */
export class Reweigh {
  private readonly statistics: Statistics;
  private readonly aside: Appender;
  private readonly blocks: TableBlock[] = [];
  private first = 0;
  private probes: Probes[] = [];

  constructor(
    old: Index,
    removed: readonly number[],
    private readonly scratch: IndexFile,
  ) {
    this.statistics = new Statistics({ ...pastOf(old, []), replaced: removed, count: old.count - removed.length }, []);
    this.statistics.learn('stems', [stemsIn(old)]);
    this.aside = new Appender(scratch, 0);
  }

  /** The parts of the record of an article that stays, in the order of the ids: 0, 1 … */
  see([features]: readonly Buffer[]): void {
    this.probes.push(weightiestStems(decodeFeatures(features), this.statistics));
    if (this.probes.length === BATCH) this.write();
  }

  finish(out: Appender): TableBlock | null {
    if (this.probes.length > 0) this.write();
    return this.merged(this.blocks, out);
  }

  private write(): void {
    const { first, probes, blocks, aside } = this;
    const table = new TableWriter(aside, SHAPES.probes);
    for (const entry of entriesOf('probes', { first, added: [], probes, replaced: [] })) table.add(entry);
    this.first += probes.length;
    this.probes = [];
    add(blocks, table.finish());
    if (blocks.length === FAN) add(blocks, this.merged(blocks.splice(0), aside));
  }

  private merged(blocks: readonly TableBlock[], out: Appender): TableBlock | null {
    this.aside.flush();
    const walks = blocks.map((block) => new Table(this.scratch, block, SHAPES.probes).walk());
    return mergeTables(walks, 'probes', AS_THEY_ARE, out);
  }
}

function add(blocks: TableBlock[], block: TableBlock | null): void {
  if (block !== null) blocks.push(block);
}

/** Every stem that the index knows, once for each table that it is in. */
function stemsIn(index: Index): Uint32Array {
  const stems: number[] = [];
  for (const table of index.tablesOf('stems')) for (const walk = table.walk(); walk.next(); ) stems.push(walk.entry.key);
  return Uint32Array.from(stems);
}

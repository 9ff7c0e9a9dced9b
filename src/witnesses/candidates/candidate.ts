import { copyRow } from './copy-row.ts';
import type { Samples } from '../samples/gather-samples.ts';
import type { SampleRow } from '../samples/sample-row.ts';
import { toKey } from './keep-lawful-rows.ts';
import type { Random } from './random.ts';
import type { QueryFacts } from '../facts/query-facts.ts';
import { placeOf, type Rows, type TableModel } from '../facts/table-model.ts';
import type { Row } from '../witness.ts';

/** What candidates are made from: what the query asks of rows, what is known of its tables, and real rows. */
export interface CandidateInputs {
  readonly facts: QueryFacts;
  readonly models: ReadonlyMap<string, TableModel>;
  readonly samples: Samples;
}

/** A row in the making. Joined rows share it, so a change shows in all of them. */
export interface CandidateRow {
  readonly table: string;
  row: Row;
}

/** A witness in the making. */
export interface Candidate {
  /** Takes real rows in, each once, and gives their places. */
  readonly add: (sampleRow: SampleRow) => CandidateRow[];
  /** Adds a copy of a row under another key; `undefined` when no key is left. */
  readonly copy: (row: CandidateRow) => CandidateRow | undefined;
  /** The rows of each sample row that was taken in. */
  readonly joined: () => readonly (readonly CandidateRow[])[];
  readonly rowsOf: (table: string) => readonly CandidateRow[];
  /** The rows with the parents that foreign keys ask for, in a mixed order. */
  readonly finish: () => Rows;
}

export function createCandidate(
  samples: Samples,
  models: ReadonlyMap<string, TableModel>,
  random: Random,
): Candidate {
  const entries: CandidateRow[] = [];
  const known = new Map<string, CandidateRow>();
  const joined: CandidateRow[][] = [];
  const rowsOf = (table: string) => entries.filter((entry) => entry.table === table);
  return {
    add: (sampleRow) => {
      const rows = sampleRow.flatMap(({ table, id }) => {
        const row = samples.rows.get(table)?.get(id);
        if (!row) return [];
        const name = `${table} ${id}`;
        const entry = known.get(name) ?? { table, row };
        if (!known.has(name)) entries.push(entry);
        known.set(name, entry);
        return [entry];
      });
      joined.push(rows);
      return rows;
    },
    joined: () => joined,
    copy: ({ table, row }) => {
      const model = models.get(table);
      if (!model) return undefined;
      const taken = rowsOf(table).map((entry) => entry.row);
      const copied = copyRow(model, row, taken, [...(samples.rows.get(table)?.values() ?? [])], random);
      if (!copied) return undefined;
      const entry = { table, row: copied };
      entries.push(entry);
      return entry;
    },
    rowsOf,
    finish: () => {
      const rows = new Map([...models.keys()].map((table) => [table, rowsOf(table).map(({ row }) => row)]));
      addParents(rows, samples, models);
      return new Map([...rows].map(([table, list]) => [table, random.shuffle(list)]));
    },
  };
}

function addParents(
  rows: Map<string, Row[]>,
  samples: Samples,
  models: ReadonlyMap<string, TableModel>,
): void {
  for (let step = 0; step < 4; step++) {
    for (const [table, model] of models) {
      for (const { columns, references } of model.shape.foreignKeys) {
        const parent = models.get(references.table);
        const list = rows.get(references.table);
        if (!parent || !list) continue;
        const own = columns.map((column) => placeOf(model, column));
        const theirs = references.columns.map((column) => placeOf(parent, column));
        const there = new Set(list.map((row) => toKey(row, theirs)));
        const byKey = new Map(
          [...(samples.rows.get(references.table)?.values() ?? [])].map((row) => [toKey(row, theirs), row]),
        );
        for (const row of rows.get(table) ?? []) {
          const key = toKey(row, own);
          const found = key === undefined || there.has(key) ? undefined : byKey.get(key);
          if (found) list.push(found);
          there.add(key);
        }
      }
    }
  }
}

import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '#src/authored/parse-authored.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { linkSql } from '../link-sql.ts';
import { countWords } from '#src/words/count-words.ts';
import { checkLinkRules } from './check-laws.ts';
import { checkTable } from './check-table.ts';
import { connectDuckDb } from './connect-duckdb.ts';
import { createFindBreach, textTable } from './find-breach.ts';
import { type LoadedDataset, loadDatasets } from './load-datasets.ts';

export interface DatasetsReport {
  /** Every mistake in every dataset; empty when the tables are as their descriptors say. */
  readonly problems: readonly Problem[];
  readonly datasets: readonly {
    readonly id: string;
    readonly tables: readonly { readonly name: string; readonly rows: number }[];
  }[];
}

/** Proves every published table against its descriptor, and the links between tables. */
export async function checkDatasets(root: string): Promise<DatasetsReport> {
  const { datasets, problems: descriptorProblems } = await loadDatasets(root);
  const problems = [...descriptorProblems];
  const { connection, close } = await connectDuckDb();
  try {
    for (const dataset of datasets) {
      await connection.run(`CREATE SCHEMA ${toQuotedName(dataset.descriptor.id)}`);
      for (const table of dataset.descriptor.tables)
        problems.push(...(await checkTable(connection, dataset, table)));
    }
    for (const dataset of datasets) problems.push(...(await checkForeignKeys(connection, dataset, datasets)));
  } finally {
    close();
  }
  return {
    problems,
    datasets: datasets.map(({ descriptor }) => ({
      id: descriptor.id,
      tables: descriptor.tables.map(({ name, rowCount }) => ({ name, rows: rowCount })),
    })),
  };
}

/** Proves that every row finds its match where a foreign key says so. */
async function checkForeignKeys(
  connection: DuckDBConnection,
  dataset: LoadedDataset,
  datasets: readonly LoadedDataset[],
): Promise<Problem[]> {
  const { descriptor } = dataset;
  const readable = await readableTables(connection);
  const problems: Problem[] = [];
  for (const table of descriptor.tables) {
    for (const [keyIndex, { columns, references }] of table.foreignKeys.entries()) {
      const from = textTable(descriptor.id, table.name);
      const to = textTable(references.dataset ?? descriptor.id, references.table);
      // A table that could not be read has been reported already.
      if (!readable.has(from) || !readable.has(to)) continue;
      const parent = datasets
        .find((other) => other.descriptor.id === (references.dataset ?? descriptor.id))
        ?.descriptor.tables.find(({ name }) => name === references.table);
      if (parent)
        problems.push(
          ...(await checkLinkRules(
            connection,
            dataset,
            { table, keyIndex },
            { table: parent, text: to },
            from,
          )),
        );
      const { present, matches } = linkSql({ columns, references });
      const breach = await createFindBreach(connection, `${from} AS source`)(
        `${present} AND NOT EXISTS (FROM ${to} AS target WHERE ${matches})`,
        `concat_ws(', ', ${columns.map(toQuotedName).join(', ')})`,
      );
      if (breach === undefined) continue;
      problems.push({
        file: `datasets/${descriptor.id}/${table.file}`,
        line: breach.line,
        path: columns.join(', '),
        expected: `values that stand in ${references.columns.join(', ')} of "${references.table}"`,
        found: `${countWords(breach.count, 'row')} with others, the first with "${breach.value}"`,
        remedy: 'Add the missing rows there, or correct the values here.',
      });
    }
  }
  return problems;
}

async function readableTables(connection: DuckDBConnection): Promise<Set<string>> {
  const result = await connection.runAndReadAll('SELECT schema_name, table_name FROM duckdb_tables()');
  return new Set(result.getRowsJS().map(([schema, table]) => textTable(String(schema), String(table))));
}

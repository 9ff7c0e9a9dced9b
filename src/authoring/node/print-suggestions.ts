import { join } from 'node:path';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { readAsTextSql, typedColumnsSql } from '#src/datasets/table-sql.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { suggestLaws } from '#src/witnesses/facts/suggest-laws.ts';

/** Prints what the tables suggest and their descriptors do not say. Witnesses may break it until it is declared. */
export async function printSuggestions(datasets: readonly LoadedDataset[]): Promise<void> {
  for (const { descriptor, folder } of datasets) {
    for (const table of descriptor.tables) {
      const database = await createNativeDatabase();
      try {
        const names = table.columns.map(({ name }) => name);
        await database.query(
          `CREATE TABLE ${toQuotedName(table.name)} AS SELECT ${typedColumnsSql(table)} FROM ${readAsTextSql(names, join(folder, table.file))}`,
        );
        const laws = await suggestLaws(database, table);
        if (laws.length > 0) console.log(`${descriptor.id}: ${table.name}\n  ${laws.join('\n  ')}`);
      } finally {
        database.close();
      }
    }
  }
  console.log(
    'All of this is so in the rows of today. Declare what must be so by its meaning, and leave out what is chance.',
  );
}

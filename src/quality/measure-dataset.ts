import type { DatasetDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { typedColumnsSql } from '#src/datasets/table-sql.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { measureColumns, measureUniqueness } from './measure-columns.ts';
import { type FindTable, measureLinks } from './measure-links.ts';
import { measureNumbers } from './measure-numbers.ts';
import { measureControlTotals, measureRules } from './measure-rules.ts';
import { measureRowsOverTime } from './measure-rows-over-time.ts';
import { measureTimeliness } from './measure-timeliness.ts';
import { measureValidity } from './measure-validity.ts';
import type { DatasetQuality, TableQuality } from './quality.ts';

/**
 * Measures a dataset along the six dimensions of the Government Data Quality Framework (Government Data Quality Hub,
 * 2020): completeness, uniqueness, consistency, timeliness, validity and accuracy.
 *
 * @param findTable - Where each table stands as text, a gap as NULL. Typed copies stand under plain names meanwhile.
 */
export async function measureDataset(
  database: Database,
  descriptor: DatasetDescriptor,
  findTable: FindTable,
): Promise<DatasetQuality> {
  const found = descriptor.tables.flatMap((table) => {
    const text = findTable(descriptor.id, table.name);
    return text === undefined ? [] : [{ table, text }];
  });
  for (const { table, text } of found) {
    await database.query(
      `CREATE TEMP TABLE ${toQuotedName(table.name)} AS SELECT ${typedColumnsSql(table)} FROM ${text}`,
    );
  }
  try {
    const tables: TableQuality[] = [];
    for (const { table, text } of found)
      tables.push(await measureTable(database, descriptor, table, text, findTable));
    return {
      id: descriptor.id,
      tables,
      timeliness: measureTimeliness(descriptor),
      controlTotals: await measureControlTotals(database, descriptor),
    };
  } finally {
    for (const { table } of found) await database.query(`DROP TABLE temp.${toQuotedName(table.name)}`);
  }
}

async function measureTable(
  database: Database,
  descriptor: DatasetDescriptor,
  table: TableDescriptor,
  text: string,
  findTable: FindTable,
): Promise<TableQuality> {
  const typed = `temp.${toQuotedName(table.name)}`;
  const time = await measureRowsOverTime(database, table, typed);
  return {
    name: table.name,
    ...(await measureColumns(database, table, text, typed)),
    uniqueness: await measureUniqueness(database, table, text),
    links: await measureLinks(database, descriptor, table, findTable),
    rules: await measureRules(database, table, typed),
    validity: await measureValidity(database, table, text),
    numbers: await measureNumbers(database, table, typed),
    ...(time === undefined ? {} : { time }),
  };
}

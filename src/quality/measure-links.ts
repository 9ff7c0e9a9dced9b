import type { DatasetDescriptor, ReferenceDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { linkSql } from '#src/datasets/link-sql.ts';
import type { Database } from '#src/results/database.ts';
import type { MeasuredLink } from './quality.ts';
import { queryNumbers, toNameList } from './sql.ts';

/** Where a table's text stands in the database; undefined for one that could not be read. */
export type FindTable = (datasetId: string, table: string) => string | undefined;

interface LinkToMeasure {
  readonly kind: MeasuredLink['kind'];
  readonly columns: readonly string[];
  readonly references: ReferenceDescriptor;
  readonly meaning?: string;
}

/** Consistency between tables: how many rows find their match. Equal values are equal text, as published. */
export async function measureLinks(
  database: Database,
  { id }: Pick<DatasetDescriptor, 'id'>,
  table: TableDescriptor,
  findTable: FindTable,
): Promise<MeasuredLink[]> {
  const links: LinkToMeasure[] = [
    ...table.foreignKeys.map((key) => ({ kind: 'foreign key' as const, ...key })),
    ...table.links.map((link) => ({ kind: 'link' as const, ...link })),
  ];
  const measured: MeasuredLink[] = [];
  for (const link of links) {
    const dataset = link.references.dataset ?? id;
    const from = findTable(id, table.name);
    const target = findTable(dataset, link.references.table);
    if (from === undefined || target === undefined) continue;
    const { columns, table: targetTable } = link.references;
    measured.push({
      kind: link.kind,
      columns: link.columns,
      to: { dataset, table: targetTable, columns },
      ...(link.meaning === undefined ? {} : { meaning: link.meaning }),
      ...(await countMatches(database, link, from, target)),
    });
  }
  return measured;
}

async function countMatches(database: Database, link: LinkToMeasure, from: string, target: string) {
  const columns = toNameList(link.columns);
  const { present, matches } = linkSql(link);
  const looked = `WITH source AS (SELECT ${columns}, count(*) AS "row count" FROM ${from} WHERE ${present} GROUP BY ALL),
    looked AS (SELECT *, EXISTS (FROM ${target} AS target WHERE ${matches}) AS "is found" FROM source)`;
  const [rows = 0, matchedRows = 0, values = 0, matchedValues = 0] = await queryNumbers(
    database,
    `${looked} SELECT coalesce(sum("row count"), 0)::BIGINT, coalesce(sum("row count") FILTER ("is found"), 0)::BIGINT,
       count(*), count(*) FILTER ("is found") FROM looked`,
  );
  const unmatched = await database.query(
    `${looked} SELECT concat_ws(', ', ${columns}) FROM looked WHERE NOT "is found" ORDER BY "row count" DESC, 1 LIMIT 3`,
  );
  return {
    rows,
    matchedRows,
    values,
    matchedValues,
    unmatched: unmatched.rows.map(([value]) => String(value)),
  };
}

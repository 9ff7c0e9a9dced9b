import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import type { ApiDataset } from './published.ts';

/**
 * The CSV files of a dataset as CSV on the Web (https://www.w3.org/TR/tabular-metadata/), for `csv-metadata.json`,
 * where readers of the standard look for it beside any CSV file. One document for all of them, because a foreign key
 * must end within its document; keys to tables that have no CSV file here are left out. Undefined when no table has one.
 */
export function toCsvw({ descriptor, tables }: ApiDataset) {
  const files = new Map(tables.flatMap(({ name, csv }) => (csv === undefined ? [] : [[name, csv.path]])));
  if (files.size === 0) return undefined;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }],
    'dc:title': descriptor.title,
    'dc:description': descriptor.summary,
    'dc:publisher': descriptor.publisher,
    'dc:license': { '@id': descriptor.licence.url },
    'dc:rights': descriptor.licence.attribution,
    'dc:source': { '@id': descriptor.source.page },
    dialect: { encoding: 'utf-8', lineTerminators: ['\n'], header: true },
    tables: descriptor.tables.flatMap((table) => {
      const url = files.get(table.name);
      return url === undefined ? [] : [toCsvwTable(table, url, files)];
    }),
  };
}

function toCsvwTable(table: TableDescriptor, url: string, files: ReadonlyMap<string, string>) {
  const foreignKeys = table.foreignKeys.flatMap(({ columns, references }) => {
    const resource = references.dataset === undefined ? files.get(references.table) : undefined;
    return resource === undefined
      ? []
      : [{ columnReference: columns, reference: { resource, columnReference: references.columns } }];
  });
  return {
    url,
    'dc:description': table.row,
    tableSchema: {
      columns: table.columns.map(toCsvwColumn),
      ...(table.primaryKey.length === 0 ? {} : { primaryKey: table.primaryKey }),
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

function toCsvwColumn(column: ColumnDescriptor) {
  return {
    name: column.name,
    titles: column.name,
    'dc:description': column.unit === undefined ? column.meaning : `${column.meaning} Unit: ${column.unit}.`,
    datatype: toDatatype(column),
    required: !column.nullable,
  };
}

function toDatatype({ type, allowed, range }: ColumnDescriptor) {
  const limits = range === undefined ? {} : { minimum: range[0], maximum: range[1] };
  switch (type) {
    case 'VARCHAR':
      return allowed === undefined
        ? 'string'
        : { base: 'string', format: `^(${allowed.map(escapePattern).join('|')})$` };
    case 'BOOLEAN':
      return 'boolean';
    case 'INTEGER':
      return { base: 'int', ...limits };
    case 'BIGINT':
      return { base: 'long', ...limits };
    case 'DOUBLE':
      return { base: 'double', ...limits };
    case 'DATE':
      return { base: 'date', format: 'yyyy-MM-dd', ...limits };
    case 'TIMESTAMP':
      return { base: 'dateTime', format: 'yyyy-MM-dd HH:mm:ss', ...limits };
    default:
      return { base: 'decimal', ...limits };
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

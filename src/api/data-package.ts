import type { ColumnDescriptor, DatasetDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { formats } from './formats.ts';
import type { ApiDataset, PublishedTable } from './published.ts';
import { toValueType } from './value-types.ts';

/** The short names of licences by the full ones, as SPDX lists them. */
const licenceNames: Readonly<Record<string, string>> = {
  'Open Government Licence v2.0': 'OGL-UK-2.0',
  'Open Government Licence v3.0': 'OGL-UK-3.0',
  'Open Parliament Licence v3.0': 'OPL-UK-3.0',
  'Creative Commons Attribution 4.0 (CC BY 4.0)': 'CC-BY-4.0',
};

const fieldTypes = { 'date-time': 'datetime' } as const;

/**
 * A dataset as a Data Package, version 2 (https://datapackage.org/standard/data-package/), for `datapackage.json`. It
 * keeps to what version 1 knows too, because many tools read that one alone. Links to other datasets stand in
 * `links`, a property of our own: the standard's foreign keys end at the package.
 */
export function toDataPackage({ descriptor, tables }: ApiDataset) {
  const { id, title, summary, themes, source, publisher, licence } = descriptor;
  const tabular = tables.every(({ csv }) => csv !== undefined);
  const name = licenceNames[licence.name];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: tabular ? 'tabular-data-package' : 'data-package',
    name: id,
    title,
    description: `${summary}\n\nKnown problems:\n${descriptor.problems.map((problem) => `- ${problem}`).join('\n')}`,
    homepage: source.page,
    ...(themes.length === 0 ? {} : { keywords: themes }),
    licenses: [{ ...(name === undefined ? {} : { name }), path: licence.url, title: licence.name }],
    sources: [{ title: publisher, path: source.page }],
    contributors: [{ title: publisher, role: 'publisher' }],
    attribution: licence.attribution,
    resources: tables.map((table) => toResource(descriptor, table)),
    links: descriptor.tables.flatMap((table) =>
      table.foreignKeys.flatMap(({ columns, references }) =>
        references.dataset === undefined
          ? []
          : [
              {
                resource: table.name,
                fields: columns,
                reference: {
                  package: `../${references.dataset}/datapackage.json`,
                  resource: references.table,
                  fields: references.columns,
                },
              },
            ],
      ),
    ),
  };
}

function toResource(descriptor: DatasetDescriptor, table: PublishedTable) {
  const described = descriptor.tables.find(({ name }) => name === table.name);
  if (described === undefined) throw new Error(`"${descriptor.id}" describes no table "${table.name}".`);
  const format = table.csv === undefined ? 'parquet' : 'csv';
  const file = table.csv ?? table.parquet;
  const foreignKeys = described.foreignKeys.flatMap((key) => toForeignKey(described, key));
  return {
    name: table.name,
    type: 'table',
    profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
    title: table.name,
    description: described.row,
    path: file.path,
    format,
    mediatype: formats[format].mediaType,
    ...(format === 'csv' ? { encoding: 'utf-8' } : {}),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    rows: table.rows,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: described.columns.map(toPackageField),
      ...(described.primaryKey.length === 0 ? {} : { primaryKey: described.primaryKey }),
      missingValues: [''],
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

function toPackageField({ name, type, meaning, unit, nullable, allowed, range }: ColumnDescriptor) {
  const valueType = toValueType(type);
  return {
    name,
    type: valueType === 'date-time' ? fieldTypes[valueType] : valueType,
    ...(valueType === 'date-time' ? { format: '%Y-%m-%d %H:%M:%S' } : {}),
    description: meaning,
    ...(unit === undefined ? {} : { unit }),
    constraints: {
      required: !nullable,
      ...(allowed === undefined ? {} : { enum: allowed }),
      ...(range === undefined ? {} : { minimum: range[0], maximum: range[1] }),
    },
  };
}

function toForeignKey(
  table: TableDescriptor,
  { columns, references }: TableDescriptor['foreignKeys'][number],
) {
  if (references.dataset !== undefined) return [];
  // Version 1 names the table itself by empty text, and version 2 still reads it so.
  const resource = references.table === table.name ? '' : references.table;
  return [{ fields: columns, reference: { resource, fields: references.columns } }];
}

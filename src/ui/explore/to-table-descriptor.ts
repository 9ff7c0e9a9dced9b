import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { OwnTable } from '#src/explore/browser/read-own-file.ts';

/** A person's own table in the form in which the editor knows ours. */
export function toTableDescriptor({ name, fileName, profile }: OwnTable): TableDescriptor {
  return {
    name,
    row: `A row of your file ${fileName}.`,
    file: 'own.csv',
    rowCount: profile.rowCount,
    sha256: '',
    primaryKey: [],
    foreignKeys: [],
    links: [],
    rules: [],
    columns: profile.columns.map((column) => ({
      name: column.name,
      type: column.type,
      meaning: column.heading === '' ? 'A column of your file.' : `“${column.heading}” in your file.`,
      nullable: column.missing > 0,
    })),
  };
}

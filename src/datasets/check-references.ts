import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { DatasetDescriptor } from './descriptor.ts';

/** A dataset's descriptor with the file that it was read from. */
export interface DescribedDataset {
  readonly descriptor: DatasetDescriptor;
  /** The descriptor's path from the project's root, for messages. */
  readonly file: string;
  /** The descriptor as its author wrote it. */
  readonly text: string;
}

/** Foreign keys and links to another dataset that name a dataset, table or column which is not there. */
export function checkReferences(
  { descriptor, file, text }: DescribedDataset,
  datasets: readonly DescribedDataset[],
): Problem[] {
  return descriptor.tables.flatMap((table, tableIndex) =>
    [
      ...table.foreignKeys.map(({ references }, index) => ({ references, at: `foreignKeys.${index}` })),
      ...table.links.map(({ references }, index) => ({ references, at: `links.${index}` })),
    ].flatMap(({ references, at }) => {
      const problem = (field: string, expected: string, found: string): Problem => {
        const path = `tables.${tableIndex}.${at}.references.${field}`;
        return { file, line: lineInText(text, path), path, expected, found: `"${found}"` };
      };
      if (references.dataset === undefined) return [];
      const other = datasets.find((dataset) => dataset.descriptor.id === references.dataset)?.descriptor;
      if (other === undefined) {
        return [problem('dataset', 'a dataset whose descriptor has no mistakes', references.dataset)];
      }
      const target = other.tables.find(({ name }) => name === references.table);
      if (target === undefined) return [problem('table', `a table of "${other.id}"`, references.table)];
      return references.columns
        .filter((column) => !target.columns.some(({ name }) => name === column))
        .map((column) => problem('columns', `columns of "${target.name}"`, column));
    }),
  );
}

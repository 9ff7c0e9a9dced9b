import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { DatasetDescriptor } from '../descriptor.ts';
import { parseDataset } from '../parse-dataset.ts';

export interface LoadedDataset {
  readonly descriptor: DatasetDescriptor;
  /** The descriptor's path from the project's root, for messages. */
  readonly file: string;
  /** Absolute path of the folder with the tables. */
  readonly folder: string;
}

export interface LoadedDatasets {
  /** Sorted by id; those whose descriptor has problems are left out. */
  readonly datasets: readonly LoadedDataset[];
  readonly problems: readonly Problem[];
}

/** Reads every `datasets/<id>/dataset.yaml` under the project's root, with all mistakes in all of them. */
export async function loadDatasets(root: string): Promise<LoadedDatasets> {
  const entries = await readdir(join(root, 'datasets'), { withFileTypes: true });
  const ids = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  const datasets: LoadedDataset[] = [];
  const problems: Problem[] = [];
  for (const id of ids) {
    const folder = join(root, 'datasets', id);
    const file = `datasets/${id}/dataset.yaml`;
    if (!existsSync(join(folder, 'dataset.yaml'))) {
      problems.push({
        file,
        line: 1,
        path: '',
        expected: 'a descriptor in every folder of datasets/',
        found: 'none',
      });
      continue;
    }
    const parsed = parseDataset(await readFile(join(folder, 'dataset.yaml'), 'utf8'), file);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (parsed.value.id !== id) {
      const remedy = 'Rename the folder or change the id.';
      problems.push({
        file,
        line: 1,
        path: 'id',
        expected: `"${id}", the folder's name`,
        found: `"${parsed.value.id}"`,
        remedy,
      });
    } else datasets.push({ descriptor: parsed.value, file, folder });
  }
  return {
    datasets: datasets,
    problems: [...problems, ...datasets.flatMap((dataset) => badReferences(dataset, datasets))],
  };
}

/** Foreign keys to another dataset that name a dataset, table or column which is not there. */
function badReferences({ descriptor, file }: LoadedDataset, datasets: readonly LoadedDataset[]): Problem[] {
  return descriptor.tables.flatMap((table, tableIndex) =>
    table.foreignKeys.flatMap(({ references }, keyIndex) => {
      if (references.dataset === undefined) return [];
      const path = `tables.${tableIndex}.foreignKeys.${keyIndex}.references`;
      const other = datasets.find((dataset) => dataset.descriptor.id === references.dataset)?.descriptor;
      if (other === undefined) {
        return [
          {
            file,
            line: 1,
            path: `${path}.dataset`,
            expected: 'a dataset without mistakes of its own',
            found: `"${references.dataset}"`,
          },
        ];
      }
      const target = other.tables.find(({ name }) => name === references.table);
      if (target === undefined) {
        return [
          {
            file,
            line: 1,
            path: `${path}.table`,
            expected: `a table of "${other.id}"`,
            found: `"${references.table}"`,
          },
        ];
      }
      return references.columns
        .filter((column) => !target.columns.some(({ name }) => name === column))
        .map((column) => ({
          file,
          line: 1,
          path: `${path}.columns`,
          expected: `columns of "${target.name}"`,
          found: `"${column}"`,
        }));
    }),
  );
}

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import { checkReferences, type DescribedDataset } from '../check-references.ts';
import { checkTableNames } from '../check-table-names.ts';
import { parseDataset } from '../parse-dataset.ts';

export interface LoadedDataset extends DescribedDataset {
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
      const remedy = 'Write the descriptor, or remove the folder.';
      problems.push({
        file,
        line: 1,
        path: '',
        expected: 'a descriptor in every folder of datasets/',
        found: 'none',
        remedy,
      });
      continue;
    }
    const text = await readFile(join(folder, 'dataset.yaml'), 'utf8');
    const parsed = parseDataset(text, file);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (parsed.value.id !== id) {
      const words = { expected: `"${id}", the folder's name`, found: `"${parsed.value.id}"` };
      const remedy = 'Rename the folder or change the id.';
      problems.push({ file, line: lineInText(text, 'id'), path: 'id', ...words, remedy });
    } else datasets.push({ descriptor: parsed.value, file, text, folder });
  }
  const references = datasets.flatMap((dataset) => checkReferences(dataset, datasets));
  return { datasets, problems: [...problems, ...references, ...checkTableNames(datasets)] };
}

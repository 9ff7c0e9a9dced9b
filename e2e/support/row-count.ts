import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Descriptor {
  readonly tables: readonly { readonly name: string; readonly rowCount: number }[];
}

/** How many rows a table has, as its descriptor says and the build proves. Throws when the dataset has no such table. */
export function rowCountOf(dataset: string, table: string): number {
  const path = join('datasets', dataset, 'dataset.yaml');
  const { tables } = parse(readFileSync(path, 'utf8')) as Descriptor;
  const found = tables.find(({ name }) => name === table);
  if (!found) throw new Error(`${path} describes no table "${table}".`);
  return found.rowCount;
}

/** Of the table that most browser tests ask. */
export const serviceCount = rowCountOf('government-services', 'services');

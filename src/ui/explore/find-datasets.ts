import { tokenise } from '#src/sql/tokens.ts';
import type { ExploreDataset } from './explore-dataset.ts';

/**
 * The datasets in which every word of a search stands somewhere: in the title, the summary, the publisher, the name of a
 * table or column, or among the other words that people search it by. An empty search finds all.
 */
export function findDatasets(datasets: readonly ExploreDataset[], search: string): readonly ExploreDataset[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return datasets.filter((dataset) => {
    const text = toSearchText(dataset);
    return words.every((word) => text.includes(word));
  });
}

/** Datasets that are not picked although a query names one of their tables. */
export function findNamedDatasets(
  query: string,
  datasets: readonly ExploreDataset[],
  picked: readonly string[],
): readonly ExploreDataset[] {
  const names = new Set(
    tokenise(query)
      .filter(({ kind }) => kind === 'word' || kind === 'quoted-name')
      .map(({ text }) => text.replace(/^"(.*)"$/s, '$1').toLowerCase()),
  );
  return datasets.filter(
    ({ id, tables }) => !picked.includes(id) && tables.some(({ name }) => names.has(name)),
  );
}

function toSearchText({ id, title, summary, publisher, tables, searchWords }: ExploreDataset): string {
  const names = tables.flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)]);
  return [id, title, summary, publisher, ...names, ...searchWords].join(' ').toLowerCase();
}

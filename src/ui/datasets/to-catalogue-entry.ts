import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { type CatalogueEntry, toPlainText } from './match-dataset.ts';

/**
 * What can be searched of a dataset: its titles, the tables and columns that somebody may know by name, and other words
 * that people have for it.
 */
export function toCatalogueEntry(
  descriptor: DatasetDescriptor,
  searchWords: readonly string[],
): CatalogueEntry {
  const { title, summary, publisher, themes, period, dates, tables } = descriptor;
  const columns = tables.flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)]);
  const words = toPlainText(
    [title, summary, publisher, ...themes, period, ...columns, ...searchWords].join(' '),
  ).split(' ');
  return {
    // Each word once: the order does not matter, and the page stays small.
    text: [...new Set(words)].join(' '),
    themes,
    publisher,
    years: [Number(dates.from.slice(0, 4)), Number(dates.to.slice(0, 4))],
  };
}

import type { TableDescriptor } from '#src/datasets/descriptor.ts';

/** The id of the element in which a page keeps the descriptors of its tables, once, as JSON. */
export const pageTablesId = 'page-tables';

/** The text of that element: no end of a script can stand in it. */
export function toPageTables(tables: readonly TableDescriptor[]): string {
  return JSON.stringify(tables).replaceAll('<', '\\u003c');
}

let kept: readonly TableDescriptor[] | undefined;

/** The page's tables with these names, in the page's order; none while the server draws. */
export function pageTables(names: readonly string[]): readonly TableDescriptor[] {
  if (typeof document === 'undefined') return [];
  const text = document.getElementById(pageTablesId)?.textContent;
  // Written by our own build into the same page.
  kept ??= text ? (JSON.parse(text) as readonly TableDescriptor[]) : [];
  return kept.filter(({ name }) => names.includes(name));
}

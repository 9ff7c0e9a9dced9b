import type { ColumnNote } from '#src/charts/chart-columns.ts';
import type { ColumnDescriptor } from '#src/datasets/descriptor.ts';
import { toColumnNotes } from '#src/charts/column-notes.ts';
import type { ChartDataset } from '#src/charts/take-away/chart-source.ts';
import { siteUrl } from '../site-url.ts';

/** What is known of a result: its columns' units, and where its figures come from. */
export interface ChartSource {
  readonly notes: ReadonlyMap<string, ColumnNote>;
  readonly datasets: readonly ChartDataset[];
}

/** The part of a dataset's published description that charts read. */
interface DatasetFile {
  readonly title: string;
  readonly publisher: string;
  readonly period: string;
  readonly licence: { readonly name: string; readonly url: string; readonly attribution: string };
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly ColumnDescriptor[];
    readonly files: readonly { readonly format: string; readonly href: string }[];
  }[];
}

const kept = new Map<string, Promise<DatasetFile>>();

/**
 * Finds out which datasets a query reads and what they say of its columns. Where a description does not come, the chart does
 * without its units and says less of its source.
 *
 * @param ids - of the datasets whose tables the query may name
 */
export async function loadChartSource(ids: readonly string[], query: string): Promise<ChartSource> {
  const files = await Promise.all(
    ids.map(async (id) => {
      try {
        return { id, file: await loadDatasetFile(id) };
      } catch (cause) {
        console.error(cause);
        return undefined;
      }
    }),
  );
  const named = files
    .filter((each) => each !== undefined)
    .map(({ id, file }) => ({
      id,
      ...file,
      tables: file.tables.filter(({ name }) => namesTable(query, name)),
    }))
    .filter(({ tables }) => tables.length > 0);
  return {
    notes: toColumnNotes(
      query,
      named.flatMap(({ tables }) => tables),
    ),
    datasets: named.map(({ id, title, publisher, period, licence, tables }) => ({
      id,
      title,
      publisher,
      period,
      licence,
      page: absolute(`/datasets/${id}/`),
      tables: tables.map(({ name, columns, files: formats }) => ({
        ...{ name, columns },
        csv: absolute(`/api/v1/datasets/${id}/${hrefOf(formats, 'csv') ?? `${name}.csv`}`),
        parquet: absolute(`/api/v1/datasets/${id}/${hrefOf(formats, 'parquet') ?? `${name}.parquet`}`),
      })),
    })),
  };
}

function hrefOf(files: DatasetFile['tables'][number]['files'], format: string): string | undefined {
  return files.find((file) => file.format === format)?.href;
}

function namesTable(query: string, name: string): boolean {
  return new RegExp(`(^|[^\\w])${name}([^\\w]|$)`, 'i').test(query);
}

function absolute(path: `/${string}`): string {
  return new URL(siteUrl(path), location.href).href;
}

function loadDatasetFile(id: string): Promise<DatasetFile> {
  const found = kept.get(id);
  if (found) return found;
  const promise = fetch(siteUrl(`/api/v1/datasets/${id}/metadata.json`)).then((response) => {
    if (!response.ok) throw new Error(`The server answered ${response.status} for the description of ${id}.`);
    // Written by our own build.
    return response.json() as Promise<DatasetFile>;
  });
  kept.set(id, promise);
  promise.catch(() => kept.delete(id));
  return promise;
}

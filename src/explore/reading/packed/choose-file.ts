import { listWords } from '#src/words/list-words.ts';
import { FileProblem } from '../../own-table.ts';
import type { ZipEntry } from './list-zip.ts';

const tableEndings = /\.(csv|tsv|tab|txt|psv|dat|json|jsonl|ndjson|geojson|parquet|xlsx|xlsm|xlsb|xls|ods)$/i;
const aboutTable = /(^|\/)[^/]*(read.?me|licen[cs]e|metadata|about|notes?|terms)[^/]*$/i;
const hidden = /(^|\/)(\.|__MACOSX\/)/;
const idStart = 'zip:';

/** A file of a zip that may be a table, and what the reader of it is asked for. */
export interface ChosenFile {
  readonly entry: ZipEntry;
  /** The table in that file; undefined for the likeliest. */
  readonly table: string | undefined;
  readonly others: readonly ZipEntry[];
}

/** Whether a zip is a workbook, by what its makers must put into it. */
export const isWorkbookZip = (entries: readonly ZipEntry[]) =>
  entries.some(({ name }) => /^(\[Content_Types\]\.xml|content\.xml|mimetype|xl\/.*)$/i.test(name));

/** The id by which a file of a zip, or a table in it, is chosen. */
export const toFileId = (name: string, table?: string) =>
  `${idStart}${name}${table === undefined ? '' : `#${table}`}`;

/**
 * The file of a zip that the person chose, or the largest that may be a table and not the words about it.
 *
 * @throws FileProblem when there is none.
 */
export function chooseFile(entries: readonly ZipEntry[], table: string | undefined): ChosenFile {
  const files = entries.filter(
    ({ name, stated }) => stated > 0 && tableEndings.test(name) && !hidden.test(name),
  );
  const asked = files.find(
    ({ name }) => table === toFileId(name) || table?.startsWith(toFileId(name, '')) === true,
  );
  const likely = files.filter(({ name }) => !aboutTable.test(name) && !/\.txt$/i.test(name));
  const largest = (some: readonly ZipEntry[]) =>
    some.reduce<ZipEntry | undefined>((a, b) => (a && a.stated >= b.stated ? a : b), undefined);
  const entry = asked ?? largest(likely) ?? largest(files);
  if (!entry) {
    const names = entries.slice(0, 3).map(({ name }) => `“${name}”`);
    throw new FileProblem(
      `This zip holds no table${names.length > 0 ? `, but ${listWords(names)}${entries.length > 3 ? ' and more' : ''}` : ''}. Choose a file that is CSV, JSON, Parquet, Excel or OpenDocument.`,
    );
  }
  const start = toFileId(entry.name, '');
  return {
    entry,
    table: asked && table?.startsWith(start) ? table.slice(start.length) : undefined,
    others: files.filter((each) => each !== entry),
  };
}

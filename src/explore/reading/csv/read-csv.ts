import { countWords } from '#src/words/count-words.ts';
import { FileProblem } from '../../own-table.ts';
import type { FoundTable, ReadingChoice, ReadingStep } from '../../own-table.ts';
import { toSafeNames } from '../../safe-name.ts';
import { isFilled } from '../cell-shapes.ts';
import { findCsvShape } from './csv-format.ts';
import type { CsvShape } from './csv-format.ts';
import { readCsvRecords } from './csv-records.ts';
import type { CsvPlace, CsvRecord } from './csv-records.ts';
import { findHead, takeNotesOff } from '../find-headings.ts';
import type { TableHead } from '../find-headings.ts';
import { hasMixedLineEnds, toLineFeeds } from './line-ends.ts';
import { checkSize, packRows } from '../pack-rows.ts';
import { readBlock } from '../sheets/read-grid.ts';
import { toHeadingSteps } from '../reading-steps.ts';
import type { ReadTable } from '../read-result.ts';
import { toRowPlaces, withoutFirst } from '../../row-places.ts';
import { readSeparatorLine, toSeparatorSteps } from './separator-line.ts';
import { scanCsv, toBodyParts } from './scan-csv.ts';
import type { CsvBody } from './scan-csv.ts';

const mostTables = 50;
/** Larger files are never held as rows, so that what stands around their tables cannot be read as data. */
const mostBytesAsRows = 20_000_000;
const aroundTable = ['titles', 'headings-joined', 'descriptions', 'notes-below'];

interface CsvTable extends FoundTable {
  readonly shape: CsvShape;
  readonly head: TableHead;
  readonly records: readonly CsvRecord[];
  readonly body: CsvBody;
  readonly place: CsvPlace;
}

/**
 * A table of a CSV file: the one that the person chose or the first. Its rows stay the bytes that they are.
 *
 * @param bytes - UTF-8, without a byte order mark.
 * @throws FileProblem when there is nothing to read, or with the line that cannot be read.
 */
export function readCsv(
  bytes: Uint8Array<ArrayBuffer>,
  { table, off }: ReadingChoice,
  onProgress: (bytesDone: number) => void = () => undefined,
): ReadTable {
  const tables = findTables(bytes, off, onProgress);
  const chosen = tables.find(({ id }) => id === table) ?? tables[0];
  if (!chosen) throw noRows();
  const looks = tables.map(({ id, name, rowCount, look }) => ({ id, name, rowCount, look }));
  const rest = {
    delimiter: chosen.shape.delimiter,
    tables: looks,
    table: chosen.id,
    notes: toTableNotes(tables, chosen),
  };
  if (off.some((step) => aroundTable.includes(step))) {
    const read = readAsRows(bytes, chosen, off);
    return {
      ...packRows({ headings: read.headings, rows: read.rows, textMayBeFigures: true }),
      ...rest,
      delimiter: ',',
      places: toRowPlaces('line', read.lines),
      remarks: read.remarks,
      steps: [...read.steps, ...toSeparatorSteps(bytes)],
    };
  }
  const { body, head, shape, records } = chosen;
  const takesFirst = off.includes('no-headings') && head.headingLines === 0;
  const given = takesFirst ? (records[head.titles]?.fields ?? []) : head.headings;
  const { headings, taken } = off.includes('heading-notes')
    ? { headings: given, taken: [] }
    : takeNotesOff(given);
  checkSize(headings.length, body.rowCount);
  const names = toSafeNames(headings);
  const parts = toBodyParts(
    bytes,
    takesFirst ? { ...body, start: records[head.titles + 1]?.start ?? body.end } : body,
  );
  const places = { word: 'line', runs: body.runs } as const;
  const mixed = hasMixedLineEnds(bytes);
  const titles = records.slice(0, head.titles).filter(({ fields }) => fields.some(isFilled));
  const firstRow = head.titles + head.headingLines + head.descriptions;
  const descriptions = records.slice(head.titles + head.headingLines, firstRow);
  return {
    ...rest,
    columns: names.map((name, index) => ({ name, heading: headings[index] ?? '' })),
    types: names.map(() => undefined),
    parts: mixed ? parts.map(toLineFeeds) : parts,
    longestRow: body.longestRow,
    places: takesFirst ? withoutFirst(places) : places,
    remarks: [
      ...[...titles, ...descriptions].map(({ fields }) => toRemark(fields, shape.delimiter)),
      ...body.notes.map(({ text }) => text),
    ],
    steps: [
      ...withoutUndo(
        bytes.length > mostBytesAsRows,
        toHeadingSteps({
          head: { ...head, headings },
          titleLines: titles.map(({ line }) => line),
          headingLines: records.slice(head.titles, head.titles + head.headingLines).map(({ line }) => line),
          descriptionLines: descriptions.map(({ line }) => line),
          noteLines: body.notes.map(({ line }) => line),
          taken,
          takesFirst,
          line: 'line',
        }),
      ),
      ...toCutStep(body),
      ...toSeparatorSteps(bytes),
    ],
  };
}

function findTables(
  bytes: Uint8Array,
  off: readonly string[],
  onProgress: (bytesDone: number) => void,
): CsvTable[] {
  const tables: CsvTable[] = [];
  const named = readSeparatorLine(bytes);
  let place: CsvPlace | undefined = named?.next ?? { at: 0, line: 1 };
  while (place !== undefined && tables.length < mostTables) {
    const shape = findCsvShape(bytes, place, tables[0]?.shape.delimiter ?? named?.delimiter);
    if (shape === undefined) break;
    const { width, delimiter, records } = shape;
    const head = findHead(records, width);
    const lines = records.slice(head.titles, head.titles + Math.max(head.headingLines, 1));
    checkHeadings(lines, width);
    const first = records[head.titles + head.headingLines + head.descriptions];
    const last = lines.at(-1);
    const from = first ?? { start: bytes.length, line: (last?.line ?? 0) + 1 };
    checkSize(width, 1);
    const words = lines.flatMap(({ fields }) => fields.map((field) => field.trim()));
    const start = { at: from.start, line: from.line };
    const body = scanCsv({ bytes, from: start, delimiter, width, headings: words, onProgress });
    const title = records.slice(0, head.titles).find(({ fields }) => fields.some(isFilled));
    tables.push({
      id: `table-${tables.length + 1}`,
      name: title
        ? toRemark(title.fields, delimiter).slice(0, 80)
        : `Table ${tables.length + 1}, from line ${lines[0]?.line ?? 1}`,
      rowCount: body.rowCount,
      look: [
        head.headings,
        ...records
          .slice(head.titles + head.headingLines + head.descriptions)
          .slice(0, 3)
          .map(({ fields }) => fields),
      ].map((row) => row.slice(0, 6).map((text) => text.slice(0, 60))),
      shape,
      head,
      records,
      body,
      place,
    });
    place = off.includes('one-table') ? undefined : body.next;
  }
  return tables;
}

/** Headings must fit the rows, but for empty fields at their end. */
function checkHeadings(lines: readonly CsvRecord[], width: number): void {
  const odd = lines.find(
    ({ fields }) => fields.slice(width).some(isFilled) || (fields.length < width && lines.length === 1),
  );
  if (!odd) return;
  throw new FileProblem(
    `Line ${odd.line} should hold the headings. It has ${countWords(odd.fields.length, 'column')}, but most lines below it have ${width}. Make them the same, then choose the file again.`,
  );
}

function toTableNotes(tables: readonly CsvTable[], chosen: CsvTable): string[] {
  if (tables.length < 2) return [];
  const others = tables
    .filter((each) => each !== chosen)
    .map(({ name, place }) => `“${name}” from line ${place.line}`);
  return [
    `This file holds ${tables.length} tables. These are the rows of “${chosen.name}”; ${others.slice(0, 3).join(', ')}${others.length > 3 ? ' and more' : ''} can be used too.`,
  ];
}

/** The table with what stands around it, as the person wants it read. */
function readAsRows(bytes: Uint8Array<ArrayBuffer>, chosen: CsvTable, off: readonly string[]) {
  const { place, body, shape } = chosen;
  const end = body.next?.at ?? bytes.length;
  if (end - place.at > mostBytesAsRows) {
    throw new FileProblem(
      'This file is too large to read its notes as data. Choose the file again without that.',
    );
  }
  const records = readCsvRecords(bytes.subarray(0, end), place, shape.delimiter, {
    records: 2_000_000,
    bytes: end,
  });
  const rows = records
    .filter(({ fields }) => fields.some(isFilled))
    .map(({ line, fields }) => ({ line, cells: fields.map((field) => (field === '' ? null : field)) }));
  return readBlock({ rows, merges: [] }, off);
}

function withoutUndo(isLarge: boolean, steps: readonly ReadingStep[]): ReadingStep[] {
  return steps.map((step) => {
    if (!isLarge || !aroundTable.includes(step.id)) return step;
    const { id, count, sentence } = step;
    return { id, count, sentence };
  });
}

function toCutStep({ cuts }: CsvBody): ReadingStep[] {
  if (cuts.length === 0) return [];
  const count = cuts.length / 2;
  return [
    {
      id: 'empty-ends',
      count,
      sentence: `${countWords(count, 'line')} had empty fields past the last column. These were left out.`,
    },
  ];
}

function toRemark(fields: readonly string[], delimiter: string): string {
  return fields.filter(isFilled).join(`${delimiter} `).replace(/\s+/g, ' ').trim();
}

function noRows(): FileProblem {
  return new FileProblem('This file holds no rows. Open it in a text editor to see what is in it.');
}

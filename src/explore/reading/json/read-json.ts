import { countWords } from '#src/words/count-words.ts';
import { findJsonFault } from './find-json-fault.ts';
import { FileProblem } from '../../own-table.ts';
import type { ReadingChoice, ReadingStep } from '../../own-table.ts';
import { isJsonObject } from './json-table.ts';
import type { JsonObject, JsonTable } from './json-table.ts';
import { toKnownTable } from './known-forms.ts';
import { parseExactly } from './parse-exactly.ts';
import { packRows } from '../pack-rows.ts';
import type { ReadTable } from '../read-result.ts';
import { placesInOrder } from '../../row-places.ts';

const deepestWrapper = 6;
const mostTables = 20;
/** Lists that tell of the rows, and are none. */
const describing =
  /(^|\.)(fields|columns|headers?|_?links?|schema|types|dimensions|facets|errors|warnings)$/i;

/**
 * Rows from JSON: a list of objects, wherever in the file it stands; one object a line; the properties of GeoJSON; columns
 * with lists of rows beside them. Keys become columns in the order in which they first come.
 *
 * @throws FileProblem with the line, where the text is no JSON, or with what was expected.
 */
export function readJson(text: string, { table }: ReadingChoice): ReadTable {
  const found = findTables(parseText(text));
  const likely = found.filter(({ path }) => !describing.test(path));
  const chosen =
    found.find(({ path }) => path === table) ??
    (likely.length > 0 ? likely : found).reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
  const { path, headings, rows } = chosen;
  const others = found.filter((each) => each !== chosen);
  const steps: ReadingStep[] = [];
  const nested = headings.filter((_heading, index) =>
    rows.some(
      (row) => typeof row[index] === 'object' && row[index] !== null && !(row[index] instanceof Date),
    ),
  );
  if (nested.length > 0) {
    steps.push({
      id: 'nested',
      count: nested.length,
      sentence: `Lists and objects inside a row stay as JSON text: ${nested.slice(0, 5).join(', ')}.`,
    });
  }
  return {
    ...packRows({ headings, rows, textMayBeFigures: chosen.figures ?? false }),
    delimiter: ',',
    notes: [
      ...(path === '' ? [] : [`The rows are those of “${path}” in the file.`]),
      ...chosen.notes,
      ...(others.length === 0
        ? []
        : [
            `The file has ${countWords(others.length, 'other list')} of rows: ${others
              .slice(0, 3)
              .map((other) => `“${other.path}”`)
              .join(', ')}.`,
          ]),
    ],
    remarks: [],
    steps,
    tables: found.map((each) => ({
      id: each.path,
      name: each.path === '' ? 'Rows' : each.path,
      rowCount: each.rows.length,
      look: [each.headings, ...each.rows.slice(0, 3).map((row) => row.map(toLookText))].map((row) =>
        row.slice(0, 6),
      ),
    })),
    table: path,
    places: placesInOrder('item'),
  };
}

function parseText(text: string): unknown {
  const trimmed = text.trim();
  const whole = tryParse(trimmed);
  if (whole.ok) return whole.value;
  const lines = text.split('\n');
  const firstLine = lines.find((line) => line.trim() !== '') ?? '';
  if (!trimmed.startsWith('[') && writesJsonObject(firstLine)) return parseLines(lines);
  const at = findJsonFault(text) ?? 0;
  const line = text.slice(0, at).split('\n').length;
  const found = text
    .slice(at, at + 200)
    .trim()
    .split('\n')[0]
    ?.slice(0, 40);
  throw new FileProblem(
    `This file is not JSON: line ${line} cannot be read. ${found ? `It stops making sense at “${found}”.` : 'The file ends too early.'} Mend it, then choose the file again.`,
  );
}

function parseLines(lines: readonly string[]): JsonObject[] {
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = tryParse(line);
    if (parsed.ok && isJsonObject(parsed.value)) return [parsed.value];
    const start = line.trim().slice(0, 60);
    throw new FileProblem(
      `Line ${index + 1} of this file cannot be read. Expected one JSON object, such as {"name": "value"}; found “${start}”. Mend the line, then choose the file again.`,
    );
  });
}

/** All tables of a file, at least one. */
function findTables(value: unknown): JsonTable[] {
  const whole = toTable(value, '');
  if (whole) return [whole];
  if (isJsonObject(value)) {
    const found: JsonTable[] = [];
    let level: (readonly [path: string, object: JsonObject])[] = [['', value]];
    for (let depth = 0; depth < deepestWrapper && level.length > 0 && level.length < 1000; depth++) {
      const inner: [string, JsonObject][] = [];
      for (const [path, object] of level) {
        for (const [key, each] of Object.entries(object)) {
          const place = path === '' ? key : `${path}.${key}`;
          const several = toKnownTables(each, place);
          const table = found.length < mostTables && !several ? toTable(each, place) : undefined;
          if (several) found.push(...several.slice(0, mostTables - found.length));
          else if (table) found.push(table);
          else if (isJsonObject(each)) inner.push([place, each]);
        }
      }
      level = inner;
    }
    return found.length > 0
      ? found
      : [
          {
            ...objectsToTable([value], ''),
            notes: ['The file holds a single object, so the table has one row.'],
          },
        ];
  }
  if (Array.isArray(value)) {
    const odd = value.findIndex((each) => !isJsonObject(each));
    throw new FileProblem(
      `Expected a JSON array of objects, such as [{"name": "value"}]; item ${odd + 1} is ${toLookText(value[odd]).slice(0, 60)}.`,
    );
  }
  throw new FileProblem(
    `Expected a JSON array of objects, such as [{"name": "value"}]; found ${JSON.stringify(value).slice(0, 60)}.`,
  );
}

/** The tables that a list holds one by one, as a collection of JSON-stat does. */
function toKnownTables(value: unknown, path: string): JsonTable[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostTables) return undefined;
  const tables = value.flatMap((each, index) =>
    isJsonObject(each) ? (toKnownTable(each, `${path}.${index}`) ?? []) : [],
  );
  return tables.length === value.length ? tables : undefined;
}

/** The rows that a value is; undefined when it is none. */
function toTable(value: unknown, path: string): JsonTable | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) return path === '' ? objectsToTable([], path) : undefined;
    if (value.every(isJsonObject)) {
      return value.every(isFeature) ? featuresToTable(value, path) : objectsToTable(value, path);
    }
    return listsToTable(value, path);
  }
  if (!isJsonObject(value)) return undefined;
  const known = toKnownTable(value, path);
  if (known) return known;
  const columns = toNames(value['columns'] ?? value['fields'] ?? value['headers'] ?? value['header']);
  const rows = value['data'] ?? value['rows'] ?? value['records'] ?? value['values'];
  if (columns && Array.isArray(rows) && rows.every(Array.isArray)) {
    return {
      path,
      headings: columns,
      rows: rows.map((row: unknown[]) => columns.map((_name, index) => row[index])),
      notes: [],
    };
  }
  return columnsToTable(value, path);
}

/** Names of columns: texts, or objects with a name. */
function toNames(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.map((each) =>
    isJsonObject(each) ? (each['name'] ?? each['fieldName'] ?? each['id'] ?? each['title']) : each,
  );
  return names.every((name) => typeof name === 'string' || typeof name === 'number')
    ? names.map(String)
    : undefined;
}

/** Lists of equal length, each a row, the first of them the headings. */
function listsToTable(lists: readonly unknown[], path: string): JsonTable | undefined {
  if (!lists.every((list) => Array.isArray(list)) || lists.length < 2) return undefined;
  const [first = [], ...rows] = lists as unknown[][];
  if (
    first.length < 2 ||
    !first.every((name) => typeof name === 'string') ||
    new Set(first).size < first.length
  )
    return undefined;
  return {
    path,
    headings: first as string[],
    rows: rows.map((row) => first.map((_name, index) => row[index])),
    notes: ['The first list in the file holds the headings.'],
  };
}

/** A list of values for each column, all as long. */
function columnsToTable(object: JsonObject, path: string): JsonTable | undefined {
  const entries = Object.entries(object);
  const lists = entries.map(([, list]) => list);
  const isScalar = (value: unknown) => typeof value !== 'object' || value === null;
  if (
    entries.length < 2 ||
    !lists.every((list): list is unknown[] => Array.isArray(list) && list.every(isScalar))
  )
    return undefined;
  const [first = []] = lists;
  if (first.length < 2 || lists.some(({ length }) => length !== first.length)) return undefined;
  return {
    path,
    headings: entries.map(([name]) => name),
    rows: first.map((_value, row) => lists.map((list) => list[row])),
    notes: ['Each list in the file is a column.'],
  };
}

const isFeature = (value: JsonObject) => value['type'] === 'Feature' && 'properties' in value;

/** What GeoJSON says of each place, and where it is. */
function featuresToTable(features: readonly JsonObject[], path: string): JsonTable {
  const points = features.every(({ geometry }) => !isJsonObject(geometry) || geometry['type'] === 'Point');
  const objects = features.map(({ properties, geometry, id }) => {
    const own = isJsonObject(properties) ? properties : {};
    const place = isJsonObject(geometry) ? geometry : undefined;
    const [longitude, latitude] = Array.isArray(place?.['coordinates'])
      ? (place['coordinates'] as unknown[])
      : [];
    return {
      ...(id === undefined ? {} : { id }),
      ...own,
      ...(points ? { longitude, latitude } : { geometry: place }),
    };
  });
  const note = points
    ? 'This is GeoJSON: the columns are the properties of each place, with its longitude and latitude.'
    : 'This is GeoJSON: the columns are the properties of each place, with its outline as JSON text in geometry.';
  return { ...objectsToTable(objects, path), notes: [note] };
}

function objectsToTable(objects: readonly JsonObject[], path: string): JsonTable {
  const headings = new Set<string>();
  for (const object of objects) for (const key of Object.keys(object)) headings.add(key);
  const names = [...headings];
  return {
    path,
    headings: names,
    rows: objects.map((object) => names.map((name) => object[name])),
    notes: [],
  };
}

function writesJsonObject(text: string): boolean {
  const parsed = tryParse(text);
  return parsed.ok && isJsonObject(parsed.value);
}

function tryParse(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: parseExactly(text) };
  } catch {
    return { ok: false };
  }
}

function toLookText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? '…' : String(value as string).slice(0, 60);
}

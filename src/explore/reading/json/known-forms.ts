import type { JsonObject, JsonTable } from './json-table.ts';
import { isJsonObject } from './json-table.ts';

/** A cube of more cells is written out only where there are values. */
const mostCells = 2_000_000;

/**
 * The rows of a JSON file in a form that publishers agreed on: JSON-stat, an answer of CKAN's datastore, of a SPARQL endpoint, of
 * Socrata or of an ArcGIS server, TopoJSON. Undefined for others.
 */
export function toKnownTable(value: JsonObject, path: string): JsonTable | undefined {
  return (
    fromJsonStat(value, path) ??
    fromDatastore(value, path) ??
    fromSparql(value, path) ??
    fromSocrata(value, path) ??
    fromArcGis(value, path) ??
    fromTopology(value, path)
  );
}

interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

/** A cube of figures, the last dimension running fastest. Follows JSON-stat 2.0, and its first version where the names stand inside. */
function fromJsonStat(value: JsonObject, path: string): JsonTable | undefined {
  const { dimension, value: values } = value;
  if (!isJsonObject(dimension) || typeof values !== 'object' || values === null) return undefined;
  const ids = value['id'] ?? dimension['id'];
  const size = value['size'] ?? dimension['size'];
  if (!Array.isArray(ids) || !Array.isArray(size) || ids.length !== size.length) return undefined;
  const dimensions = ids.map((id) => toDimension(String(id), dimension[String(id)]));
  const sizes = size.map(Number);
  const cells = sizes.reduce((product, each) => product * each, 1);
  if (!Number.isSafeInteger(cells) || dimensions.some(({ codes }, at) => codes.length !== sizes[at]))
    return undefined;
  const isList = Array.isArray(values);
  const at = (of: unknown, index: number): unknown =>
    Array.isArray(of) ? of[index] : isJsonObject(of) ? of[String(index)] : of;
  const { status } = value;
  const hasStatus = typeof status === 'string' || (typeof status === 'object' && status !== null);
  const places =
    isList && cells <= mostCells
      ? Array.from({ length: cells }, (_cell, index) => index)
      : Object.keys(values)
          .map(Number)
          .sort((a, b) => a - b);
  const rows = places.map((place) => [
    ...dimensions.flatMap((each, index) => {
      const behind = sizes.slice(index + 1).reduce((product, next) => product * next, 1);
      const code = each.codes[Math.floor(place / behind) % (sizes[index] ?? 1)] ?? '';
      return each.labels.size > 0 ? [each.labels.get(code) ?? code, code] : [code];
    }),
    at(values, place),
    ...(hasStatus ? [at(status, place)] : []),
  ]);
  const headings = dimensions.flatMap(({ name, labels }) =>
    labels.size > 0 ? [name, `${name} code`] : [name],
  );
  return {
    path,
    headings: [...headings, 'value', ...(hasStatus ? ['status'] : [])],
    figures: dimensions.flatMap(({ codes, labels }) =>
      labels.size > 0 ? [false, false] : [codes.every((code) => /^(1[6-9]|20)\d\d$/.test(code))],
    ),
    rows,
    notes: [
      `This is JSON-stat: each row is one cell of a cube with ${dimensions.length} dimensions.${isList ? '' : ' Cells without a value are left out.'}`,
    ],
  };
}

function toDimension(id: string, given: unknown): Dimension {
  const own = isJsonObject(given) ? given : {};
  const category = isJsonObject(own['category']) ? own['category'] : {};
  const { index, label } = category;
  const words = isJsonObject(label)
    ? Object.entries(label).map(([code, word]) => [code, String(word)] as const)
    : [];
  const codes = Array.isArray(index)
    ? index.map(String)
    : isJsonObject(index)
      ? Object.entries(index)
          .sort(([, a], [, b]) => Number(a) - Number(b))
          .map(([code]) => code)
      : words.map(([code]) => code);
  const name = typeof own['label'] === 'string' && own['label'] !== '' ? own['label'] : id;
  const says = words.some(([code, word]) => code !== word);
  return { name, codes, labels: new Map(says ? words : []) };
}

/** CKAN says the type of each column; its numbers of many digits are text. */
function fromDatastore({ fields, records }: JsonObject, path: string): JsonTable | undefined {
  if (!Array.isArray(fields) || !Array.isArray(records)) return undefined;
  if (!fields.every(isJsonObject) || !records.every(isJsonObject)) return undefined;
  const headings = fields.map(({ id }) => id);
  if (!headings.every((id) => typeof id === 'string') || headings.length === 0) return undefined;
  return {
    path: path === '' ? 'records' : `${path}.records`,
    headings,
    rows: records.map((record) => headings.map((name) => record[name])),
    figures: fields.map(({ type }) =>
      /^(int\d*|numeric|decimal|float\d*|double.*|real|money)$/i.test(String(type)),
    ),
    notes: [],
  };
}

function fromSparql({ head, results }: JsonObject, path: string): JsonTable | undefined {
  if (!isJsonObject(head) || !isJsonObject(results)) return undefined;
  const { vars } = head;
  const { bindings } = results;
  if (!Array.isArray(vars) || !Array.isArray(bindings) || !bindings.every(isJsonObject)) return undefined;
  const headings = vars.map(String);
  const cell = (row: JsonObject, name: string) => (isJsonObject(row[name]) ? row[name] : undefined);
  const isNumber = (binding: JsonObject) =>
    /#(integer|decimal|double|float|int|long|short|nonNegativeInteger|positiveInteger)$/.test(
      String(binding['datatype']),
    );
  return {
    path: path === '' ? 'results.bindings' : `${path}.results.bindings`,
    headings,
    rows: bindings.map((row) => headings.map((name) => cell(row, name)?.['value'])),
    figures: headings.map((name) =>
      bindings.every((row) => isNumber(cell(row, name) ?? { datatype: '#int' })),
    ),
    notes: ['This is an answer of a SPARQL endpoint: the columns are its variables.'],
  };
}

function fromSocrata({ meta, data }: JsonObject, path: string): JsonTable | undefined {
  const view = isJsonObject(meta) ? meta['view'] : undefined;
  const columns = isJsonObject(view) ? view['columns'] : undefined;
  if (!Array.isArray(columns) || !columns.every(isJsonObject)) return undefined;
  if (!Array.isArray(data) || !data.every((row): row is unknown[] => Array.isArray(row))) return undefined;
  return {
    path: path === '' ? 'data' : `${path}.data`,
    headings: columns.map(({ name, fieldName }) => String(name ?? fieldName)),
    rows: data,
    figures: columns.map(({ dataTypeName }) => /^(number|money|percent)$/.test(String(dataTypeName))),
    notes: ['The columns are named in “meta.view.columns” of the file.'],
  };
}

function fromArcGis({ features, fields }: JsonObject, path: string): JsonTable | undefined {
  if (!Array.isArray(features) || features.length === 0 || !features.every(isJsonObject)) return undefined;
  const attributes = features.map((feature) => feature['attributes']);
  if (!attributes.every(isJsonObject)) return undefined;
  const types = new Map(
    (Array.isArray(fields) ? fields : [])
      .filter(isJsonObject)
      .map(({ name, type }) => [String(name), String(type)] as const),
  );
  const points = features.some(({ geometry }) => isJsonObject(geometry) && 'x' in geometry);
  const names = [...new Set(attributes.flatMap(Object.keys))];
  const read = (name: string, value: unknown) =>
    types.get(name) === 'esriFieldTypeDate' && typeof value === 'number' ? new Date(value) : value;
  return {
    path: path === '' ? 'features' : `${path}.features`,
    headings: [...names, ...(points ? ['x', 'y'] : [])],
    rows: features.map(({ geometry }, index) => {
      const own = attributes[index] ?? {};
      const place = isJsonObject(geometry) ? geometry : {};
      return [...names.map((name) => read(name, own[name])), ...(points ? [place['x'], place['y']] : [])];
    }),
    notes: [
      `This is an answer of an ArcGIS server: the columns are the attributes of each place${points ? ', with its x and y' : '. Outlines are left out'}.`,
    ],
  };
}

function fromTopology(value: JsonObject, path: string): JsonTable | undefined {
  const { type, objects } = value;
  if (type !== 'Topology' || !isJsonObject(objects)) return undefined;
  const [name, first] = Object.entries(objects)[0] ?? [];
  const geometries = isJsonObject(first) ? first['geometries'] : undefined;
  if (name === undefined || !Array.isArray(geometries) || !geometries.every(isJsonObject)) return undefined;
  const own = geometries.map(({ id, properties }) => ({
    ...(id === undefined ? {} : { id }),
    ...(isJsonObject(properties) ? properties : {}),
  })) as JsonObject[];
  const headings = [...new Set(own.flatMap(Object.keys))];
  if (headings.length === 0) return undefined;
  return {
    path: path === '' ? name : `${path}.${name}`,
    headings,
    rows: own.map((each) => headings.map((heading) => each[heading])),
    notes: ['This is TopoJSON: the columns are the properties of each place. Outlines are left out.'],
  };
}

import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

function read(value: unknown, table?: string) {
  const { columns, parts, types, table: id, tables } = readJson(JSON.stringify(value), { off: [], table });
  return { headings: columns.map(({ heading }) => heading), body: parts.join(''), types, id, tables };
}

const cube = {
  version: '2.0',
  class: 'dataset',
  id: ['geo', 'time'],
  size: [2, 3],
  dimension: {
    geo: { label: 'Area', category: { index: ['E1', 'E2'], label: { E1: 'Leeds', E2: 'York' } } },
    time: { category: { index: { 2022: 1, 2021: 0, 2023: 2 } } },
  },
  value: [1, 2, null, 4, 5, 6.5],
  status: { 2: 'c' },
};
const cubeRows =
  '"Leeds","E1","2021",1,\n"Leeds","E1","2022",2,\n"Leeds","E1","2023",,"c"\n"York","E2","2021",4,\n"York","E2","2022",5,\n"York","E2","2023",6.5,\n';

test('reads each cell of a JSON-stat cube as a row, with the words of its codes', () => {
  expect(read(cube)).toMatchObject({
    headings: ['Area', 'Area code', 'time', 'value', 'status'],
    body: cubeRows,
    types: ['VARCHAR', 'VARCHAR', undefined, 'DOUBLE', 'VARCHAR'],
  });
});

test.each([
  ['in a collection', { class: 'collection', link: { item: [cube] } }, 'link.item.0'],
  ['beside another in a bundle', { small: { ...cube, value: {} }, spend: cube }, 'spend'],
])('reads a cube %s', (_case, value, id) => {
  expect(read(value)).toMatchObject({ body: cubeRows, id });
});

test('reads a sparse cube, and one of the first version of JSON-stat', () => {
  const { id, size, dimension, ...rest } = cube;
  const old = {
    spend: { ...rest, status: undefined, dimension: { id, size, ...dimension }, value: { 1: 2, 3: 4 } },
  };
  expect(read(old).body).toBe('"Leeds","E1","2022",2\n"York","E2","2021",4\n');
});

test('takes an object that is no whole cube for what it is', () => {
  expect(read({ ...cube, size: [2, 4] }).headings).toContain('dimension');
});

test('reads the records of CKAN’s datastore, not its list of fields, and numbers as numbers', () => {
  const fields = [
    { id: '_id', type: 'int' },
    { id: 'Ref', type: 'text' },
    { id: 'Amount', type: 'numeric' },
    { id: 'Paid', type: 'timestamp' },
  ];
  const records = [{ _id: 1, Ref: '007', Amount: '12.50', Paid: '2024-01-01T00:00:00' }];
  const result = read({ success: true, result: { resource_id: 'r', fields, records, total: 1 } });
  expect(result).toMatchObject({
    headings: ['_id', 'Ref', 'Amount', 'Paid'],
    body: '1,"007","12.50","2024-01-01T00:00:00"\n',
    types: ['BIGINT', 'VARCHAR', undefined, 'TIMESTAMP'],
    id: 'result.records',
  });
});

test.each([
  [
    'a SPARQL endpoint',
    {
      head: { vars: ['area', 'n'] },
      results: {
        bindings: [
          {
            area: { type: 'uri', value: 'http://x/E1' },
            n: { value: '5', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
          },
          { area: { type: 'literal', value: 'York' } },
        ],
      },
    },
    ['area', 'n'],
    '"http://x/E1","5"\n"York",\n',
  ],
  [
    'Socrata',
    {
      meta: {
        view: { columns: [{ name: 'Council' }, { name: 'n', dataTypeName: 'number' }, { name: 'x' }] },
      },
      data: [['Leeds', '1', null]],
    },
    ['Council', 'n', 'x'],
    '"Leeds","1",\n',
  ],
  [
    'an ArcGIS server',
    {
      fields: [
        { name: 'Council', type: 'esriFieldTypeString' },
        { name: 'Opened', type: 'esriFieldTypeDate' },
      ],
      features: [{ attributes: { Council: 'Leeds', Opened: 1_704_067_200_000 }, geometry: { x: 1.5, y: 2 } }],
    },
    ['Council', 'Opened', 'x', 'y'],
    '"Leeds",2024-01-01,1.5,2\n',
  ],
  [
    'TopoJSON',
    {
      type: 'Topology',
      arcs: [],
      objects: { lad: { geometries: [{ id: 1, properties: { name: 'Leeds' } }] } },
    },
    ['id', 'name'],
    '1,"Leeds"\n',
  ],
])('reads the rows of %s', (_case, value, headings, body) => {
  expect(read(value)).toMatchObject({ headings, body });
});

test('takes the rows and not the longer list of their columns', () => {
  const value = { columns: [{ key: 'a' }, { key: 'b' }, { key: 'c' }], items: [{ a: 1, b: 2, c: 3 }] };
  expect(read(value)).toMatchObject({ id: 'items', body: '1,2,3\n' });
});

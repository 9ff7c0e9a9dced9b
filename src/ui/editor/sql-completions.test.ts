import { expect, test } from 'vitest';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { completionsAt } from './sql-completions.ts';

const toTable = (name: string, columns: readonly string[]): TableDescriptor => ({
  name,
  row: `One row is one of ${name}.`,
  file: `${name}.csv`,
  rowCount: 3,
  sha256: '0'.repeat(64),
  primaryKey: [columns[0] ?? ''],
  foreignKeys: [],
  links: [],
  rules: [],
  columns: columns.map((column) => ({
    name: column,
    type: 'BIGINT',
    meaning: `Says something of ${column}.`,
    unit: 'trees',
    nullable: column === 'height',
  })),
});
const tables = [toTable('woods', ['wood', 'height']), toTable('rivers', ['river'])];

/** `|` marks the place. */
function labelsAt(marked: string): string[] {
  return completionsAt(marked.replace('|', ''), marked.indexOf('|'), tables).map(({ label }) => label);
}

test.each([
  ['FROM', 'SELECT * FROM |'],
  ['FROM and the first letters', 'SELECT * FROM wo|'],
  ['JOIN', 'SELECT * FROM woods JOIN |'],
  ['a comma in the list of tables', 'SELECT wood, height FROM woods, |'],
])('offers only tables after %s', (_case, marked) => {
  expect(labelsAt(marked)).toEqual(['woods', 'rivers']);
});

test.each([
  ['a table name', 'SELECT woods.| FROM woods'],
  ['a table name in capitals', 'SELECT WOODS.he| FROM woods'],
  ['a quoted table name', 'SELECT "woods".| FROM woods'],
  ['an alias', 'SELECT w.| FROM woods w'],
  ['an alias after AS', 'SELECT w.he| FROM woods AS w WHERE w.height > 1'],
])('offers the columns of one table after %s and a dot', (_case, marked) => {
  expect(labelsAt(marked)).toEqual(['wood', 'height']);
});

test.each([
  ['inside text', "SELECT 'wo|"],
  ['inside closed text', "SELECT 'wo|od'"],
  ['in a comment', 'SELECT 1 -- wo|'],
  ['in a block comment', 'SELECT /* wo| */ 1'],
  ['after a dot whose table is not known', 'SELECT x.| FROM woods'],
])('offers nothing %s', (_case, marked) => {
  expect(labelsAt(marked)).toEqual([]);
});

test('offers columns of the tables that the query names first, then functions and keywords', () => {
  const labels = labelsAt('SELECT | FROM woods');
  expect(labels.slice(0, 2)).toEqual(['wood', 'height']);
  expect(labels).toContain('count');
  expect(labels).toContain('GROUP BY');
  expect(labels).not.toContain('river');
});

test('offers the columns of every table while the query names none', () => {
  expect(labelsAt('|')).toEqual(expect.arrayContaining(['wood', 'river', 'SELECT', 'woods']));
});

test('a comma after SELECT asks for columns, not tables', () => {
  expect(labelsAt('SELECT wood, | FROM woods')[0]).toBe('wood');
});

test('says what a column means, in which unit, and whether it may be missing', () => {
  const [wood, height] = completionsAt('SELECT  FROM woods', 7, tables);
  expect(wood).toMatchObject({
    kind: 'column',
    detail: 'whole number, woods',
    documentation: 'Says something of wood. In trees.',
  });
  expect(height?.documentation).toBe('Says something of height. In trees. May be missing.');
});

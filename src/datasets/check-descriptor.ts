import type { z } from 'zod';
import type { ColumnDescriptor, DatasetDescriptor, TableDescriptor } from './descriptor.ts';

type AddProblem = (path: (string | number)[], expected: string, found: string, remedy?: string) => void;

/** Rules between the fields of a descriptor: names that must be told apart, keys that must name columns. */
export function checkDescriptor(
  dataset: DatasetDescriptor,
  context: z.core.$RefinementCtx<DatasetDescriptor>,
): void {
  const report: AddProblem = (path, expected, found, remedy) => {
    context.addIssue({ code: 'custom', path, message: expected, params: { found, remedy } });
  };
  repeated(dataset.tables.map((table) => table.name)).forEach((index) => {
    report(
      ['tables', index, 'name'],
      'a name that no other table has',
      `"${dataset.tables[index]?.name}" again`,
    );
  });
  if (dataset.dates.from > dataset.dates.to) {
    report(['dates', 'to'], `a day from ${dataset.dates.from} on`, `"${dataset.dates.to}"`);
  }
  dataset.tables.forEach((table, index) => checkTableFields(dataset, table, ['tables', index], report));
}

function checkTableFields(
  dataset: DatasetDescriptor,
  table: TableDescriptor,
  path: (string | number)[],
  report: AddProblem,
): void {
  const names = table.columns.map((column) => column.name);
  repeated(names).forEach((index) => {
    report([...path, 'columns', index, 'name'], 'a name that no other column has', `"${names[index]}" again`);
  });
  table.primaryKey.forEach((key, index) => {
    const column = table.columns.find(({ name }) => name === key);
    if (column === undefined)
      report([...path, 'primaryKey', index], `a column of "${table.name}"`, `"${key}"`);
    else if (column.nullable) {
      const remedy = `Set "nullable: false" on "${key}", or choose another key.`;
      report(
        [...path, 'primaryKey', index],
        'a column that is never missing',
        `"${key}", which is nullable`,
        remedy,
      );
    }
  });
  table.columns.forEach(({ withheld, scaleBy }, index) => {
    for (const named of [withheld?.where, withheld?.amount, scaleBy]) {
      if (named !== undefined && !names.includes(named))
        report([...path, 'columns', index], `columns of "${table.name}"`, `"${named}"`);
    }
  });
  for (const [at, columns] of namedColumns(table)) {
    columns
      .filter((column) => !names.includes(column))
      .forEach((column) => {
        report([...path, ...at], `columns of "${table.name}"`, `"${column}"`);
      });
  }
  for (const kind of ['foreignKeys', 'links'] as const) {
    table[kind].forEach((link, index) => checkLink(dataset, table, link, [...path, kind, index], report));
  }
  table.columns.forEach((column, index) => checkColumnFields(column, [...path, 'columns', index], report));
}

/** The lists of columns in what a table says of its rows, each with the path to it. */
function namedColumns({ unique, depends, periods }: TableDescriptor): [(string | number)[], string[]][] {
  return [
    ...(unique ?? []).map((columns, index): [(string | number)[], string[]] => [['unique', index], columns]),
    ...(depends ?? []).flatMap(({ columns, determines }, index): [(string | number)[], string[]][] => [
      [['depends', index, 'columns'], columns],
      [['depends', index, 'determines'], determines],
    ]),
    ...(periods ?? []).flatMap(({ of, from, to }, index): [(string | number)[], string[]][] => [
      [['periods', index, 'of'], of],
      [['periods', index, 'from'], [from]],
      [['periods', index, 'to'], [to]],
    ]),
  ];
}

function checkLink(
  dataset: DatasetDescriptor,
  table: TableDescriptor,
  { columns, references }: TableDescriptor['foreignKeys'][number],
  path: (string | number)[],
  report: AddProblem,
): void {
  columns
    .filter((column) => !table.columns.some(({ name }) => name === column))
    .forEach((column) => {
      report([...path, 'columns'], `columns of "${table.name}"`, `"${column}"`);
    });
  if (columns.length !== references.columns.length) {
    const expected = `as many columns as the key has (${columns.length})`;
    report([...path, 'references', 'columns'], expected, `${references.columns.length}`);
  }
  if (references.dataset === undefined) checkReference(dataset, references, [...path, 'references'], report);
}

function checkReference(
  dataset: DatasetDescriptor,
  references: TableDescriptor['foreignKeys'][number]['references'],
  path: (string | number)[],
  report: AddProblem,
): void {
  const target = dataset.tables.find(({ name }) => name === references.table);
  if (target === undefined) {
    report(
      [...path, 'table'],
      'a table of this dataset',
      `"${references.table}"`,
      'Name the other "dataset" if it stands there.',
    );
    return;
  }
  references.columns
    .filter((column) => !target.columns.some(({ name }) => name === column))
    .forEach((column) => report([...path, 'columns'], `columns of "${target.name}"`, `"${column}"`));
}

function checkColumnFields(column: ColumnDescriptor, path: (string | number)[], report: AddProblem): void {
  if (column.allowed !== undefined && column.type !== 'VARCHAR') {
    report(
      [...path, 'allowed'],
      'a list of values on VARCHAR columns only',
      `one on ${column.type}`,
      'Use "range" instead.',
    );
  }
  if (column.range === undefined) return;
  const [low, high] = column.range;
  const wanted = column.type === 'DATE' || column.type === 'TIMESTAMP' ? 'string' : 'number';
  if (column.type === 'VARCHAR' || column.type === 'BOOLEAN') {
    report(
      [...path, 'range'],
      'a range on numbers and dates only',
      `one on ${column.type}`,
      'Use "allowed" instead.',
    );
  } else if (typeof low !== wanted || typeof high !== wanted) {
    report([...path, 'range'], wanted === 'string' ? 'two dates' : 'two numbers', `[${low}, ${high}]`);
  } else if (low > high) {
    report([...path, 'range'], 'the smaller value first', `[${low}, ${high}]`);
  }
}

/** Positions of the names that stood earlier in the list. */
function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

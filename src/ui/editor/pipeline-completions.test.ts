import { expect, test } from 'vitest';
import { tableSchema } from '#src/datasets/descriptor.ts';
import { aggregates, helpers, rowFunctions, verbs } from '#src/sandbox/language/verbs.ts';
import { pipelineCompletionsAt } from './pipeline-completions.ts';

const toTable = (name: string, columns: readonly string[]) =>
  tableSchema.parse({
    name,
    row: `One row is one of ${name}.`,
    file: `${name}.csv`,
    rowCount: 3,
    sha256: '0'.repeat(64),
    primaryKey: [columns[0] ?? ''],
    columns: columns.map((column) => ({
      name: column,
      type: 'BIGINT',
      nullable: false,
      meaning: `Says something of ${column}.`,
    })),
  });
const tables = [toTable('woods', ['wood', 'height']), toTable('rivers', ['river'])];

/** `|` marks the place. */
function offeredAt(marked: string) {
  return pipelineCompletionsAt(marked.replace('|', ''), marked.indexOf('|'), tables);
}
const labelsAt = (marked: string) => offeredAt(marked).map(({ label }) => label);

test.each([
  ['an empty text', '|'],
  ['the first letters', 'wo|'],
  ['the brackets of a join', 'woods.join(|'],
  ['a name of its own', 'const tall = |'],
])('offers tables, then op and aq, at %s', (_case, marked) => {
  expect(labelsAt(marked)).toEqual(['woods', 'rivers', 'op', 'aq']);
});

test.each([
  ['a table', 'woods.|'],
  ['a step', "woods.groupby('wood').|"],
  ['a step on another line', 'woods\n  .filter(d => d.height > 1) // tall\n  .ro|'],
  ['a name of its own', 'const tall = woods.count();\ntall.|'],
  ['a table in brackets', 'woods.join(rivers.|'],
])('offers the steps after %s', (_case, marked) => {
  expect(labelsAt(marked)).toEqual(verbs.map(({ name }) => name));
});

test.each([
  ['the name of a row', 'woods.filter(d => d.|'],
  ['another name of a row', 'woods.filter(tree => tree.h|'],
  ['a row in a second condition', "woods.filter(d => d.wood === 'oak' && d.|"],
  ['a row inside a function', 'woods.derive({ half: d => op.round(d.|'],
  ['the quote of a step', "woods.groupby('|"],
  ['the second quote', "woods.orderby('wood', '|"],
  ['a helper in a step', "woods.orderby(aq.desc('|')"],
  ['an aggregate', "woods.rollup({ n: op.sum('he|') })"],
])('offers the columns of the table that is named after %s', (_case, marked) => {
  expect(labelsAt(marked).filter((label) => label !== 'half' && label !== 'n')).toEqual(['wood', 'height']);
});

test.each([
  ['a text that is compared', "woods.filter(d => d.wood === '|"],
  ['a text that a function looks for', "woods.filter(d => op.includes(d.wood, '|"],
  ['a new name', 'woods.rollup({ |'],
  ['a comment', 'woods // groupby by wood.|'],
  ['a long comment', 'woods /* d.| */'],
  ['a column, which has no steps', 'woods.filter(d => d.wood.|'],
  ['a bracket inside a function', 'woods.filter(d => op.lower(d.wood).|'],
  ['a number', 'woods.slice(1.|'],
])('offers nothing after %s', (_case, marked) => {
  expect(labelsAt(marked)).toEqual([]);
});

test('offers what op and aq have, and puts first what fits the step', () => {
  expect(labelsAt('woods.rollup({ n: op.|')[0]).toBe(aggregates[0]?.name);
  expect(labelsAt('woods.filter(d => op.|')[0]).toBe(rowFunctions[0]?.name);
  expect(labelsAt('woods.select(aq.|')).toEqual(helpers.map(({ name }) => name));
});

test('offers the columns that the pipeline makes first', () => {
  expect(
    labelsAt("woods.groupby('wood').rollup({ n: op.count(), most: op.max('height') }).orderby('|"),
  ).toEqual([...['n', 'most', 'wood', 'height']]);
  expect(labelsAt("woods.groupby('wood').count().orderby('|")[0]).toBe('count');
  expect(labelsAt("woods.rollup({ n: op.count() }).orderby('|")).not.toContain('count');
});

test('explains each in one line, and shows how it is written', () => {
  const [first] = offeredAt('woods.|');
  expect(first).toMatchObject({ detail: verbs[0]?.form, documentation: verbs[0]?.does });
  expect(offeredAt('woods.filter(d => d.|').at(-1)).toMatchObject({
    detail: 'whole number, woods',
    documentation: 'Says something of height.',
  });
});

import { expect, test } from 'vitest';
import { loadKey } from './load-key.ts';
import { sqlKeySchema } from '#src/exercises/sql/key-schema.ts';

const exercise = { id: 'track/lesson/trees', version: 'v1' };
const compiled = {
  ranked: { sql: 'SELECT 1 AS c1, 1 AS _rank', limit: 1 },
  witnesses: [
    { tables: [{ name: 'trees', columns: ['name', 'side'], rows: [['oak', null]] }], nearMisses: [] },
  ],
  nearMisses: [
    { fingerprint: '123', sentence: 'Look at your sort.', change: { more: {}, fewer: {}, known: [] } },
  ],
};
const key = {
  ...exercise,
  solution: 'SELECT 1',
  alternatives: [],
  wrong: [],
  explain: 'Why it matters.',
  compiled,
};
const toUrl = (value: unknown) => `data:application/json,${encodeURIComponent(JSON.stringify(value))}`;

test('reads the model answer and its feedback', async () => {
  await expect(loadKey(toUrl(key), exercise, sqlKeySchema)).resolves.toEqual(key);
});

test('fetches it once', async () => {
  expect(loadKey(toUrl(key), exercise, sqlKeySchema)).toBe(loadKey(toUrl(key), exercise, sqlKeySchema));
});

test.each([
  ['something else', { hello: 'there' }, /in a form this page cannot read/],
  ['another exercise', { ...key, id: 'track/lesson/rivers' }, /in a form this page cannot read/],
  [
    'a wrong answer without feedback',
    { ...key, wrong: [{ answer: 'SELECT 2' }] },
    /in a form this page cannot read/,
  ],
  ['no test data', { ...key, compiled: undefined }, /in a form this page cannot read/],
  ['a newer version', { ...key, version: 'v2' }, /has changed since you opened the page/],
])('refuses %s', async (_case, value, message) => {
  await expect(loadKey(toUrl(value), exercise, sqlKeySchema)).rejects.toThrow(message);
});

test('a key that is broken says so, and the next asking tries again', async () => {
  const url = 'data:application/json,not json';
  const first = loadKey(url, exercise, sqlKeySchema);
  await expect(first).rejects.toMatchObject({
    name: 'ArrivalError',
    message: expect.stringContaining('The model answer arrived changed'),
  });
  const second = loadKey(url, exercise, sqlKeySchema);
  expect(second).not.toBe(first);
  await expect(second).rejects.toThrow();
});

import { expect, test } from 'vitest';
import { readTable } from './reading/read-table.ts';
import { placeOfRow, toRowPlaces, withoutFirst } from './row-places.ts';

test.each([
  ['one after another', [2, 3, 4]],
  ['with lines between them', [4, 5, 9, 10, 30]],
  ['far apart', [1, 3, 5, 7]],
])('rows %s are found again, also without the first', (_case, places) => {
  const known = toRowPlaces('line', places);
  expect(places.map((_place, row) => placeOfRow(known, row))).toEqual(places);
  const rest = withoutFirst(known);
  expect(places.slice(1).map((_place, row) => placeOfRow(rest, row))).toEqual(places.slice(1));
});

const encode = (text: string) => new TextEncoder().encode(text);

test('the rows of a text stand on its own lines, past titles, empty lines and line breaks in fields', async () => {
  const text = 'Table 1: Trees,,\n\nArea,Kind,n\nElm,a,1\nOak,"b\nc",2\n\nAsh,d,3\n';
  const { ready } = await readTable({ name: 'a.csv', bytes: encode(text) }, { off: [] });
  expect([0, 1, 2].map((row) => placeOfRow(ready.places, row))).toEqual([4, 5, 8]);
});

test('without headings, the first line is a row, or taken as headings', async () => {
  const bytes = encode('1,2\n3,4\n5,6\n');
  const read = async (off: readonly string[]) =>
    (await readTable({ name: 'a.csv', bytes }, { off })).ready.places;
  expect(placeOfRow(await read([]), 0)).toBe(1);
  expect(placeOfRow(await read(['no-headings']), 0)).toBe(2);
});

test('the rows of a list are its items', async () => {
  const { ready } = await readTable({ name: 'a.json', bytes: encode('[{"a": 1}, {"a": 2}]') }, { off: [] });
  expect([ready.places.word, placeOfRow(ready.places, 1)]).toEqual(['item', 2]);
});

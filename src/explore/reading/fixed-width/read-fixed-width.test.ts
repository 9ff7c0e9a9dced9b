import { expect, test } from 'vitest';
import { readTable } from '../read-table.ts';

async function read(text: string, off: readonly string[] = []) {
  const { ready, parts } = await readTable({ name: 'x.txt', bytes: new TextEncoder().encode(text) }, { off });
  return {
    headings: ready.columns.map(({ heading }) => heading),
    body: parts.map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join(''),
    remarks: ready.remarks,
    ids: ready.steps.map(({ id }) => id),
  };
}

const station = `Example Station
Location: 224100E 252100N, Lat 52.139 Lon -4.570, 133 metres amsl
Missing data is marked by  ---.
   yyyy  mm   tmax    tmin      af    rain     sun
              degC    degC    days      mm   hours
   1941   1    ---     ---     ---    74.7     ---
   2003   9   18.0*   -1.1       0    45.0   150.4#
   2024   1    7.6     3.1       4    90.1    62.5#  Provisional
Site Closed
`;

test.each([
  ['line feeds', station],
  ['line ends of Windows', station.replaceAll('\n', '\r\n')],
])('reads a station file of the Met Office with %s', async (_case, text) => {
  expect(await read(text)).toEqual({
    headings: ['yyyy', 'mm', 'tmax degC', 'tmin degC', 'af days', 'rain mm', 'sun hours', 'remark'],
    body: [
      '"1941","1","---","---","---","74.7","---",',
      '"2003","9","18.0*","-1.1","0","45.0","150.4#",',
      '"2024","1","7.6","3.1","4","90.1","62.5#","Provisional"',
      '',
    ].join('\n'),
    remarks: [
      'Example Station',
      'Location: 224100E 252100N, Lat 52.139 Lon -4.570, 133 metres amsl',
      'Missing data is marked by ---.',
      'Site Closed',
    ],
    ids: ['fixed-width', 'titles', 'headings-joined', 'notes-below'],
  });
});

test('puts the values of a row with gaps under the headings that they stand under', async () => {
  const text = `Mean temperature
Areal series, starting in 1884
year    jan    feb    mar    win    spr     ann
1884    7.4    7.3    8.9    ---   11.48   12.97
1885    4.9    7.8    7.8   6.50   10.71   11.94
2025    6.2    7.1                 15.36
`;
  const { body, headings } = await read(text);
  expect(headings).toEqual(['year', 'jan', 'feb', 'mar', 'win', 'spr', 'ann']);
  expect(body.split('\n')[2]).toBe('"2025","6.2","7.1",,,"15.36",');
});

test('reads rows without headings', async () => {
  const { body, ids } = await read('  1772   32  -15   18\n  1772   20    7   28\n  1773   27   15   36\n');
  expect(body).toBe('"1772","32","-15","18"\n"1772","20","7","28"\n"1773","27","15","36"\n');
  expect(ids).toEqual(['fixed-width', 'no-headings']);
});

test.each([
  ['a list of words', 'Name\nAnn Example\nBob Sample\n', ['Name']],
  ['commas', 'a,b,c\n1 2 3,4,5\n1 2 3,4,5\n', ['a', 'b', 'c']],
  ['figures with blanks for thousands', 'n\n1 234 567\n2 345 678\n', ['n']],
  ['telephone numbers', 'phone\n020 7946 0000 x\n020 7946 0001 y\nAnn\nBob\nCat\n', ['phone']],
])('leaves %s to the reader of CSV', async (_case, text, headings) => {
  expect(await read(text)).toMatchObject({ headings, ids: [] });
});

test('reads the lines as they are when told', async () => {
  const text = 'year   n   m\n1990   1   2\n1991   3   4\n';
  expect((await read(text)).headings).toEqual(['year', 'n', 'm']);
  expect((await read(text, ['fixed-width'])).headings).toEqual(['year n m']);
});

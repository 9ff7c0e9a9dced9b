import { gzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTable } from '../read-table.ts';

const toBytes = (text: string) => new TextEncoder().encode(text);
const table = toBytes('Council,n\nLeeds,1\nYork,2\n');

async function read(name: string, bytes: Uint8Array<ArrayBuffer>, chosen?: string) {
  const { ready, parts } = await readTable({ name, bytes }, { off: [], table: chosen });
  const decoder = new TextDecoder();
  return {
    ...ready,
    body: parts.map((part) => (typeof part === 'string' ? part : decoder.decode(part))).join(''),
  };
}

test('reads the file in a zip, and says which it is', async () => {
  const bytes = zipSync({
    'readme.txt': toBytes('About the data: '.repeat(100)),
    'data/spend.csv': table,
    '__MACOSX/._spend.csv': toBytes('x'.repeat(900)),
  });
  const result = await read('spend.zip', bytes);
  expect(result).toMatchObject({
    body: 'Leeds,1\nYork,2\n',
    table: 'zip:data/spend.csv',
    notes: [
      'This file is a zip. These are the rows of “data/spend.csv” in it; “readme.txt” can be used too.',
    ],
  });
  expect(result.tables.map(({ name }) => name)).toEqual(['data/spend.csv', 'readme.txt']);
});

test('offers each file of a zip, and each table in it', async () => {
  const two = toBytes('a,b\nx,1\n\nTable 2\nc,d\ny,2\nz,3\n');
  const bytes = zipSync({ 'two.csv': two, 'b.json': toBytes('[{"e": 1}]') });
  const first = await read('x.zip', bytes);
  expect(first.tables.map(({ id }) => id)).toEqual([
    'zip:two.csv#table-1',
    'zip:two.csv#table-2',
    'zip:b.json',
  ]);
  expect((await read('x.zip', bytes, 'zip:two.csv#table-2')).body).toBe('y,2\nz,3\n');
  const other = await read('x.zip', bytes, 'zip:b.json');
  expect(other).toMatchObject({ body: '1\n', table: 'zip:b.json' });
});

test.each([
  ['no table', zipSync({ 'a.pdf': toBytes('%PDF') }), /holds no table, but “a\.pdf”\. Choose a file/],
  ['nothing', zipSync({ 'a/': new Uint8Array() }), /holds no table\./],
  ['another packed file', zipSync({ 'a.csv': gzipSync(table) }), /“a\.csv” is packed once more/],
  [
    'thousands of files',
    zipSync(
      Object.fromEntries(
        Array.from({ length: 10_001 }, (_file, index) => [`${index}.csv`, new Uint8Array(1)]),
      ),
    ),
    /zip of more than 10,000 files/,
  ],
])('refuses a zip of %s with a sentence', async (_case, bytes, sentence) => {
  await expect(read('x.zip', bytes as Uint8Array<ArrayBuffer>)).rejects.toThrow(sentence);
});

test('reads a file packed with gzip, and refuses one that is cut short', async () => {
  const bytes = gzipSync(table) as Uint8Array<ArrayBuffer>;
  expect(await read('spend.csv.gz', bytes)).toMatchObject({
    body: 'Leeds,1\nYork,2\n',
    notes: ['This file was packed (gzip), and was unpacked.'],
  });
  await expect(read('spend.csv.gz', bytes.slice(0, 30))).rejects.toThrow(/broken or not whole/);
});

/** A zip in which a file says to be of another size than it is, in both places where it says so. */
function withStatedSize(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 4 < lying.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return lying;
}

test.each([
  ['x.zip', 'data.csv'],
  ['x.xlsx', 'xl/worksheets/sheet1.xml'],
])('stops where %s grows past what it states, in little memory', { timeout: 60_000 }, async (name, inner) => {
  const honest = zipSync({ [inner]: new Uint8Array(60_000_000).fill(49) }, { level: 1 });
  const lying = withStatedSize(honest as Uint8Array<ArrayBuffer>, 2000);
  expect(lying.length).toBeLessThan(2_000_000);
  const before = process.memoryUsage().arrayBuffers;
  const started = performance.now();
  await expect(read(name, lying)).rejects.toThrow(
    new RegExp(`not what it says: “${inner}” in it should unpack to 2,000 bytes and does not`),
  );
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('refuses a file that is smaller than it states, which is not whole', async () => {
  const bytes = withStatedSize(zipSync({ 'a.csv': table }) as Uint8Array<ArrayBuffer>, 5000);
  await expect(read('a.zip', bytes)).rejects.toThrow(/should unpack to 5,000 bytes and does not/);
});

test('refuses a zip whose files are too large together, before it unpacks any', async () => {
  const bytes = withStatedSize(zipSync({ 'a.csv': table }) as Uint8Array<ArrayBuffer>, 3_000_000_000);
  await expect(read('a.zip', bytes)).rejects.toThrow(/too large once unpacked: more than 250 MB/);
});

test('says that a zip is locked', async () => {
  const bytes = (zipSync({ 'a.csv': table }) as Uint8Array<ArrayBuffer>).slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  await expect(read('a.zip', bytes)).rejects.toThrow(/locked with a password/);
});

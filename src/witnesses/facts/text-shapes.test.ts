import { expect, test } from 'vitest';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { fitsShape, readTextShapes, toOtherCode } from './text-shapes.ts';

test('tells codes from names, and lets a made-up text look like its column only', async () => {
  const database = await createNativeDatabase();
  try {
    await database.query(
      "CREATE TABLE places AS SELECT 'E0900000' || i AS code, 'Leeds ' || i AS title, 'LEE' AS short FROM range(5) r(i)",
    );
    const columns = ['code', 'title', 'short'].map((name) => ({ name, type: 'VARCHAR', nullable: false }));
    const table = { name: 'places', columns, primaryKey: ['code'], foreignKeys: [] };
    const [code, title, short] = await readTextShapes(database, table);
    expect([code?.isCode, title?.isCode, short?.isCode]).toEqual([true, false, true]);
    expect(['New York', '^[A-Z]+$', 'york'].map((text) => fitsShape(text, title))).toEqual([
      true,
      false,
      true,
    ]);
    expect(fitsShape('E09', code)).toBe(false);
  } finally {
    database.close();
  }
});

test.each([
  ['E09000001', 3, 'E09000004'],
  ['E09000009', 2, 'E09000011'],
  ['SW1A', 1, 'SW2A'],
  ['LEZ', 1, 'LFA'],
])('counts the code %s on by %i', (code, steps, expected) => {
  expect(toOtherCode(code, steps)).toBe(expected);
});

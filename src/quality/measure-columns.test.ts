import { expect, test } from 'vitest';
import { tableSchema } from '#src/datasets/descriptor.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { measureColumns } from './measure-columns.ts';
import { measureNumbers } from './measure-numbers.ts';
import { withheldWords } from './to-dimensions.ts';

const meaning = 'Made up for this test.';
const table = tableSchema.parse({
  ...{ name: 'paid', row: 'One payment, made up.', file: 'paid.csv', rowCount: 4, sha256: 'a'.repeat(64) },
  columns: [
    { name: 'day', type: 'VARCHAR', meaning, nullable: true, standsForMissing: ['00:00:00'] },
    {
      ...{ name: 'payee', type: 'VARCHAR', meaning, nullable: true },
      withheld: { where: 'hidden', amount: 'amount', of: 'NOT is_total' },
    },
    { name: 'hidden', type: 'BOOLEAN', meaning, nullable: false },
    { name: 'amount', type: 'BIGINT', unit: '£', meaning, nullable: false },
    { name: 'score', type: 'DOUBLE', unit: 'score', meaning, nullable: false, scaleBy: 'day' },
    { name: 'is_total', type: 'BOOLEAN', meaning, nullable: false },
  ],
});

test('tells withheld values from missing ones, and counts texts that stand for a gap', async () => {
  const database = await createNativeDatabase();
  try {
    await database.query(`CREATE TABLE typed AS FROM (VALUES ('1 May', 'Acme Ltd', false, 100, 0.5, false),
      ('00:00:00', NULL, true, 300, 7.0, false), ('2 May', NULL, false, 600, 8.0, false), (NULL, NULL, false, 1000, 9.0, true))
      AS t(day, payee, hidden, amount, score, is_total)`);
    await database.query('CREATE TABLE texts AS SELECT CAST(COLUMNS(*) AS VARCHAR) FROM typed');
    const { rows, wholeRows, columns } = await measureColumns(database, table, 'texts', 'typed');
    expect([rows, wholeRows]).toEqual([4, 1]);
    expect(columns.map(({ name, missing, distinct }) => [name, missing, distinct]).slice(0, 2)).toEqual([
      ['day', 2, 2],
      ['payee', 2, 1],
    ]);
    expect(columns[3]).toMatchObject({ least: '100', most: '1000' });
    expect(columns.flatMap((column) => withheldWords(column, rows))).toEqual([
      'Withheld, not missing: payee in 1 of 4 rows (25.0%), with £300 of £1,000 (30.0%).',
    ]);
    // Scores of different days are on different scales, so none is pooled.
    expect((await measureNumbers(database, table, 'typed')).map(({ column }) => column)).toEqual(['amount']);
  } finally {
    database.close();
  }
});

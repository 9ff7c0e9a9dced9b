import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDuckDb, type DuckDb } from './connect-duckdb.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'datasets');
const files = {
  councils: 'local-authorities/councils.csv',
  deprivation_councils: 'deprivation/deprivation_councils.csv',
  deprivation_areas: 'deprivation/deprivation_areas.parquet',
  payments_published: 'cabinet-office-spend/payments_published.parquet',
  payments: 'cabinet-office-spend/payments.parquet',
  oxford_payments: 'oxford-spend/oxford_payments.parquet',
  leeds_spending: 'leeds-spend/leeds_spending.parquet',
  public_spending: 'public-spending/public_spending.parquet',
};

let database: DuckDb;
beforeAll(async () => {
  database = await connectDuckDb();
  for (const [table, file] of Object.entries(files))
    await database.connection.run(`CREATE VIEW ${table} AS FROM '${join(folder, file)}'`);
});
afterAll(() => database.close());

async function query(sql: string): Promise<unknown> {
  return (await database.connection.runAndReadAll(sql)).getRowsJson();
}

// Figures that descriptors and lessons state: each is counted again on the published files.
test.each([
  [
    'Blackpool is the most deprived council',
    `SELECT council, average_score FROM deprivation_councils
     WHERE domain = 'Index of Multiple Deprivation' ORDER BY average_score DESC LIMIT 1`,
    [['Blackpool', 43.467]],
  ],
  [
    'every small area has its council',
    `SELECT count(*) - count(code) FROM deprivation_areas LEFT JOIN councils ON code = council_code`,
    [['0']],
  ],
  [
    'every council with a score stands in the list of councils',
    `SELECT count(*), count(DISTINCT deprivation_councils.gss_code) FROM deprivation_councils JOIN councils USING (gss_code)`,
    [['2960', '296']],
  ],
  [
    'the Cabinet Office repeats 519 lines but for the entity',
    `SELECT sum(copies - 1)::INTEGER FROM (
       SELECT count(*) AS copies FROM payments_published
       GROUP BY paid_published, expense_type, expense_area, payee, transaction_number, amount_published)`,
    [[519]],
  ],
  [
    'one agency has four spellings',
    `SELECT count(DISTINCT entity) FROM payments_published WHERE entity ILIKE '%property%' OR entity = 'GPA'`,
    [['4']],
  ],
  [
    'tidied payments account for every line',
    'SELECT count(*), sum(times_published)::INTEGER, sum(amount) FROM payments',
    [['16979', 17475, '3578167340.90']],
  ],
  [
    'Oxford lost the dates of a quarter',
    'SELECT quarter, count(*) FROM oxford_payments WHERE paid IS NULL AND amount IS NOT NULL GROUP BY quarter',
    [['2014-04-01', '3836']],
  ],
  [
    'Oxford has lines under its threshold',
    'SELECT count(*) FROM oxford_payments WHERE amount >= 0 AND amount < 500',
    [['11500']],
  ],
  [
    'the lines of Leeds add up to £3,799 million',
    'SELECT sum(amount) FROM leeds_spending',
    [['3798911733.47']],
  ],
  [
    'Leeds paid £2,753 million, because 13 of the lines are totals',
    'SELECT sum(amount) FILTER (NOT is_total), count(*) FILTER (is_total) FROM leeds_spending',
    [['2752914971.90', '13']],
  ],
  [
    'each total of Leeds is the sum of its file to a penny',
    `SELECT count(*) FROM (SELECT sum(amount) FILTER (is_total) - sum(amount) FILTER (NOT is_total) AS difference
       FROM leeds_spending GROUP BY file_month) WHERE abs(difference) <= 0.01`,
    [['13']],
  ],
  [
    "spending within budgets is the publisher's own total",
    "SELECT count(*), sum(amount_thousand)::INTEGER FROM public_spending WHERE budget <> 'NON-BUDGET'",
    [['22152', 188522675]],
  ],
])('%s', async (_case, sql, expected) => {
  expect(await query(sql)).toEqual(expected);
});

test.each(['payments_published', 'payments', 'oxford_payments', 'leeds_spending'])(
  'publishes no payee in %s that looks like a person',
  async (table) => {
    const sql = `SELECT DISTINCT payee FROM ${table}
      WHERE regexp_matches(payee, '(?i)\\b(mr|mrs|ms|miss|dr|prof|rev|sir|dame|cllr)\\.?\\s+[a-z]')
        OR regexp_full_match(payee, '[^\\s,]+,\\s*[^\\s,]+') AND NOT payee ILIKE 'redacted%'`;
    expect(await query(sql)).toEqual([]);
  },
);

test('withholds under a twentieth of the money in each set', async () => {
  for (const [table, rows] of [
    ['payments', 'true'],
    ['oxford_payments', 'true'],
    ['leeds_spending', 'NOT is_total'],
  ]) {
    const sql = `SELECT (100 * sum(amount) FILTER (payee_withheld) / sum(amount))::DOUBLE, bool_or(payee_withheld) FROM ${table} WHERE ${rows}`;
    const [share] = (await query(sql)) as [number, boolean][];
    expect(share?.[0], table).toBeLessThan(5);
    expect(share?.[1], table).toBe(true);
  }
});

test('no team of the Cabinet Office is named after a person', async () => {
  const sql = `SELECT DISTINCT expense_area FROM (FROM payments_published SELECT expense_area UNION FROM payments SELECT expense_area)
     WHERE regexp_matches(expense_area, 'chisholm|frost|dunlop|\\b(lord|lady|sir|dame)\\b', 'i')`;
  expect(await query(sql)).toEqual([]);
});

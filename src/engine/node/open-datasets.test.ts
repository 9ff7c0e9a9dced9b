import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatasets } from './open-datasets.ts';

const root = join(import.meta.dirname, '..', '..', '..');

async function ask(id: string, sql: string) {
  const { database, close } = await openDatasets(root, [id]);
  const { rows } = await database.query(sql);
  close();
  return rows;
}

// Figures that lessons and descriptors quote: a new edition of the data must not change them unseen.
test.each([
  [
    'government-services',
    'how many services report what',
    'SELECT count(*), count(transactions), count(digital_transactions), count(cost_per_transaction) FROM services',
    [[658, 541, 125, 64]],
  ],
  [
    'government-services',
    'the department with the most transactions',
    'SELECT department_abbreviation FROM services GROUP BY ALL ORDER BY sum(transactions) DESC LIMIT 1',
    [['HMRC']],
  ],
  [
    'government-services',
    'the share of transactions in services with a digital number',
    `SELECT round(100 * sum(transactions) FILTER (digital_transactions IS NOT NULL) / sum(transactions))
     FROM services`,
    [[95]],
  ],
  [
    'government-services',
    'services without transactions in any period',
    'SELECT count(*) FROM services WHERE service NOT IN (SELECT service FROM service_periods WHERE transactions IS NOT NULL)',
    [[71]],
  ],
  [
    'nhs-ae',
    'the share within four hours in July and January',
    `SELECT CAST(month AS VARCHAR), round(100 * sum(within_4_hours) / sum(attendances), 1) FROM ae_monthly
     WHERE month IN ('2025-07-01', '2026-01-01') GROUP BY month ORDER BY month`,
    [
      ['2025-07-01', 76.4],
      ['2026-01-01', 72.5],
    ],
  ],
  [
    'nhs-ae',
    'totals that do not add up',
    `SELECT count(*) FROM ae_monthly WHERE within_4_hours + over_4_hours <> attendances
     OR attendances_type_1 + attendances_type_2 + attendances_type_3 <> attendances
     OR within_4_hours_type_1 + over_4_hours_type_1 <> attendances_type_1
     OR admissions_via_ae > admissions OR waits_over_12_hours > waits_over_4_hours`,
    [[0]],
  ],
  [
    'nhs-ae',
    'providers without an integrated care board',
    'SELECT count(DISTINCT provider_code), count(*) FROM ae_monthly WHERE icb IS NULL',
    [[6, 44]],
  ],
  [
    'local-authorities',
    'councils, and people counted once and more than once',
    `SELECT count(*), count(*) FILTER (NOT is_current), sum(population_2020),
       sum(population_2020) FILTER (is_current AND is_lower_or_unitary) FROM councils`,
    [[470, 73, 115958034, 67081234]],
  ],
])('%s: knows %s', async (id, _question, sql, expected) => {
  expect(await ask(id, sql)).toEqual(expected);
});

test('opens several datasets together under plain names', async () => {
  const { database, close } = await openDatasets(root, ['nhs-ae', 'local-authorities']);
  const { rows } = await database.query('SELECT table_name FROM duckdb_tables() ORDER BY ALL');
  expect(rows).toEqual([['ae_monthly'], ['councils']]);
  close();
});

test('says which dataset is not there', async () => {
  await expect(openDatasets(root, ['nhs'])).rejects.toThrow(/There is no dataset "nhs"/);
});

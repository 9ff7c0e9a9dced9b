import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { numberWords } from '#src/words/number-words.ts';
import { openDatasets } from './open-datasets.ts';

const root = join(import.meta.dirname, '..', '..', '..');

async function ask(id: string, sql: string) {
  const { database, close } = await openDatasets(root, [id]);
  const { rows } = await database.query(sql);
  close();
  return rows;
}

/** What a descriptor says of its figures in sentences. */
async function proseOf(id: string): Promise<string> {
  const { datasets } = await loadDatasets(root);
  const descriptor = datasets.find((dataset) => dataset.descriptor.id === id)?.descriptor;
  return [descriptor?.coverage, ...(descriptor?.problems ?? [])].join(' ');
}

// A new edition of the data must not leave the figures of a descriptor behind unseen.
test.each<[string, string, string, (...figures: string[]) => string]>([
  [
    'government-services',
    'how many services report what',
    'SELECT count(transactions), count(*), count(digital_transactions), count(cost_per_transaction) FROM services',
    (transactions, all, digital, cost) =>
      `${transactions} of ${all} services (82%) have a number of transactions, ${digital} (19%) a digital number and ${cost} (10%) a cost`,
  ],
  [
    'government-services',
    'the share of transactions in services with a digital number',
    `SELECT count(digital_transactions),
       round(100 * sum(transactions) FILTER (digital_transactions IS NOT NULL) / sum(transactions)) FROM services`,
    (services, percent) => `The ${services} services with a digital number have ${percent}% of all`,
  ],
  [
    'government-services',
    'services without transactions in any period',
    'SELECT count(*) FROM services WHERE service NOT IN (SELECT service FROM service_periods WHERE transactions IS NOT NULL)',
    (services) => `For ${services} services there is no number of transactions in any period`,
  ],
  [
    'nhs-ae',
    'the share within four hours in July and January',
    `SELECT round(100 * sum(within_4_hours) FILTER (month = '2025-07-01') / sum(attendances) FILTER (month = '2025-07-01'), 1),
       round(100 * sum(within_4_hours) FILTER (month = '2026-01-01') / sum(attendances) FILTER (month = '2026-01-01'), 1)
     FROM ae_monthly`,
    (july, january) => `${july}% within four hours in July 2025 and ${january}% in January 2026`,
  ],
  [
    'nhs-ae',
    'providers without an integrated care board',
    `SELECT count(DISTINCT provider_code) FILTER (icb IS NULL), count(DISTINCT provider_code),
       count(*) FILTER (icb IS NULL) FROM ae_monthly`,
    (without, all, rows) =>
      `${without} providers of the year's ${all} are not in the mapping, ${rows} rows in all`,
  ],
  [
    'local-authorities',
    'councils that are there and that were',
    'SELECT count(*) FILTER (is_current), count(*) FILTER (NOT is_current) FROM councils',
    (current, abolished) =>
      `All ${current} current authorities of the United Kingdom: counties, districts, unitary authorities, London boroughs, ` +
      `combined authorities and the Greater London Authority. Also ${abolished} that were abolished`,
  ],
  [
    'local-authorities',
    'people counted once and more than once',
    `SELECT sum(population_2020), sum(population_2020) FILTER (is_current AND is_lower_or_unitary) FROM councils`,
    (all, once) => `adding up every population gives ${all}, but the United Kingdom had ${once} people`,
  ],
])('%s: the descriptor tells %s as the tables do', async (id, _what, sql, toSentence) => {
  const [figures = []] = await ask(id, sql);
  expect(await proseOf(id)).toContain(toSentence(...figures.map((figure) => numberWords(Number(figure)))));
});

test.each([
  [
    'government-services',
    'the department with the most transactions is HMRC',
    'SELECT department_abbreviation FROM services GROUP BY ALL ORDER BY sum(transactions) DESC LIMIT 1',
    [['HMRC']],
  ],
  [
    'nhs-ae',
    'no total fails to add up',
    `SELECT count(*) FROM ae_monthly WHERE within_4_hours + over_4_hours <> attendances
     OR attendances_type_1 + attendances_type_2 + attendances_type_3 <> attendances
     OR within_4_hours_type_1 + over_4_hours_type_1 <> attendances_type_1
     OR admissions_via_ae > admissions OR waits_over_12_hours > waits_over_4_hours`,
    [[0]],
  ],
])('%s: %s', async (id, _what, sql, expected) => {
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

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { mutationOperators, makeMutants } from './make-mutants.ts';
import type { TableShape } from '#src/syntax/scope/scope.ts';

const text = { type: 'VARCHAR' } as const;
const whole = { type: 'BIGINT' } as const;
const services: TableShape = {
  name: 'services',
  primaryKey: ['service'],
  columns: [
    { name: 'service', ...text, nullable: false },
    { name: 'department', ...text, nullable: false },
    { name: 'agency', ...text, nullable: true },
    { name: 'transactions', ...whole, nullable: true },
    { name: 'digital', ...whole, nullable: true },
    { name: 'opened', type: 'DATE', nullable: true },
  ],
};
const agencies: TableShape = {
  name: 'agencies',
  primaryKey: ['code'],
  columns: [
    { name: 'code', ...text, nullable: false },
    { name: 'agency', ...text, nullable: false },
    { name: 'staff', ...whole, nullable: true },
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

async function mutantsOf(sql: string, operator?: string): Promise<string[]> {
  const neighbours = (_table: string, _column: string, value: string | number) =>
    typeof value === 'number' ? [value - 7, value + 9] : ['Other'];
  const mutants = await makeMutants(database, sql, [services, agencies], neighbours);
  return (mutants ?? []).filter((mutant) => !operator || mutant.operator === operator).map(({ sql }) => sql);
}

test.each([
  ['boundary', 'SELECT service FROM services WHERE transactions > 10', 'transactions >= 10'],
  ['comparison', 'SELECT service FROM services WHERE transactions > 10', 'transactions < 10'],
  ['and-or', 'SELECT service FROM services WHERE digital > 1 AND transactions > 2', '> 1) OR (transactions'],
  [
    'dropped-condition',
    'SELECT service FROM services WHERE digital > 1 AND transactions > 2',
    'WHERE (digital > 1)',
  ],
  ['dropped-condition', 'SELECT service FROM services WHERE digital > 1', 'SELECT service FROM services'],
  [
    'dropped-condition',
    'SELECT count(*) FILTER (WHERE digital > 1) FROM services',
    'SELECT count_star() FROM services',
  ],
  ['negated', 'SELECT service FROM services WHERE transactions > 10', 'transactions <= 10'],
  ['negated', 'SELECT service FROM services WHERE transactions = 10', 'transactions != 10'],
  ['negated', 'SELECT service FROM services WHERE agency IN (SELECT agency FROM agencies)', 'NOT'],
  ['negated', "SELECT service FROM services WHERE agency LIKE 'A%'", "!~~ 'A%'"],
  ['negated', "SELECT service FROM services WHERE agency IN ('A', 'B')", "NOT IN ('A', 'B')"],
  ['null-test', 'SELECT service FROM services WHERE digital IS NULL', 'digital IS NOT NULL'],
  ['null-test', 'SELECT service FROM services WHERE digital IS NULL', 'digital = NULL'],
  [
    'between-end',
    'SELECT service FROM services WHERE digital BETWEEN 1 AND 3',
    '(digital > 1) AND (digital <= 3)',
  ],
  ['in-list', "SELECT service FROM services WHERE agency IN ('A', 'B')", "IN ('B')"],
  [
    'having',
    'SELECT agency, sum(digital) FROM services GROUP BY agency HAVING sum(digital) > 5',
    'GROUP BY agency',
  ],
  [
    'having',
    'SELECT agency FROM services GROUP BY agency HAVING sum(digital) > 5',
    'WHERE (digital > 5) GROUP BY agency',
  ],
  ['text-match', "SELECT service FROM services WHERE agency LIKE '%tax%'", "~~ 'tax%'"],
  ['text-match', "SELECT service FROM services WHERE agency LIKE '%tax%'", "~~* '%tax%'"],
  ['number', 'SELECT service FROM services WHERE transactions > 10', 'transactions > 11'],
  ['number', 'SELECT service FROM services WHERE transactions > 10', 'transactions > 19'],
  ['round-digits', 'SELECT round(avg(digital), 1) FROM services', 'round(avg(digital), 2)'],
  ['round-digits', 'SELECT round(avg(digital), 1) FROM services', 'round(avg(digital), 0)'],
  ['text-value', "SELECT service FROM services WHERE agency = 'A'", "agency = 'Other'"],
  ['date-boundary', "SELECT service FROM services WHERE opened >= DATE '2020-03-01'", "'2020-02-29'"],
  ['column', 'SELECT service FROM services WHERE transactions > 10', 'digital > 10'],
  [
    'column',
    'SELECT agency, count(*) FROM services GROUP BY agency',
    'SELECT department, count_star() FROM services GROUP BY department',
  ],
  ['coalesce', 'SELECT coalesce(digital, 0) FROM services', 'SELECT digital FROM services'],
  ['cast', 'SELECT digital::DOUBLE FROM services', 'SELECT digital FROM services'],
  ['integer-division', 'SELECT digital / transactions FROM services', 'digital // transactions'],
  ['arithmetic', 'SELECT transactions - digital FROM services', 'transactions + digital'],
  ['denominator', 'SELECT digital / transactions FROM services', 'transactions / digital'],
  ['denominator', 'SELECT sum(digital) / sum(transactions) FROM services', 'sum(digital) / count_star()'],
  [
    'case-branch',
    "SELECT CASE WHEN digital > 9 THEN 'a' WHEN digital > 1 THEN 'b' END FROM services",
    "WHEN ((digital > 9)) THEN ('b')",
  ],
  ['case-branch', "SELECT CASE WHEN digital > 1 THEN 'a' ELSE 'b' END FROM services", "THEN ('b') ELSE 'a'"],
  ['aggregate', 'SELECT sum(digital) FROM services', 'avg(digital)'],
  ['count', 'SELECT count(*) FROM services', 'count(agency)'],
  ['count', 'SELECT count(DISTINCT agency) FROM services', 'count(agency)'],
  ['count', 'SELECT count(digital) FROM services', 'count_star()'],
  ['distinct-values', 'SELECT sum(digital) FROM services', 'sum(DISTINCT digital)'],
  [
    'group-dropped',
    'SELECT department, agency, count(*) FROM services GROUP BY department, agency',
    'min(agency), count_star() FROM services GROUP BY department',
  ],
  [
    'group-added',
    'SELECT department, count(*) FROM services GROUP BY department',
    'GROUP BY department, service',
  ],
  ['window-partition', 'SELECT sum(digital) OVER (PARTITION BY agency) FROM services', 'OVER ()'],
  ['window-order', 'SELECT rank() OVER (ORDER BY digital DESC) FROM services', 'ORDER BY digital ASC'],
  ['join-type', 'SELECT s.service FROM services s JOIN agencies a ON s.agency = a.agency', 'LEFT JOIN'],
  [
    'join-column',
    'SELECT s.service FROM services s JOIN agencies a ON s.agency = a.agency',
    's.agency = a.code',
  ],
  [
    'join-column',
    'SELECT s.service FROM services s JOIN agencies a ON s.agency = a.agency',
    's.service = a.agency',
  ],
  ['join-column', 'SELECT a.service FROM services a JOIN services b USING (agency)', 'USING (service)'],
  ['join-type', 'SELECT service FROM services JOIN agencies USING (agency)', 'LEFT JOIN'],
  ['join-type', 'SELECT service FROM services FULL JOIN agencies USING (agency)', 'LEFT JOIN'],
  [
    'join-condition',
    'SELECT s.service FROM services s JOIN agencies a ON s.agency = a.agency',
    'services AS s , agencies AS a',
  ],
  [
    'join-condition',
    'SELECT service FROM services LEFT JOIN agencies USING (agency)',
    'FROM services , agencies',
  ],
  [
    'join-condition',
    'SELECT a.service FROM services a JOIN services b USING (service, agency)',
    'USING (agency)',
  ],
  ['distinct', 'SELECT DISTINCT agency FROM services', 'SELECT agency FROM services'],
  ['distinct', 'SELECT agency FROM services', 'SELECT DISTINCT agency'],
  ['sort-direction', 'SELECT service FROM services ORDER BY digital DESC', 'ORDER BY digital ASC'],
  ['sort-key', 'SELECT service FROM services ORDER BY digital, service', 'ORDER BY service'],
  ['sort', 'SELECT service FROM services ORDER BY digital LIMIT 2', 'services LIMIT 2'],
  ['limit', 'SELECT service FROM services LIMIT 5', 'LIMIT 6'],
  ['limit', 'SELECT service FROM services LIMIT 5', 'SELECT service FROM services'],
  ['limit', 'SELECT service FROM services LIMIT 5 OFFSET 2', 'LIMIT 5'],
  ['set-operation', 'SELECT agency FROM services UNION SELECT agency FROM agencies', 'UNION ALL'],
  ['select-order', 'SELECT service, agency FROM services', 'SELECT agency, service'],
  ['count', 'SELECT count(*), sum(digital) FROM services', 'SELECT count(digital), sum'],
  ['count', 'SELECT count(*), sum(digital) FROM services', 'SELECT count(DISTINCT digital), sum'],
  ['aggregate', 'SELECT arg_max(service, digital) FROM services', 'arg_min(service, digital)'],
  ['window-function', 'SELECT rank() OVER (ORDER BY digital) FROM services', 'dense_rank() OVER'],
  ['window-function', 'SELECT rank() OVER (ORDER BY digital) FROM services', 'row_number() OVER'],
  ['window-function', 'SELECT dense_rank() OVER (ORDER BY digital) FROM services', ' rank() OVER'],
  ['window-function', 'SELECT row_number() OVER (ORDER BY digital) FROM services', ' rank() OVER'],
  ['window-function', 'SELECT lag(digital) OVER (ORDER BY opened) FROM services', 'lead(digital) OVER'],
  ['window-function', 'SELECT lead(digital, 2) OVER (ORDER BY opened) FROM services', 'lag(digital, 2) OVER'],
  [
    'window-frame',
    'SELECT avg(digital) OVER (ORDER BY opened ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM services',
    'ROWS BETWEEN 3 PRECEDING AND CURRENT ROW',
  ],
  [
    'window-frame',
    'SELECT avg(digital) OVER (ORDER BY opened ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM services',
    'OVER (ORDER BY opened)',
  ],
  [
    'window-frame',
    'SELECT avg(digital) OVER (ORDER BY opened ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM services',
    'ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING',
  ],
  [
    'window-frame',
    'SELECT sum(digital) OVER (ORDER BY opened ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM services',
    'OVER (ORDER BY opened)',
  ],
  [
    'window-frame',
    'SELECT last_value(digital) OVER (ORDER BY opened ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM services',
    'OVER (ORDER BY opened)',
  ],
  [
    'window-frame',
    'SELECT sum(digital) OVER (ORDER BY opened) FROM services',
    'ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW',
  ],
  [
    'window-frame',
    'SELECT sum(digital) OVER (ORDER BY opened ROWS UNBOUNDED PRECEDING) FROM services',
    'OVER (ORDER BY opened)',
  ],
  ['qualify', 'SELECT service FROM services QUALIFY rank() OVER (ORDER BY digital) < 4', 'FROM services'],
  ['rounding', 'SELECT round(digital / 2) FROM services', 'floor('],
  ['rounding', 'SELECT round(digital / 2, 1) AS half FROM services', 'SELECT (digital / 2) AS half'],
  ['rounding', 'SELECT ceil(digital / 2) FROM services', 'round('],
  ['greatest', 'SELECT greatest(digital, transactions) FROM services', 'least(digital, transactions)'],
  ['greatest', 'SELECT least(digital, transactions) FROM services', 'greatest(digital, transactions)'],
  ['time-part', "SELECT date_trunc('month', opened) FROM services", "date_trunc('year', opened)"],
  ['time-part', 'SELECT extract(year FROM opened) FROM services', "date_part('month', opened)"],
  ['time-part', 'SELECT day(opened) FROM services', '"month"(opened)'],
  ['time-part', "SELECT strftime(opened, '%d %B %Y') FROM services", "'%m %B %Y'"],
  ['time-part', "SELECT strftime(opened, '%Y-%m') FROM services", "'%Y-%Y'"],
  [
    'time-part',
    'SELECT month(opened) AS m, count(*) FROM services GROUP BY month(opened) ORDER BY month(opened)',
    'SELECT "year"(opened) AS m, count_star() FROM services GROUP BY "year"(opened) ORDER BY "year"(opened)',
  ],
  [
    'subtotals',
    'SELECT department, sum(digital) FROM services GROUP BY ROLLUP (department)',
    'FROM services GROUP BY department',
  ],
  [
    'subtotals',
    'SELECT department, agency, sum(digital) FROM services GROUP BY CUBE (department, agency)',
    'FROM services GROUP BY department, agency',
  ],
])('%s: an edit of "%s"', async (operator, solution, expected) => {
  expect(await mutantsOf(solution, operator)).toContainEqual(expect.stringContaining(expected));
});

test.each([
  [
    'counting a column that is never missing',
    'SELECT count(department) FROM services',
    'count',
    'count_star',
  ],
  ['DISTINCT beside the key of the table', 'SELECT service, agency FROM services', 'distinct', 'DISTINCT'],
  ['// on a decimal', 'SELECT 100.0 * digital / transactions FROM services', 'integer-division', '//'],
  [
    'a scalar query in brackets as a condition',
    'SELECT service FROM services WHERE digital > (SELECT avg(digital) FROM services)',
    'negated',
    'NOT',
  ],
  [
    'a group key that the others settle',
    'SELECT service, count(*) FROM services GROUP BY service',
    'group-added',
    'GROUP BY',
  ],
])('makes no mutant that is equal by the descriptor: %s', async (_case, solution, operator, unwanted) => {
  expect(await mutantsOf(solution, operator)).not.toContainEqual(expect.stringContaining(unwanted));
});

test.each([
  ['a separator', "SELECT string_agg(agency, '; ') FROM services"],
  ['a pattern', "SELECT regexp_extract(agency, '^[A-Z]+') FROM services"],
  ['a format', "SELECT strftime(opened, 'in %Y') FROM services"],
  ['what stands for a gap', "SELECT coalesce(agency, 'none') FROM services"],
])('puts no value of the data in the place of %s', async (_case, solution) => {
  expect(await mutantsOf(solution, 'text-value')).toEqual([]);
});

test('a table behind a CTE of its name is not taken for the table', async () => {
  const solution = 'WITH services AS (SELECT agency AS service FROM agencies) SELECT service FROM services';
  expect(await mutantsOf(solution, 'distinct')).toContainEqual(
    expect.stringContaining('SELECT DISTINCT service'),
  );
});

test('makes at most two mutants of a family at one place of a window', async () => {
  const solution =
    'SELECT sum(digital) OVER (ORDER BY opened ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) FROM services';
  expect(await mutantsOf(solution, 'window-frame')).toHaveLength(2);
});

test('every mutant is another query, stands once, and names its family', async () => {
  const solution =
    'SELECT agency, count(*) AS n FROM services WHERE digital >= 0 GROUP BY agency ORDER BY n DESC LIMIT 3';
  const mutants = (await makeMutants(database, solution, [services], () => [])) ?? [];
  expect(mutants.length).toBeGreaterThan(10);
  expect(new Set(mutants.map(({ sql }) => sql)).size).toBe(mutants.length);
  const known = new Set(mutationOperators.map(({ id }) => id));
  expect(mutants.filter(({ operator }) => !known.has(operator))).toEqual([]);
});

test.each([
  ['PIVOT', 'PIVOT services ON department USING sum(digital)'],
  ['INSERT', "INSERT INTO agencies VALUES ('X', 'Y', 1)"],
  ['two statements', 'SELECT 1; SELECT 2'],
  ['text that is no query', 'SELECT FROM WHERE'],
])('says that the tree cannot carry %s', async (_case, sql) => {
  expect(await makeMutants(database, sql, [services], () => [])).toBeUndefined();
});

test('numbers that the parser marks as made up do not stop the printing', async () => {
  expect(
    await mutantsOf('SELECT coalesce(digital, 0) FROM services WHERE transactions IN (1, 2)'),
  ).not.toEqual([]);
});

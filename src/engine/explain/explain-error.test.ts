import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { runQuery } from '../run-query.ts';

let database: NativeDatabase;

beforeAll(async () => {
  database = await createNativeDatabase();
  for (const sql of [
    'SET errors_as_json = true',
    'CREATE TABLE services (service VARCHAR, department VARCHAR, agency VARCHAR, transactions BIGINT)',
    "INSERT INTO services VALUES ('Car tax', 'DfT', 'DVLA', 5)",
    'CREATE TABLE councils (code VARCHAR, name VARCHAR, department VARCHAR, started DATE)',
  ]) {
    await database.query(sql);
  }
});

afterAll(() => database.close());

async function explain(text: string) {
  const { outcome, spoiled } = await runQuery(database, text);
  expect(spoiled).toBe(false);
  if (outcome.status !== 'error') throw new Error(`${text} ran.`);
  const { message, advice, place, details } = outcome.error;
  return { words: `${message} ${advice}`, marked: place && text.slice(place.start, place.end), details };
}

/** The query, what is marked, and a telling part of the words. */
test.each([
  ['SELECT servce FROM services', 'servce', /Did you mean service\?/],
  ['SELECT s.servce FROM services s', 'servce', /s has no column.*Did you mean service/],
  ['SELECT name FROM services', 'name', /column of councils/],
  ['SELECT service FROM service', 'service', /Did you mean services\?/],
  ["SELECT service FROM services ORDER BY 'service'", "'service'", /without quotes/],
  ['SELECT * FROM nonsense', 'nonsense', /tables here are councils and services/],
  ['SELECT é, service FROM services', 'é', /no column/],
  ["SELECT 'é🍋', nope FROM services", 'nope', /no column/],
  ['SELECT 1;\nSELECT nope FROM services', 'nope', /no column/],
  ['SELECT * FROM services WHERE department = "HMRC"', '"HMRC"', /single quotes: 'HMRC'/],
  ['SELECT * FROM services WHERE department = HMRC', 'HMRC', /single quotes: 'HMRC'/],
  ['SELECT * FROM services WHERE department = ‘HMRC’', '‘HMRC’', /curly.*'HMRC'/],
  ['SELECT service FROM services WHERE transactions > £5', '£5', /Write 5\./],
  ['SELECT service FROM services WHERE transactions > 5,000', '5,000', /without commas/],
  ['SELECT department, sum(transactions) FROM services', 'department', /Add department to GROUP BY/],
  ['SELECT department FROM services WHERE sum(transactions) > 5', 'sum', /HAVING/],
  ['SELECT service department agency FROM services', 'department agency', /comma/],
  ['SELECT service', 'service', /no FROM.*FROM services/],
  ['SELCT service FROM services', 'SELCT', /Did you mean SELECT\?/],
  ['SELECT service FORM services', 'FORM', /Did you mean FROM\?/],
  ['SELECT service FROM services WEHRE transactions > 5', 'WEHRE', /Did you mean WHERE\?/],
  ['SELECT service FROM services WHERE transactions > 5 ORDR BY 1', 'ORDR', /Did you mean ORDER\?/],
  ['SELECT service FROM services GRUOP BY service', 'GRUOP', /Did you mean GROUP\?/],
  ['SELECT service FROM services ORDER transactions', 'ORDER transactions', /Write ORDER BY transactions/],
  ['SELECT service FROM services ORDER BY 1 WHERE transactions > 5', 'WHERE', /before ORDER BY/],
  ['SELECT service FROM services LIMIT 5 ORDER BY 1', 'ORDER', /before LIMIT/],
  ['SELECT TOP 5 service FROM services', 'TOP 5', /LIMIT 5/],
  ['SELECT order FROM services', 'order', /double quotes/],
  ["SELECT * FROM services WHERE service = 'abc", "'abc", /never closes/],
  ['SELECT * FROM services WHERE service = "abc', '"abc', /never closes/],
  ['SELECT 1 /* why', '/* why', /never closes/],
  ['SELECT (transactions FROM services', '(', /Put \) where/],
  ['SELECT transactions) FROM services', ')', /none was opened/],
  ['SELECT count(* FROM services', '(', /never closes/],
  ['SELECT coun(*) FROM services', 'coun', /Did you mean count\?/],
  ['SELECT getdate()', 'getdate', /today\(\)/],
  ["SELECT text(transactions, '0') FROM services", 'text', /CAST\(… AS TEXT\)/],
  ['SELECT sum transactions FROM services', 'sum', /sum\(transactions\)/],
  ['SELECT upper(transactions) FROM services', 'upper', /whole number/],
  ['SELECT service + 1 FROM services', '+', /\|\|/],
  ["SELECT service FROM services WHERE transactions > 'abc'", "'abc'", /not a whole number/],
  ['SELECT service FROM services WHERE service = 5', 'service', /service holds text/],
  ['SELECT * FROM councils WHERE started > 2020', '2020', /year\(started\) > 2020/],
  ["SELECT DATE '2020-13-01'", undefined, /is not a date/],
  ['SELECT department FROM services JOIN councils ON service = code', 'department', /services\.department/],
  ['SELECT services.service FROM services s', 'services', /Write s\./],
  ['SELECT service FROM services JOIN councils', 'JOIN councils', /Write ON/],
  ["SELECT * FROM services WHERE department IN 'a'", "'a'", /list in brackets/],
  ['SELECT * FROM services WHERE transactions BETWEEN 1, 5', 'BETWEEN 1, 5', /BETWEEN 1 AND 5/],
  ['SELECT * FROM services WHERE transactions => 5', '=>', />=/],
  ['SELECT * FROM services WHERE agency IS = NULL', '=', /IS NULL/],
  ["SELECT CASE WHEN transactions > 5 THEN 'a' FROM services", 'CASE', /END/],
  ['SELECT service FROM services WHERE', 'WHERE', /a condition/],
  ['SELECT * FROM', 'FROM', /a table/],
  ['SELECT FROM services', 'SELECT', /what to show/],
  ['SELECT 1 UNION SELECT 1, 2', 'UNION', /different numbers of columns/],
  ['SELECT (SELECT service, agency FROM services)', '(', /2 columns/],
  ['SELECT * FROM services ORDER BY 9', '9', /from 1 to 4/],
  ['SELECT service FROM services SELECT 1', 'SELECT', /second query/],
  ['COMMIT', 'COMMIT', /undone afterwards/],
  ['SELECT 1; SET threads = 4', 'SET', /settings/],
  ["COPY services TO 'x.csv'", 'COPY', /out of reach/],
  ['INSTALL httpfs', 'INSTALL', /Extensions/],
  ['EXPLAIN ANALYZE COMMIT', 'EXPLAIN', /only for a query/],
  ['-- nothing\n;', undefined, /no query to run/],
])('explains %s', async (text, marked, words) => {
  const found = await explain(text);
  expect(found.words).toMatch(words);
  expect(found.words).not.toMatch(/varchar|bigint/i);
  expect(found.marked).toBe(marked);
  expect(found.details).not.toMatch(/exception_type|undefined/);
});

test("keeps DuckDB's own words for an error it does not know, and says something readable", async () => {
  const found = await explain("SELECT error('the roof fell in')");
  expect(found.details).toContain('the roof fell in');
  expect(found.words).toContain('the roof fell in');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { type Compare } from '#src/compare/compare-rules.ts';
import { checkAnswer } from './check-answer.ts';
import { rankAnswers } from '#src/verifying/rank-answers.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';
import type { Verdict } from './verdict.ts';

let database: NativeDatabase;

beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(`
    CREATE TABLE services AS FROM (VALUES
      ('Car tax', 'Transport', 50, 40, 1.20::DECIMAL(12,2), DATE '2012-12-31'),
      ('Theory test', 'Transport', 20, NULL, 6.00, DATE '2012-12-31'),
      ('Pensions', 'Work', 50, 10, NULL, DATE '2013-03-31'),
      ('Benefits', 'Work', 30, NULL, 2.50, DATE '2013-03-31'),
      ('Grants', NULL, 20, 0, 2.50, NULL)
    ) t(service, department, transactions, digital, cost, year_to)`);
  await database.query(
    'CREATE TABLE measures AS SELECT (i % 10) / 7.0::DOUBLE AS x, i FROM range(1000) t(i)',
  );
});
afterAll(() => database.close());

const compare = (rules: Partial<Compare> = {}): Compare => compareSchema.parse(rules);
const check = async (
  solution: string,
  answer: string,
  rules: Partial<Compare> = {},
  wrong: { answer: string; feedback: string }[] = [],
): Promise<Verdict> => {
  const exercise = { solution, wrong, compare: compare(rules) };
  const compiled = { ...(await rankAnswers(database, exercise)), witnesses: [], nearMisses: [] };
  return runAndJudge(database, exercise, answer, { compiled });
};

test.each<[string, string, string, Partial<Compare>?]>([
  ['the same text', 'SELECT service FROM services', 'SELECT service FROM services'],
  [
    'a comment and a semicolon at the end',
    'SELECT service FROM services',
    'select service from services; -- done',
  ],
  [
    'a comment straight after the query',
    'SELECT service FROM services',
    'SELECT service FROM services -- all of them',
  ],
  ['FROM without SELECT', 'SELECT * FROM services', 'FROM services'],
  ['rows in another order', 'SELECT service FROM services', 'SELECT service FROM services ORDER BY 1 DESC'],
  ['another name for a column', 'SELECT count(*) FROM services', 'SELECT count(*) AS how_many FROM services'],
  [
    'NULL beside NULL',
    'SELECT department, digital FROM services',
    'SELECT department, NULLIF(digital, -1) FROM services',
  ],
  ['a column twice', 'SELECT service, service FROM services', 'SELECT s.service, service FROM services s'],
  [
    'repeated rows',
    'SELECT transactions FROM services',
    'SELECT transactions FROM services ORDER BY service',
  ],
  [
    'an integer as a decimal',
    'SELECT sum(transactions) FROM services',
    'SELECT sum(transactions)::DECIMAL(20,4) FROM services',
  ],
  [
    'a decimal as a double',
    'SELECT service, cost FROM services',
    'SELECT service, cost::DOUBLE FROM services',
  ],
  [
    'an integer as a double',
    'SELECT transactions FROM services',
    'SELECT transactions * 1.0::DOUBLE FROM services',
  ],
  [
    'decimals of another scale',
    'SELECT sum(cost) FROM services',
    'SELECT sum(cost)::DECIMAL(12,4) FROM services',
  ],
  [
    'a big decimal beside a big integer',
    'SELECT sum(cost) * 10 FROM services',
    'SELECT (sum(cost) * 10)::HUGEINT FROM services',
  ],
  [
    'a sum added up in another order',
    'SELECT sum(x) FROM measures',
    'SELECT sum(x) FROM (FROM measures ORDER BY x DESC)',
  ],
  [
    'a share worked out the other way round',
    'SELECT 100.0 * x / 3 FROM measures',
    'SELECT x / 3 * 100.0 FROM measures',
  ],
  ['minus zero', 'SELECT 0.0::DOUBLE', 'SELECT -0.0::DOUBLE'],
  ['numbers that do not exist', "SELECT 'nan'::DOUBLE, 'inf'::DOUBLE", "SELECT 'nan'::DOUBLE, 'inf'::DOUBLE"],
  ['a date as a timestamp', 'SELECT year_to FROM services', 'SELECT year_to::TIMESTAMP FROM services'],
  [
    'no rows on both sides',
    'SELECT service FROM services WHERE false',
    "SELECT 'x' FROM services WHERE 1 > 2",
  ],
  [
    'a number within the tolerance',
    'SELECT avg(cost) FROM services',
    'SELECT round(avg(cost), 1) FROM services',
    { tolerance: 0.05 },
  ],
  [
    'a difference of just the tolerance',
    'SELECT 76.40::DECIMAL(9,2)',
    'SELECT 76.45::DECIMAL(9,2)',
    { tolerance: 0.05 },
  ],
  [
    'numbers that are near each other',
    'FROM (VALUES (1.0), (1.1)) t',
    'FROM (VALUES (1.1), (1.2)) t',
    { tolerance: 0.1 },
  ],
  [
    'two near numbers a row',
    'FROM (VALUES (1.0, 5.0), (1.05, 9.0)) t',
    'FROM (VALUES (1.05, 5.0), (1.0, 9.0)) t',
    { tolerance: 0.1 },
  ],
  [
    'names in other capitals',
    'SELECT service AS name FROM services',
    'SELECT service AS NAME FROM services',
    { columnNames: 'required' },
  ],
  [
    'named columns in another order',
    'SELECT service, cost FROM services',
    'SELECT cost, service FROM services',
    { columnNames: 'required' },
  ],
  [
    'the order that was asked for',
    'SELECT service FROM services ORDER BY service',
    'SELECT service FROM services ORDER BY 1',
    { order: 'required' },
  ],
  [
    'ties the other way round',
    'SELECT service, transactions FROM services ORDER BY transactions DESC, service',
    'SELECT service, transactions FROM services ORDER BY transactions DESC, service ASC',
    { order: 'required' },
  ],
  [
    'ties that the task leaves open',
    'SELECT service, transactions FROM services ORDER BY transactions DESC',
    'SELECT service, transactions FROM services ORDER BY transactions DESC, service DESC',
    { order: 'required' },
  ],
  [
    'ties on a sum that is shown',
    'SELECT department, count(*) FROM services GROUP BY department ORDER BY count(*) DESC',
    'SELECT department, count(*) AS n FROM services GROUP BY 1 ORDER BY n DESC, department',
    { order: 'required' },
  ],
  [
    'a query inside a query',
    'SELECT count(*) FROM services',
    'WITH s AS (FROM services) SELECT count(*) FROM s',
  ],
  ['a list of values for one', 'SELECT 5', 'VALUES (5)'],
  [
    'two statements, of which the last counts',
    'SELECT count(*) FROM services',
    'SELECT 1; SELECT count(*) FROM services',
  ],
  [
    'a table made on the way',
    'SELECT count(*) FROM services',
    'CREATE TABLE mine AS FROM services; SELECT count(*) FROM mine;',
  ],
  [
    'a view of a table whose name is ours',
    'SELECT count(*) FROM services',
    'CREATE TEMP TABLE _check1_expected AS FROM services; SELECT count(*) FROM _check1_expected',
  ],
])('accepts %s', async (_case, solution, answer, rules) => {
  expect(await check(solution, answer, rules)).toEqual({ kind: 'correct' });
});

const column = (name: string, type: string) => ({ name, type });

test.each<[string, string, string, Partial<Compare>, object]>([
  [
    'rows too many',
    "SELECT service FROM services WHERE department = 'Work'",
    "SELECT service FROM services WHERE department = 'Work' OR department IS NULL",
    {},
    {
      kind: 'wrong-rows',
      expectedCount: 2,
      foundCount: 3,
      missingCount: 0,
      extra: { columns: [column('service', 'VARCHAR')], rows: [['Grants']], rowCount: 1 },
    },
  ],
  [
    'rows too few',
    'SELECT service FROM services',
    'SELECT service FROM services WHERE department IS NOT NULL',
    {},
    {
      kind: 'wrong-rows',
      expectedCount: 5,
      foundCount: 4,
      missingCount: 1,
      extra: { rows: [], rowCount: 0 },
    },
  ],
  [
    'no rows',
    'SELECT service FROM services',
    'SELECT service FROM services WHERE digital = NULL',
    {},
    { kind: 'wrong-rows', foundCount: 0, missingCount: 5 },
  ],
  [
    'a row that stands once too often',
    'SELECT DISTINCT transactions FROM services',
    'SELECT transactions FROM services',
    {},
    { kind: 'wrong-rows', missingCount: 0, extra: { rows: [[50], [20]], rowCount: 2 } },
  ],
  [
    'other rows, as many',
    'SELECT service FROM services ORDER BY service LIMIT 2',
    'SELECT service FROM services ORDER BY service DESC LIMIT 2',
    { order: 'required' },
    {
      kind: 'wrong-rows',
      expectedCount: 2,
      foundCount: 2,
      missingCount: 2,
      extra: { rows: [['Theory test'], ['Pensions']], rowCount: 2 },
    },
  ],
  [
    'the only row beyond the tolerance, shown as it is',
    'SELECT service, cost::DOUBLE FROM services WHERE cost > 2',
    'SELECT service, cost::DOUBLE FROM services',
    { tolerance: 0.1 },
    {
      kind: 'wrong-rows',
      missingCount: 0,
      extra: {
        rows: [
          ['Car tax', 1.2],
          ['Pensions', null],
        ],
        rowCount: 2,
      },
    },
  ],
  [
    'another order',
    'SELECT service, transactions FROM services ORDER BY transactions DESC',
    'SELECT service, transactions FROM services ORDER BY transactions',
    { order: 'required' },
    { kind: 'wrong-order', row: 1 },
  ],
  [
    'another order where a hidden column sorts',
    'SELECT service FROM services ORDER BY length(service)',
    'SELECT service FROM services ORDER BY service',
    { order: 'required' },
    { kind: 'wrong-order', row: 1, found: ['Benefits'] },
  ],
  [
    'a column too many',
    'SELECT service FROM services',
    'SELECT * FROM services',
    {},
    { kind: 'wrong-columns', expectedCount: 1, foundCount: 6, missing: [], extra: [] },
  ],
  [
    'a thousand columns',
    'SELECT 1',
    `SELECT ${Array.from({ length: 1000 }, (_, i) => i).join(', ')} FROM measures`,
    {},
    { kind: 'wrong-columns', foundCount: 1000 },
  ],
  [
    'a name the task did not give',
    'SELECT count(*) AS how_many FROM services',
    'SELECT count(*) FROM services',
    { columnNames: 'required' },
    { kind: 'wrong-columns', missing: ['how_many'], extra: ['count_star()'] },
  ],
  [
    'columns that have changed places',
    'SELECT service, department, cost FROM services',
    'SELECT department, service, cost FROM services',
    {},
    {
      kind: 'wrong-columns',
      expectedCount: 3,
      foundCount: 3,
      wantedOrder: ['service', 'department', 'cost'],
    },
  ],
  [
    'values in one column',
    'SELECT service, digital FROM services',
    'SELECT service, coalesce(digital, 0) AS digital FROM services ORDER BY service',
    {},
    {
      kind: 'wrong-values',
      columns: ['digital'],
      rowCount: 2,
      cells: [{ row: 1, column: 'digital', found: 0, expected: null }],
    },
  ],
  [
    'the right values in the wrong rows',
    "SELECT service, i FROM (VALUES (1), (2)) t(i) JOIN (FROM services LIMIT 2) ON i = CASE service WHEN 'Car tax' THEN 1 ELSE 2 END",
    "VALUES ('Car tax', 2), ('Theory test', 1)",
    {},
    { kind: 'wrong-values', columns: ['col1'], rowCount: 2 },
  ],
  [
    'one wrong number, without giving the right one away',
    'SELECT count(*) FROM services',
    'SELECT count(digital) AS n FROM services',
    {},
    { kind: 'wrong-values', columns: ['n'], cells: [], rowCount: 1 },
  ],
  [
    'a number just outside the tolerance',
    'SELECT 76.4',
    'SELECT 76.46',
    { tolerance: 0.05 },
    { kind: 'wrong-values' },
  ],
  [
    'a percentage that is not one',
    'SELECT department, 100.0 * count(*) / 5 AS share FROM services GROUP BY 1',
    'SELECT department, count(*) / 5 AS share FROM services GROUP BY 1',
    {},
    { kind: 'wrong-values', columns: ['share'], rowCount: 3 },
  ],
  [
    'text in other capitals',
    'SELECT service FROM services LIMIT 1',
    "SELECT 'car tax'",
    {},
    { kind: 'wrong-values' },
  ],
  ['an infinity for a number', 'SELECT 1.0::DOUBLE', "SELECT 'inf'::DOUBLE", {}, { kind: 'wrong-values' }],
  ['a number for an infinity', "SELECT 'inf'::DOUBLE", 'SELECT 1.0::DOUBLE', {}, { kind: 'wrong-values' }],
  ['text for a number', 'SELECT 5', "SELECT 'five'", {}, { kind: 'wrong-values' }],
])('refuses %s', async (_case, solution, answer, rules, expected) => {
  expect(await check(solution, answer, rules)).toMatchObject(expected);
});

test.each([
  ['', /no query to run/],
  ['-- nothing yet', /no query to run/],
  ['SELECT nope FROM services', /nope/],
  ['SELECT 1) UNION (SELECT 2', /./],
  ['DROP TABLE elsewhere; SELECT 1', /elsewhere/],
  ['COMMIT; SELECT 1', /COMMIT/],
  ['CREATE TABLE mine AS FROM services', /no SELECT/],
])('says of %j that it does not run', async (answer, message) => {
  const verdict = await check('SELECT 1', answer);
  expect(verdict).toMatchObject({
    kind: 'does-not-run',
    error: { message: expect.stringMatching(message) as string },
  });
});

test.each([
  [
    'drops the table first',
    'DROP TABLE services; CREATE TABLE services AS SELECT 1 AS x; SELECT count(*) FROM services',
  ],
  ['empties the table first', 'DELETE FROM services; SELECT count(*) FROM services'],
  [
    'puts a table of its own in front',
    'CREATE TEMP TABLE services AS SELECT 1 AS x; SELECT count(*) FROM services',
  ],
  ['teaches count to lie', 'CREATE MACRO count(x) AS 0; CREATE MACRO "count_star"() AS 0; SELECT 7'],
  ['ends the query with a comment that opens', 'SELECT 7 -- ('],
])('is not fooled by an answer that %s', async (_case, answer) => {
  expect(await check('SELECT count(*) AS n FROM services', answer)).toMatchObject({ kind: 'wrong-values' });
  expect((await database.query('SELECT count(*) FROM services')).rows).toEqual([[5]]);
});

const mistakes = [
  { answer: 'SELECT count(digital) FROM services', feedback: 'Missing values are not counted.' },
  { answer: 'SELECT count(*) FROM nowhere', feedback: 'There is no such table.' },
  { answer: 'SELECT 2 + 3', feedback: 'Count them rather than typing the number.' },
  { answer: 'SELECT service, count(*) FROM services GROUP BY 1', feedback: 'One number for all.' },
];

test.each([
  [
    'by its result',
    'SELECT count(*) FROM services WHERE digital IS NOT NULL',
    'Missing values are not counted.',
  ],
  ['by its text where it does not run', 'select COUNT(*) from nowhere;', 'There is no such table.'],
  [
    'by its text where its result is right',
    'SELECT 2+3 -- five',
    'Count them rather than typing the number.',
  ],
  ['with other columns', 'SELECT service, 1 FROM services', 'One number for all.'],
  [
    'after statements of its own',
    'DELETE FROM services WHERE digital IS NULL; SELECT count(*) FROM services',
    'Missing values are not counted.',
  ],
])("knows the author's wrong answer %s", async (_case, answer, feedback) => {
  const verdict = await check('SELECT count(*) FROM services', answer, {}, mistakes);
  expect(verdict).toMatchObject({ kind: 'known-mistake', feedback, difference: {} });
});

test('a right answer is right although a declared wrong answer gives the same result', async () => {
  const answer = 'SELECT count(service) FROM services';
  expect(await check('SELECT count(*) FROM services', answer, {}, mistakes)).toEqual({ kind: 'correct' });
});

test('an order that is known to be wrong gets its own feedback, another one does not', async () => {
  const wrong = [
    { answer: 'SELECT service FROM services ORDER BY service', feedback: 'The other way round.' },
  ];
  const judge = (order: string) =>
    check(
      'SELECT service FROM services ORDER BY service DESC',
      `SELECT service FROM services ORDER BY ${order}`,
      { order: 'required' },
      wrong,
    );
  expect(await judge('1 ASC')).toMatchObject({ kind: 'known-mistake' });
  expect(await judge('cost, 1')).toMatchObject({ kind: 'wrong-order' });
});

test('a very long result is refused with its full count and a few rows', async () => {
  const verdict = await check('SELECT 1', 'SELECT i FROM range(3000000) t(i)');
  expect(verdict).toMatchObject({
    kind: 'wrong-rows',
    expectedCount: 1,
    foundCount: 3_000_000,
    missingCount: 0,
  });
  expect(verdict).toMatchObject({ extra: { rows: [[0], [2], [3], [4], [5]], rowCount: 2_999_999 } });
});

test('one wrong number is found among many nearly equal ones', async () => {
  expect(await check('SELECT x, i FROM measures', 'SELECT x + 1e-12, i FROM measures')).toEqual({
    kind: 'correct',
  });
  const answer = 'SELECT x + CASE i WHEN 500 THEN 0.25 ELSE 1e-12 END FROM measures';
  expect(await check('SELECT x FROM measures', answer)).toMatchObject({
    kind: 'wrong-rows',
    missingCount: 1,
    extra: { rows: [[0.25]], rowCount: 1 },
  });
});

test('two columns of numbers that are all near each other are told apart too', async () => {
  const rows = (shift: number) => `SELECT i / 1000 + ${shift} AS a, -i / 1000 AS b FROM range(40) t(i)`;
  expect(await check(rows(0), rows(0.001), { tolerance: 0.01 })).toEqual({ kind: 'correct' });
  expect(await check(rows(0), rows(0.1), { tolerance: 0.01 })).toMatchObject({ kind: 'wrong-rows' });
});

test('more nearly equal rows than can be paired leave the answer undecided', async () => {
  const rows = (shift: number) => `SELECT i + ${shift} AS a, random() AS b FROM range(3000) t(i)`;
  expect(await check(rows(0), rows(0.3), { tolerance: 0.4 })).toMatchObject({ kind: 'undecided' });
  // Here one column alone tells.
  expect(await check(rows(0), rows(0.5), { tolerance: 0.4 })).toMatchObject({ kind: 'wrong-rows' });
});

test.each([
  [
    'with a key beside the numbers',
    'SELECT i AS id, i / 7 AS a, i / 3 AS b FROM range(2500) t(i)',
    'SELECT i AS id, i / 7 AS a, i / 3 * 100 AS b FROM range(2500) t(i)',
    {},
  ],
  [
    'with a tolerance',
    'SELECT i AS id, i * 2 AS b FROM range(2500) t(i)',
    'SELECT i AS id, i * 5 AS b FROM range(2500) t(i)',
    { tolerance: 1 },
  ],
])('many rows with two numbers each are told apart %s', async (_case, solution, answer, rules) => {
  const { kind } = await check(solution, answer, rules);
  expect(['wrong-values', 'wrong-rows']).toContain(kind);
});

test('a declared wrong answer that fails on a row does not spoil the check', async () => {
  const wrong = [
    { answer: 'SELECT count(*) FROM services', feedback: 'You count services.' },
    { answer: 'SELECT sum(CAST(service AS INTEGER)) FROM services', feedback: 'Names are no numbers.' },
  ];
  const solution = 'SELECT sum(transactions) FROM services';
  const judge = async (answer: string) => (await check(solution, answer, {}, wrong)).kind;
  expect(await judge('SELECT max(transactions) FROM services')).toBe('wrong-values');
  expect(await judge('SELECT count(service) FROM services')).toBe('known-mistake');
  expect(await judge('CREATE TABLE x AS FROM services; SELECT sum(transactions) FROM x')).toBe('correct');
});

test('an answer that fails on a row beyond those shown does not run', async () => {
  const answer =
    "SELECT CAST(CASE WHEN i = 5000 THEN 'n/a' ELSE i::VARCHAR END AS INTEGER) FROM range(6000) t(i)";
  expect(await check('SELECT i FROM range(6000) t(i)', answer)).toMatchObject({
    kind: 'does-not-run',
    error: { message: 'Your query fails on a row beyond those that were shown.' },
  });
});

test('a result without rows is not taken for a declared mistake that has none either', async () => {
  const wrong = [
    { answer: 'SELECT service FROM services WHERE digital = NULL', feedback: 'Nothing is equal to NULL.' },
  ];
  const solution = 'SELECT service FROM services WHERE digital IS NULL';
  expect(await check(solution, 'SELECT service FROM services LIMIT 0', {}, wrong)).toMatchObject({
    kind: 'wrong-rows',
  });
  expect(await check(solution, 'select service from services where digital = null', {}, wrong)).toMatchObject(
    {
      kind: 'known-mistake',
    },
  );
});

test.each([
  ['timeout', { status: 'timeout', limitMs: 10_000 }, /stopped after 10 seconds/],
  ['cancelled', { status: 'cancelled' }, /was stopped/],
] as const)('a run that ended in %s is not decided', async (_case, outcome, reason) => {
  const exercise = { solution: 'SELECT 1', wrong: [], compare: compare() };
  const { verdict } = await checkAnswer(database, exercise, 'SELECT 1', { outcome });
  expect(verdict).toMatchObject({ kind: 'undecided', reason: expect.stringMatching(reason) as string });
});

test('a model answer that does not run leaves the learner unjudged and the database usable', async () => {
  expect(await check('SELECT nope FROM services', 'SELECT 1')).toMatchObject({ kind: 'undecided' });
  expect(await check("SELECT error('broken')", 'SELECT 1')).toMatchObject({ kind: 'undecided' });
  expect(await check('SELECT 1', 'SELECT 1')).toEqual({ kind: 'correct' });
});

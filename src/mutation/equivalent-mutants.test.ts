import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import type { ComparisonRules } from './operators/mutation-operator.ts';
import { makeMutants } from './make-mutants.ts';
import type { TableShape } from '#src/syntax/scope/scope.ts';

const text = { type: 'VARCHAR' } as const;
const whole = { type: 'BIGINT' } as const;
const places: TableShape = {
  name: 'places',
  primaryKey: ['name'],
  columns: [
    { name: 'name', ...text, nullable: false },
    { name: 'region', ...text, nullable: false },
    { name: 'county', ...text, nullable: true },
    { name: 'area', type: 'DOUBLE', nullable: true },
  ],
};
const visits: TableShape = {
  name: 'visits',
  primaryKey: ['id'],
  foreignKeys: [
    { columns: ['place'], references: { table: 'places', columns: ['name'] } },
    { columns: ['second'], references: { table: 'places', columns: ['name'] } },
  ],
  rules: [
    { rule: 'day(month) = 1' },
    { rule: 'adults IS NULL OR people IS NOT NULL' },
    { rule: 'entries = exits' },
  ],
  columns: [
    { name: 'id', ...whole, nullable: false },
    { name: 'place', ...text, nullable: false },
    { name: 'second', ...text, nullable: true },
    { name: 'month', type: 'DATE', nullable: false },
    { name: 'people', ...whole, nullable: true, range: [0, 1000] },
    { name: 'adults', ...whole, nullable: true },
    { name: 'cost', type: 'DECIMAL(8,2)', nullable: true },
    { name: 'entries', ...whole, nullable: false },
    { name: 'exits', ...whole, nullable: false },
    { name: 'is_open', type: 'BOOLEAN', nullable: false },
  ],
};
const yearly: TableShape = {
  name: 'yearly',
  primaryKey: ['place', 'year'],
  columns: [
    { name: 'place', ...text, nullable: false },
    { name: 'year', ...whole, nullable: false },
    { name: 'score', ...whole, nullable: true },
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  // Awkward rows that keep to the shapes: gaps, ties, places without visits, months of two years.
  for (const statement of [
    `CREATE TABLE places AS FROM (VALUES ('Ayr', 'West', NULL, 1.5), ('Bath', 'West', 'Avon', NULL),
      ('Cork', 'South', NULL, 0.5), ('Deal', 'South', 'Kent', 2.0)) t(name, region, county, area)`,
    `CREATE TABLE visits AS SELECT id::BIGINT AS id, place, second, month::DATE AS month, people::BIGINT AS people,
      adults::BIGINT AS adults, cost::DECIMAL(8,2) AS cost, entries::BIGINT AS entries, entries::BIGINT AS exits, is_open
      FROM (VALUES (1, 'Ayr', 'Bath', '2020-01-01', 10, 5, 2.5, 7, true), (2, 'Ayr', NULL, '2020-02-01', 10, NULL, 7.5, 7, true),
      (3, 'Bath', 'Ayr', '2020-01-01', NULL, NULL, NULL, 3, false), (4, 'Bath', NULL, '2021-01-01', 0, 0, 1, 4, true),
      (5, 'Cork', 'Cork', '2021-02-01', 3, 2, NULL, 4, false), (6, 'Cork', NULL, '2020-03-01', 3, 1, 5, 5, true))
      t(id, place, second, month, people, adults, cost, entries, is_open)`,
    `CREATE TABLE yearly AS SELECT place, year::BIGINT AS year, score::BIGINT AS score FROM (VALUES ('Ayr', 2020, 4),
      ('Ayr', 2021, 4), ('Bath', 2020, NULL), ('Deal', 2021, 9), ('Fife', 2020, 2)) t(place, year, score)`,
  ])
    await database.query(statement);
});
afterAll(() => database.close());

async function isMade(solution: string, edit: string, compare?: ComparisonRules): Promise<boolean> {
  const mutants = await makeMutants(database, solution, [places, visits, yearly], () => [], { compare });
  const tree = await parseQuery(database, edit);
  const printed = tree && (await printQuery(database, tree));
  expect(printed, edit).toBeDefined();
  return (mutants ?? []).some(({ sql }) => sql === printed);
}

async function givesTheSame(solution: string, edit: string): Promise<boolean> {
  const [first, second] = [`(FROM (${solution}))`, `(FROM (${edit}))`];
  const { rows } = await database.query(
    `SELECT count(*) FROM ((${first} EXCEPT ALL ${second}) UNION ALL (${second} EXCEPT ALL ${first}))`,
  );
  return Number(rows[0]?.[0]) === 0;
}

const on = (join: string, condition: string, rest = '') =>
  `SELECT v.id, v.people FROM visits AS v ${join} places AS p ON ${condition} ${rest}`;

/** A rule; a solution and an edit of it that must not be made; a solution like it and the edit that must still be made. */
const cases: [string, [string, string], [string, string]][] = [
  [
    'join type: a foreign key without gaps finds every partner',
    [on('JOIN', 'v.place = p.name'), on('LEFT JOIN', 'v.place = p.name')],
    [on('JOIN', 'v.second = p.name'), on('LEFT JOIN', 'v.second = p.name')],
  ],
  [
    'join type: a foreign key finds a partner only when nothing else must hold',
    [on('LEFT JOIN', 'p.name = v.place'), on('JOIN', 'p.name = v.place')],
    [
      on('LEFT JOIN', 'p.name = v.place AND p.county = p.region'),
      on('JOIN', 'p.name = v.place AND p.county = p.region'),
    ],
  ],
  ...(
    [
      ["p.region = 'West'", 'p.region IS NULL'],
      ["p.region LIKE 'W%'", "coalesce(p.region, 'West') LIKE 'W%'"],
      ["p.region IN ('West')", "p.region IN ('West') OR v.people > 2"],
      ['p.area BETWEEN 1 AND 2', 'v.people BETWEEN 1 AND 3'],
      ['p.county IS NOT NULL', 'v.second IS NOT NULL OR v.people > 2'],
      ["NOT (p.region = 'South')", 'NOT (v.people = 3)'],
      ["p.region = 'West' OR p.area > 1", 'p.region IS DISTINCT FROM v.place'],
      ['p.name IN (SELECT place FROM yearly)', 'p.name NOT IN (SELECT place FROM yearly WHERE year = 1900)'],
    ] as const
  ).map(([rejects, keeps]): [string, [string, string], [string, string]] => [
    `join type: WHERE ${rejects} throws away rows without a partner`,
    [
      on('JOIN', 'v.second = p.name', `WHERE ${rejects}`),
      on('LEFT JOIN', 'v.second = p.name', `WHERE ${rejects}`),
    ],
    [
      on('JOIN', 'v.second = p.name', `WHERE ${keeps}`),
      on('LEFT JOIN', 'v.second = p.name', `WHERE ${keeps}`),
    ],
  ]),
  [
    'join type: a join further out throws away rows without a partner',
    [
      'SELECT v.id FROM visits v JOIN places p ON v.second = p.name JOIN yearly y ON y.place = p.name',
      'SELECT v.id FROM visits v LEFT JOIN places p ON v.second = p.name JOIN yearly y ON y.place = p.name',
    ],
    [
      'SELECT v.id FROM visits v JOIN places p ON v.second = p.name JOIN yearly y ON y.place = v.place',
      'SELECT v.id FROM visits v LEFT JOIN places p ON v.second = p.name JOIN yearly y ON y.place = v.place',
    ],
  ],
  [
    'join type: a merged column is that of the side that keeps its rows',
    [
      'SELECT y.score FROM visits v JOIN yearly y USING (place) WHERE y.year = 2020',
      'SELECT y.score FROM visits v LEFT JOIN yearly y USING (place) WHERE y.year = 2020',
    ],
    [
      "SELECT y.score FROM visits v JOIN yearly y USING (place) WHERE place > 'A'",
      "SELECT y.score FROM visits v LEFT JOIN yearly y USING (place) WHERE place > 'A'",
    ],
  ],
  [
    'distinct: the key is shown or fixed by WHERE',
    [
      'SELECT place, score FROM yearly WHERE year = 2020',
      'SELECT DISTINCT place, score FROM yearly WHERE year = 2020',
    ],
    [
      'SELECT place, score FROM yearly WHERE year >= 2020',
      'SELECT DISTINCT place, score FROM yearly WHERE year >= 2020',
    ],
  ],
  [
    'distinct: the key of a joined table is equal to shown columns',
    [
      'SELECT p.name, y.score FROM places p JOIN yearly y ON y.place = p.name WHERE y.year = 2020',
      'SELECT DISTINCT p.name, y.score FROM places p JOIN yearly y ON y.place = p.name WHERE y.year = 2020',
    ],
    [
      'SELECT p.region, y.score FROM places p JOIN yearly y ON y.place = p.name WHERE y.year = 2020',
      'SELECT DISTINCT p.region, y.score FROM places p JOIN yearly y ON y.place = p.name WHERE y.year = 2020',
    ],
  ],
  [
    'distinct: the key of a joined table is worked out from shown columns',
    [
      'SELECT a.place, a.year, b.score FROM yearly a JOIN yearly b ON b.place = a.place AND b.year = a.year - 1',
      'SELECT DISTINCT a.place, a.year, b.score FROM yearly a JOIN yearly b ON b.place = a.place AND b.year = a.year - 1',
    ],
    [
      'SELECT a.place, a.year, b.score FROM yearly a JOIN yearly b ON b.place = a.place AND b.year < a.year',
      'SELECT DISTINCT a.place, a.year, b.score FROM yearly a JOIN yearly b ON b.place = a.place AND b.year < a.year',
    ],
  ],
  [
    'distinct: the groups of a subquery have one row each',
    [
      'SELECT t.place, t.n FROM (SELECT place, count(*) AS n FROM visits GROUP BY place) AS t',
      'SELECT DISTINCT t.place, t.n FROM (SELECT place, count(*) AS n FROM visits GROUP BY place) AS t',
    ],
    [
      'SELECT t.n FROM (SELECT place, count(*) AS n FROM visits GROUP BY place) AS t',
      'SELECT DISTINCT t.n FROM (SELECT place, count(*) AS n FROM visits GROUP BY place) AS t',
    ],
  ],
  [
    'distinct: IN asks only which values there are',
    [
      'SELECT name FROM places WHERE name IN (SELECT DISTINCT place FROM visits)',
      'SELECT name FROM places WHERE name IN (SELECT place FROM visits)',
    ],
    [
      'SELECT count(*) FROM (SELECT DISTINCT place FROM visits) AS t',
      'SELECT count(*) FROM (SELECT place FROM visits) AS t',
    ],
  ],
  ...(
    [
      ['in a subquery', (d: string) => `FROM places p LEFT JOIN (SELECT ${d} place FROM visits) AS v`],
      ['in a CTE', undefined],
    ] as const
  ).map(([place, from]): [string, [string, string], [string, string]] => {
    const query = (distinct: string, condition: string) =>
      from
        ? `SELECT p.name ${from(distinct)} ON v.place = p.name WHERE ${condition}`
        : `WITH v AS (SELECT ${distinct} place FROM visits) SELECT p.name FROM places p LEFT JOIN v ON v.place = p.name WHERE ${condition}`;
    return [
      `distinct: an anti-join keeps no row with a partner, ${place}`,
      [query('DISTINCT', 'v.place IS NULL'), query('', 'v.place IS NULL')],
      [query('DISTINCT', 'p.county IS NULL'), query('', 'p.county IS NULL')],
    ];
  }),
  [
    'distinct: QUALIFY fixes the rest of the key',
    [
      'SELECT place FROM yearly QUALIFY year = 2020 AND rank() OVER (ORDER BY score) < 9',
      'SELECT DISTINCT place FROM yearly QUALIFY year = 2020 AND rank() OVER (ORDER BY score) < 9',
    ],
    [
      'SELECT place FROM yearly QUALIFY year < 2022 AND rank() OVER (ORDER BY score) < 9',
      'SELECT DISTINCT place FROM yearly QUALIFY year < 2022 AND rank() OVER (ORDER BY score) < 9',
    ],
  ],
  [
    'window function: QUALIFY comes after the window, so rows may still tie',
    [
      'SELECT year, rank() OVER (ORDER BY place) FROM yearly WHERE year = 2020',
      'SELECT year, row_number() OVER (ORDER BY place) FROM yearly WHERE year = 2020',
    ],
    [
      'SELECT year, rank() OVER (ORDER BY place) FROM yearly QUALIFY year = 2020',
      'SELECT year, row_number() OVER (ORDER BY place) FROM yearly QUALIFY year = 2020',
    ],
  ],
  [
    'integer division: a DECIMAL column',
    [
      'SELECT id, sum(cost) / sum(people) FROM visits WHERE people > 0 GROUP BY id',
      'SELECT id, sum(cost) // sum(people) FROM visits WHERE people > 0 GROUP BY id',
    ],
    [
      'SELECT id, sum(adults) / sum(people) FROM visits GROUP BY id',
      'SELECT id, sum(adults) // sum(people) FROM visits GROUP BY id',
    ],
  ],
  [
    'integer division: an average, and a column of a subquery',
    [
      'SELECT a / n FROM (SELECT avg(people) AS a, count(*) AS n FROM visits) AS t',
      'SELECT a // n FROM (SELECT avg(people) AS a, count(*) AS n FROM visits) AS t',
    ],
    [
      'SELECT a / n FROM (SELECT sum(people) AS a, count(*) AS n FROM visits) AS t',
      'SELECT a // n FROM (SELECT sum(people) AS a, count(*) AS n FROM visits) AS t',
    ],
  ],
  [
    'integer division: a fraction in a condition is no part of the number',
    ['SELECT sum(people) / 2.5 FROM visits', 'SELECT sum(people) // 2.5 FROM visits'],
    [
      'SELECT count(*) FILTER (WHERE cost > 0.5) / count(*) FROM visits',
      'SELECT count(*) FILTER (WHERE cost > 0.5) // count(*) FROM visits',
    ],
  ],
  [
    'count: WHERE keeps no gap of the column',
    ['SELECT count(people) FROM visits WHERE people > 2', 'SELECT count(*) FROM visits WHERE people > 2'],
    [
      'SELECT count(people) FROM visits WHERE people > 2 OR is_open',
      'SELECT count(*) FROM visits WHERE people > 2 OR is_open',
    ],
  ],
  [
    'count: a rule fills the column',
    [
      'SELECT count(*), sum(people) FROM visits WHERE adults >= 0',
      'SELECT count(people), sum(people) FROM visits WHERE adults >= 0',
    ],
    [
      'SELECT count(*), sum(people) FROM visits WHERE cost >= 0',
      'SELECT count(people), sum(people) FROM visits WHERE cost >= 0',
    ],
  ],
  [
    'count: columns of the table that keeps its rows',
    [
      'SELECT p.name, count(p.region) FROM places p LEFT JOIN visits v ON v.place = p.name GROUP BY p.name',
      'SELECT p.name, count(*) FROM places p LEFT JOIN visits v ON v.place = p.name GROUP BY p.name',
    ],
    [
      'SELECT p.name, count(v.id) FROM places p LEFT JOIN visits v ON v.place = p.name GROUP BY p.name',
      'SELECT p.name, count(*) FROM places p LEFT JOIN visits v ON v.place = p.name GROUP BY p.name',
    ],
  ],
  [
    'aggregate: a sum and an average have the same sign',
    [
      'SELECT place FROM visits GROUP BY place HAVING sum(adults) > 0',
      'SELECT place FROM visits GROUP BY place HAVING avg(adults) > 0',
    ],
    [
      'SELECT place FROM visits GROUP BY place HAVING sum(adults) > 1',
      'SELECT place FROM visits GROUP BY place HAVING avg(adults) > 1',
    ],
  ],
  [
    'aggregate: of numbers that are never negative, the largest has the sign of the sum',
    [
      'SELECT place FROM visits GROUP BY place HAVING sum(people) > 0',
      'SELECT place FROM visits GROUP BY place HAVING max(people) > 0',
    ],
    [
      'SELECT place FROM visits GROUP BY place HAVING sum(adults) > 0',
      'SELECT place FROM visits GROUP BY place HAVING max(adults) > 0',
    ],
  ],
  [
    'dropped condition: IS NOT NULL beside a condition on the same column',
    [
      'SELECT id FROM visits WHERE adults > 0 AND people IS NOT NULL',
      'SELECT id FROM visits WHERE adults > 0',
    ],
    ['SELECT id FROM visits WHERE cost > 0 AND people IS NOT NULL', 'SELECT id FROM visits WHERE cost > 0'],
  ],
  [
    'group added: a column fixed by WHERE',
    [
      "SELECT year, count(*) FROM yearly WHERE place = 'Ayr' GROUP BY year",
      "SELECT year, count(*) FROM yearly WHERE place = 'Ayr' GROUP BY year, place",
    ],
    [
      "SELECT year, count(*) FROM yearly WHERE place > 'Ayr' GROUP BY year",
      "SELECT year, count(*) FROM yearly WHERE place > 'Ayr' GROUP BY year, place",
    ],
  ],
  [
    'group dropped: a column that the others settle',
    [
      'SELECT name, region, count(*) FROM places GROUP BY name, region',
      'SELECT name, min(region), count(*) FROM places GROUP BY name',
    ],
    [
      'SELECT region, county, count(*) FROM places GROUP BY region, county',
      'SELECT region, min(county), count(*) FROM places GROUP BY region',
    ],
  ],
  [
    'coalesce: nothing after a column without gaps is read',
    [
      'SELECT coalesce(second, place, second) FROM visits',
      'SELECT coalesce(second, place, place) FROM visits',
    ],
    ['SELECT coalesce(county, name) FROM places', 'SELECT coalesce(county, region) FROM places'],
  ],
  [
    'coalesce: the first argument has no gaps',
    ['SELECT coalesce(people, 0) FROM visits WHERE people > 1', 'SELECT people FROM visits WHERE people > 1'],
    ['SELECT coalesce(people, 0) FROM visits WHERE cost > 1', 'SELECT people FROM visits WHERE cost > 1'],
  ],
  [
    'coalesce: the total of a group of values without gaps',
    [
      'SELECT place, coalesce(sum(entries), 0) FROM visits GROUP BY place',
      'SELECT place, sum(entries) FROM visits GROUP BY place',
    ],
    ['SELECT coalesce(sum(entries), 0) FROM visits', 'SELECT sum(entries) FROM visits'],
  ],
  [
    'coalesce: a column without gaps of a query in FROM',
    [
      'SELECT coalesce(t.n, 0) FROM places p JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = p.name',
      'SELECT t.n FROM places p JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = p.name',
    ],
    [
      'SELECT coalesce(t.n, 0) FROM places p LEFT JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = p.name',
      'SELECT t.n FROM places p LEFT JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = p.name',
    ],
  ],
  [
    'count: a column without gaps of a CTE that shows all of a table',
    [
      'WITH t AS (SELECT * FROM visits) SELECT count(place) FROM t',
      'WITH t AS (SELECT * FROM visits) SELECT count(*) FROM t',
    ],
    [
      'WITH t(id, second, place) AS (SELECT id, place, second FROM visits) SELECT count(place) FROM t',
      'WITH t(id, second, place) AS (SELECT id, place, second FROM visits) SELECT count(*) FROM t',
    ],
  ],
  [
    'dropped condition: IS NOT NULL of a column without gaps, beside another condition',
    [
      'SELECT id FROM visits WHERE people > 2 AND place IS NOT NULL',
      'SELECT id FROM visits WHERE people > 2',
    ],
    [
      'SELECT id FROM visits WHERE entries > 3 AND second IS NOT NULL',
      'SELECT id FROM visits WHERE entries > 3',
    ],
  ],
  [
    'dropped condition: IS NOT NULL of a column without gaps, alone',
    ['SELECT id FROM visits WHERE place IS NOT NULL', 'SELECT id FROM visits'],
    [
      'SELECT p.name FROM places p LEFT JOIN visits v ON v.place = p.name WHERE v.place IS NOT NULL',
      'SELECT p.name FROM places p LEFT JOIN visits v ON v.place = p.name',
    ],
  ],
  [
    'dropped condition: IS NULL of a column without gaps, in an OR',
    ['SELECT id FROM visits WHERE place IS NULL OR people > 2', 'SELECT id FROM visits WHERE people > 2'],
    ['SELECT id FROM visits WHERE second IS NULL OR people > 2', 'SELECT id FROM visits WHERE people > 2'],
  ],
  [
    'dropped condition: IS NOT NULL of a column without gaps, in FILTER',
    ['SELECT sum(people) FILTER (WHERE NOT (place IS NULL)) FROM visits', 'SELECT sum(people) FROM visits'],
    ['SELECT sum(people) FILTER (WHERE NOT (second IS NULL)) FROM visits', 'SELECT sum(people) FROM visits'],
  ],
  [
    'join type: totals of groups of the same table',
    [
      'SELECT v.id, t.n FROM visits v JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = v.place',
      'SELECT v.id, t.n FROM visits v LEFT JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = v.place',
    ],
    [
      'SELECT v.id, t.n FROM visits v JOIN (SELECT place, count(*) AS n FROM visits WHERE people > 2 GROUP BY place) t ON t.place = v.place',
      'SELECT v.id, t.n FROM visits v LEFT JOIN (SELECT place, count(*) AS n FROM visits WHERE people > 2 GROUP BY place) t ON t.place = v.place',
    ],
  ],
  [
    'join type: a column with gaps has a group that nothing equals',
    [
      'SELECT v.id, t.n FROM visits v JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = v.place',
      'SELECT v.id, t.n FROM visits v RIGHT JOIN (SELECT place, count(*) AS n FROM visits GROUP BY place) t ON t.place = v.place',
    ],
    [
      'SELECT v.id, t.n FROM visits v JOIN (SELECT second, count(*) AS n FROM visits GROUP BY second) t ON t.second = v.second',
      'SELECT v.id, t.n FROM visits v RIGHT JOIN (SELECT second, count(*) AS n FROM visits GROUP BY second) t ON t.second = v.second',
    ],
  ],
  [
    'join type: a CTE of groups finds its place by a foreign key',
    [
      'WITH t AS (SELECT place, count(*) AS n FROM visits WHERE people > 2 GROUP BY place) SELECT p.region, t.n FROM t JOIN places p ON p.name = t.place',
      'WITH t AS (SELECT place, count(*) AS n FROM visits WHERE people > 2 GROUP BY place) SELECT p.region, t.n FROM t LEFT JOIN places p ON p.name = t.place',
    ],
    [
      'WITH t AS (SELECT place, count(*) AS n FROM visits WHERE people > 2 GROUP BY place) SELECT p.region, t.n FROM t JOIN places p ON p.name = t.place',
      'WITH t AS (SELECT place, count(*) AS n FROM visits WHERE people > 2 GROUP BY place) SELECT p.region, t.n FROM t RIGHT JOIN places p ON p.name = t.place',
    ],
  ],
  [
    'join type: two columns that stand in one row of the table, and in two',
    [
      'SELECT y.score FROM yearly y JOIN (SELECT DISTINCT place, year FROM yearly) t ON t.place = y.place AND t.year = y.year',
      'SELECT y.score FROM yearly y LEFT JOIN (SELECT DISTINCT place, year FROM yearly) t ON t.place = y.place AND t.year = y.year',
    ],
    [
      'SELECT t.p FROM (SELECT a.place AS p, b.year AS y FROM yearly a CROSS JOIN yearly b) t JOIN yearly y ON y.place = t.p AND y.year = t.y',
      'SELECT t.p FROM (SELECT a.place AS p, b.year AS y FROM yearly a CROSS JOIN yearly b) t LEFT JOIN yearly y ON y.place = t.p AND y.year = t.y',
    ],
  ],
  [
    'coalesce: in rows of subtotals a key is a gap',
    ["SELECT coalesce(region, 'All') FROM places", 'SELECT region FROM places'],
    [
      "SELECT coalesce(region, 'All'), count(*) FROM places GROUP BY ROLLUP (region)",
      'SELECT region, count(*) FROM places GROUP BY ROLLUP (region)',
    ],
  ],
  [
    'column: a rule says that two columns are equal',
    ['SELECT entries FROM visits', 'SELECT exits FROM visits'],
    ['SELECT people FROM visits', 'SELECT adults FROM visits'],
  ],
  ...(
    [
      ['>=', '2020-01-31', '2020-02-02'],
      ['<', '2020-01-31', '2020-02-02'],
      ['>', '2020-02-02', '2020-01-31'],
      ['<=', '2020-02-02', '2020-01-31'],
    ] as const
  ).map(([sign, same, other]): [string, [string, string], [string, string]] => [
    `date boundary: months are given as their first day (${sign})`,
    [
      `SELECT id FROM visits WHERE month ${sign} '2020-02-01'`,
      `SELECT id FROM visits WHERE month ${sign} '${same}'`,
    ],
    [
      `SELECT id FROM visits WHERE month ${sign} '2020-02-01'`,
      `SELECT id FROM visits WHERE month ${sign} '${other}'`,
    ],
  ]),
  [
    'boundary: no month is on the limit',
    [
      "SELECT id FROM visits WHERE month > DATE '2020-01-31'",
      "SELECT id FROM visits WHERE month >= DATE '2020-01-31'",
    ],
    [
      "SELECT id FROM visits WHERE month > DATE '2020-02-01'",
      "SELECT id FROM visits WHERE month >= DATE '2020-02-01'",
    ],
  ],
  [
    'window function: rows cannot tie',
    [
      'SELECT id, rank() OVER (ORDER BY id) FROM visits',
      'SELECT id, row_number() OVER (ORDER BY id) FROM visits',
    ],
    [
      'SELECT id, rank() OVER (ORDER BY entries) FROM visits',
      'SELECT id, row_number() OVER (ORDER BY entries) FROM visits',
    ],
  ],
  [
    'window function: the first place is the same in both',
    [
      'SELECT id FROM visits QUALIFY rank() OVER (ORDER BY entries) = 1',
      'SELECT id FROM visits QUALIFY dense_rank() OVER (ORDER BY entries) = 1',
    ],
    [
      'SELECT id FROM visits QUALIFY rank() OVER (ORDER BY entries) <= 3',
      'SELECT id FROM visits QUALIFY dense_rank() OVER (ORDER BY entries) <= 3',
    ],
  ],
  [
    'window function: the first place is asked for outside',
    [
      'SELECT id FROM (SELECT id, rank() OVER (ORDER BY entries) AS r FROM visits) AS t WHERE r = 1',
      'SELECT id FROM (SELECT id, dense_rank() OVER (ORDER BY entries) AS r FROM visits) AS t WHERE r = 1',
    ],
    [
      'SELECT id, r FROM (SELECT id, rank() OVER (ORDER BY entries) AS r FROM visits) AS t',
      'SELECT id, r FROM (SELECT id, dense_rank() OVER (ORDER BY entries) AS r FROM visits) AS t',
    ],
  ],
  [
    'window frame: only rows that tie tell ROWS from RANGE',
    [
      'SELECT id, sum(entries) OVER (ORDER BY id) FROM visits',
      'SELECT id, sum(entries) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) FROM visits',
    ],
    [
      'SELECT id, sum(entries) OVER (ORDER BY month) FROM visits',
      'SELECT id, sum(entries) OVER (ORDER BY month ROWS UNBOUNDED PRECEDING) FROM visits',
    ],
  ],
  [
    'window partition: WHERE leaves a single one',
    [
      "SELECT year, rank() OVER (PARTITION BY place ORDER BY score) FROM yearly WHERE place = 'Ayr'",
      "SELECT year, rank() OVER (ORDER BY score) FROM yearly WHERE place = 'Ayr'",
    ],
    [
      'SELECT year, rank() OVER (PARTITION BY place ORDER BY score) FROM yearly',
      'SELECT year, rank() OVER (ORDER BY score) FROM yearly',
    ],
  ],
  [
    'rounding: whole numbers',
    ['SELECT round(people) FROM visits', 'SELECT people FROM visits'],
    ['SELECT round(cost) FROM visits', 'SELECT cost FROM visits'],
  ],
];

test('what is equal by the descriptor gives the same on random lawful rows', async () => {
  const name = fc.constantFrom('Ayr', 'Bath', 'Cork', 'Deal');
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });
  const small = fc.integer({ min: 0, max: 4 });
  const place = fc.tuple(
    name,
    fc.constantFrom('West', 'South'),
    maybe(fc.constantFrom('Avon', 'Kent')),
    maybe(small),
  );
  const visit = fc
    .record({
      place: name,
      second: maybe(name),
      month: small,
      people: maybe(small),
      cost: maybe(small),
      entries: small,
      isOpen: fc.boolean(),
      asksAdults: fc.boolean(),
    })
    .map((row) => [
      row.place,
      row.second,
      `202${row.month % 2}-0${1 + (row.month % 3)}-01`,
      row.people,
      row.asksAdults && row.people !== null ? row.people - 1 : null,
      row.cost,
      row.entries,
      row.entries,
      row.isOpen,
    ]);
  const score = fc.tuple(name, fc.integer({ min: 2019, max: 2022 }), maybe(small));
  const listOf = (values: readonly unknown[]) =>
    `(${values.map((value) => (value === null ? 'NULL' : typeof value === 'string' ? `'${value}'` : String(value))).join(', ')})`;
  const lawful = fc.record({
    places: fc.uniqueArray(place, { selector: ([key]) => key, maxLength: 4 }),
    visits: fc.array(visit, { maxLength: 8 }),
    yearly: fc.uniqueArray(score, { selector: ([key, year]) => `${key} ${year}`, maxLength: 6 }),
  });
  const told = new Set<string>();
  await database.query('BEGIN');
  try {
    await fc.assert(
      fc.asyncProperty(lawful, async (rows) => {
        const known = rows.places.map(([key]) => key);
        const visits = rows.visits
          .filter((row) => known.some((key) => key === row[0]))
          .map((row, id) => [
            id + 1,
            row[0],
            known.some((key) => key === row[1]) ? row[1] : null,
            ...row.slice(2),
          ]);
        for (const [table, values] of Object.entries({ places: rows.places, visits, yearly: rows.yearly })) {
          await database.query(`DELETE FROM ${table}`);
          if (values.length > 0)
            await database.query(`INSERT INTO ${table} VALUES ${values.map(listOf).join(', ')}`);
        }
        for (const [rule, equal, different] of cases) {
          expect(await givesTheSame(...equal), rule).toBe(true);
          if (!told.has(rule) && !(await givesTheSame(...different))) told.add(rule);
        }
      }),
      { numRuns: 15, seed: 1 },
    );
  } finally {
    await database.query('ROLLBACK');
  }
  // Rows that told nothing apart would prove nothing.
  expect(told.size).toBeGreaterThan(cases.length * 0.85);
}, 60_000);

test.each(cases)('makes no mutant that is equal by the descriptor: %s', async (_rule, equal, different) => {
  expect(await isMade(...equal)).toBe(false);
  expect(await givesTheSame(...equal)).toBe(true);
  expect(await isMade(...different)).toBe(true);
});

const compare: ComparisonRules = { order: 'ignored', columnNames: 'ignored', columns: 'exact', tolerance: 0 };

test.each<[string, string, string, ComparisonRules, ComparisonRules]>([
  [
    'columns in another order, told by their names',
    'SELECT id, people FROM visits',
    'SELECT people, id FROM visits',
    { ...compare, columnNames: 'required' },
    compare,
  ],
  [
    'columns in any order',
    'SELECT id, people FROM visits',
    'SELECT people, id FROM visits',
    { ...compare, columns: 'any-order' },
    compare,
  ],
  [
    'another order of the rows',
    'SELECT id, people FROM visits ORDER BY people',
    'SELECT id, people FROM visits ORDER BY people DESC',
    compare,
    { ...compare, order: 'required' },
  ],
  [
    'no rounding, within the tolerance',
    'SELECT id, round(cost, 1) AS cost FROM visits',
    'SELECT id, cost AS cost FROM visits',
    { ...compare, tolerance: 0.051 },
    { ...compare, tolerance: 0.01 },
  ],
  [
    'one more decimal place, within the tolerance',
    'SELECT id, round(cost, 1) AS cost FROM visits',
    'SELECT id, round(cost, 2) AS cost FROM visits',
    { ...compare, tolerance: 0.051 },
    compare,
  ],
])('makes no mutant that the exercise lets pass: %s', async (_case, solution, edit, lenient, strict) => {
  expect(await isMade(solution, edit, lenient)).toBe(false);
  expect(await isMade(solution, edit, strict)).toBe(true);
});

test('rounding that the order of the rows shows is not lost in the tolerance', async () => {
  const ordered: ComparisonRules = { ...compare, order: 'required', tolerance: 0.51 };
  const [rounded, plain] = ['SELECT round(cost) AS c, id', 'SELECT cost AS c, id'].map(
    (select) => (key: string) => `${select} FROM visits ORDER BY ${key}`,
  );
  expect(await isMade(rounded?.('c, id') ?? '', plain?.('c, id') ?? '', ordered)).toBe(true);
  expect(await isMade(rounded?.('id') ?? '', plain?.('id') ?? '', ordered)).toBe(false);
});

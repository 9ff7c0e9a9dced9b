import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { buildWitnesses, type WitnessReport } from './build-witnesses.ts';
import { toWitnessStatements, type WitnessTableShape } from './witness.ts';

const regions = ['East', 'North', 'South', 'West'];
const teams: WitnessTableShape = {
  name: 'teams',
  primaryKey: ['code'],
  foreignKeys: [],
  depends: [
    { columns: ['region'], determines: ['region_code'] },
    { columns: ['region_code'], determines: ['region'] },
  ],
  columns: [
    { name: 'code', type: 'VARCHAR', nullable: false },
    { name: 'title', type: 'VARCHAR', nullable: false },
    { name: 'region', type: 'VARCHAR', nullable: false, allowed: regions },
    { name: 'region_code', type: 'VARCHAR', nullable: false },
    { name: 'staff', type: 'BIGINT', nullable: true, range: [0, 500] },
  ],
};
const cases: WitnessTableShape = {
  name: 'cases',
  primaryKey: ['team', 'month'],
  foreignKeys: [{ columns: ['team'], references: { table: 'teams', columns: ['code'] } }],
  columns: [
    { name: 'team', type: 'VARCHAR', nullable: false },
    { name: 'month', type: 'DATE', nullable: false },
    { name: 'opened', type: 'BIGINT', nullable: false, range: [0, 1000] },
    { name: 'closed', type: 'BIGINT', nullable: false, range: [0, 1000] },
    { name: 'total', type: 'BIGINT', nullable: false, range: [0, 2000] },
    { name: 'cost', type: 'DECIMAL(10,2)', nullable: true, range: [0, 900] },
  ],
  rules: [{ rule: 'opened + closed = total' }, { rule: 'day(month) = 1' }],
};

// Opened is even and closed odd, so no total is 50; staff is 20, 23, 26 … with a gap in every seventh row.
const setUp = [
  `CREATE TABLE teams AS SELECT format('T{:02d}', i) AS code, 'Team ' || i AS title,
     ['East', 'North', 'South', 'West'][i % 4 + 1] AS region, ['E', 'N', 'S', 'W'][i % 4 + 1] AS region_code,
     CASE WHEN i % 7 > 0 THEN 20 + i * 3 END::BIGINT AS staff FROM range(40) r(i)`,
  `CREATE TABLE cases AS SELECT format('T{:02d}', i) AS team, (DATE '2025-01-01' + to_months(m::INT))::DATE AS month,
     opened, closed, opened + closed AS total, cost
   FROM (SELECT i, m, 10 + ((i * 7 + m * 13) % 40) * 2 AS opened, 11 + ((i * 5 + m * 3) % 30) * 2 AS closed,
     CASE WHEN (i + m) % 5 > 0 THEN 100 + i * 10 + m * 1.25 END::DECIMAL(10,2) AS cost
   FROM range(40) r(i), range(6) s(m))`,
];

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  for (const sql of setUp) await database.query(sql);
});
afterAll(() => database.close());

async function separates(solution: string, mutant: string): Promise<boolean> {
  const expected = await database.query(solution);
  try {
    const found = await database.query(mutant);
    const inOrder = solution.includes('ORDER BY');
    const list = ({ rows }: typeof found) => {
      const texts = rows.map((row) => JSON.stringify(row));
      return (inOrder ? texts : texts.sort()).join();
    };
    return list(expected) !== list(found);
  } catch {
    return true;
  }
}

const build = (solution: string, mutants: readonly string[], seed = 1) =>
  buildWitnesses({ database, tables: [teams, cases], solution, mutants, separates, seed });

/** The witnesses on which a query differs from the model answer, with the built statements run. */
async function differingWitnesses(report: WitnessReport, solution: string, mutant: string) {
  const places: number[] = [];
  for (const [place, witness] of report.witnesses.entries()) {
    for (const sql of toWitnessStatements(witness, [teams, cases], 'w')) await database.query(sql);
    await database.query('USE w');
    if (await separates(solution, mutant)) places.push(place);
    await database.query('USE main');
    await database.query('DROP SCHEMA w CASCADE');
  }
  return places;
}

const region = 'SELECT region FROM teams GROUP BY region HAVING';
const top = 'SELECT code FROM teams ORDER BY staff DESC NULLS LAST';
const joined = 'SELECT t.code, count(c.month) FROM teams t';
const place =
  'SELECT code, row_number() OVER (PARTITION BY region ORDER BY code) FROM teams WHERE staff = 23';

const slips: [string, string, string][] = [
  ['a limit', 'SELECT team FROM cases WHERE total > 50', 'SELECT team FROM cases WHERE total >= 50'],
  ['a limit one off', 'SELECT team FROM cases WHERE total > 50', 'SELECT team FROM cases WHERE total > 51'],
  [
    'AND for OR',
    'SELECT team FROM cases WHERE opened > 0 AND closed > 0',
    'SELECT team FROM cases WHERE opened > 0 OR closed > 0',
  ],
  [
    'the wrong NULL test',
    'SELECT DISTINCT region FROM teams WHERE staff IS NULL',
    'SELECT DISTINCT region FROM teams WHERE staff IS NOT NULL',
  ],
  ['a limit on the rows of a group', `${region} count(*) >= 6`, `${region} count(*) >= 5`],
  [
    'a limit on the sum of a group',
    'SELECT team FROM cases GROUP BY team HAVING sum(opened) > 301',
    'SELECT team FROM cases GROUP BY team HAVING sum(opened) >= 301',
  ],
  [
    'a limit on an average that has a name',
    'WITH a AS (SELECT team, avg(closed) AS mean FROM cases GROUP BY team) SELECT team FROM a WHERE mean < 12',
    'WITH a AS (SELECT team, avg(closed) AS mean FROM cases GROUP BY team) SELECT team FROM a WHERE mean <= 12',
  ],
  ['a sort key dropped at a LIMIT', `${top}, code LIMIT 3`, `${top}, code DESC LIMIT 3`],
  [
    'rows without a partner',
    `${joined} LEFT JOIN cases c ON c.team = t.code GROUP BY 1`,
    `${joined} JOIN cases c ON c.team = t.code GROUP BY 1`,
  ],
  ['repeated rows', 'SELECT team, opened FROM cases', 'SELECT DISTINCT team, opened FROM cases'],
  ['a count of filled cells', `${region} count(*) >= 2`, `${region} count(staff) >= 2`],
  ['a window without its partition', place, place.replace('PARTITION BY region ', '')],
  [
    'a gap left as it is',
    'SELECT DISTINCT region FROM teams WHERE coalesce(staff, 0) < 200',
    'SELECT DISTINCT region FROM teams WHERE staff < 200',
  ],
  [
    'whole-number division',
    'SELECT code FROM teams WHERE staff / 4 > 10',
    'SELECT code FROM teams WHERE staff // 4 > 10',
  ],
  [
    'a share at its limit',
    'SELECT team FROM cases WHERE opened / total < 0.35',
    'SELECT team FROM cases WHERE opened / total <= 0.35',
  ],
  [
    'a limit that is another column',
    'SELECT team FROM cases WHERE opened > closed + 2',
    'SELECT team FROM cases WHERE opened >= closed + 2',
  ],
  [
    'capital letters',
    "SELECT code FROM teams WHERE title LIKE '%eam%'",
    "SELECT code FROM teams WHERE title ILIKE '%eam%'",
  ],
];

test.each(slips)(
  'tells apart %s, which the real tables do not',
  async (_case, solution, mutant) => {
    expect(await separates(solution, mutant)).toBe(false);
    const report = await build(solution, [mutant]);
    expect(report.survivors).toEqual([]);
    const told = await differingWitnesses(report, solution, mutant);
    expect(told).toContain(report.separatedBy.get(0));
  },
  30_000,
);

/** Queries that count the rows of a witness that break a rule. */
const breaches = [
  'SELECT count(*) - count(DISTINCT code) FROM teams',
  "SELECT count(*) FROM teams WHERE region NOT IN ('East', 'North', 'South', 'West') OR staff NOT BETWEEN 0 AND 500",
  'SELECT count(*) FROM (SELECT 1 FROM teams GROUP BY region HAVING count(DISTINCT region_code) > 1)',
  'SELECT count(*) FROM (SELECT 1 FROM teams GROUP BY region_code HAVING count(DISTINCT region) > 1)',
];
const caseBreaches = [
  'SELECT count(*) FROM (SELECT 1 FROM cases GROUP BY team, month HAVING count(*) > 1)',
  'SELECT count(*) FROM cases WHERE opened + closed <> total OR day(month) <> 1 OR least(opened, closed) < 0',
];

test('keeps every key, list, range, rule and dependency', async () => {
  const solution =
    'SELECT t.region, sum(c.opened) FROM teams t JOIN cases c ON c.team = t.code WHERE c.total > 50 AND t.staff < 90 GROUP BY 1 HAVING count(*) > 3';
  const mutants = [
    solution.replace('> 50', '>= 50'),
    solution.replace('count(*) > 3', 'count(*) > 2'),
    solution.replace('< 90', '<= 91'),
    solution.replace('JOIN', 'LEFT JOIN'),
  ];
  const report = await build(solution, mutants);
  expect(report.separatedBy.size).toBeGreaterThan(1);
  for (const witness of report.witnesses) {
    for (const sql of toWitnessStatements(witness, [teams, cases], 'w')) await database.query(sql);
    await database.query('USE w');
    const orphans = 'SELECT count(*) FROM cases ANTI JOIN teams ON code = team';
    for (const sql of [...breaches, ...caseBreaches, orphans])
      expect([sql, (await database.query(sql)).rows]).toEqual([sql, [[0]]]);
    await database.query('USE main');
    await database.query('DROP SCHEMA w CASCADE');
  }
}, 30_000);

test.each([
  [
    'by a rule of the descriptor',
    'SELECT team FROM cases WHERE total > 50',
    'SELECT team FROM cases WHERE opened + closed > 50',
  ],
  [
    'by a dependency of the real rows',
    "SELECT code FROM teams WHERE region = 'East'",
    "SELECT code FROM teams WHERE region_code = 'E'",
  ],
  ['by the key', 'SELECT code, staff FROM teams', 'SELECT DISTINCT code, staff FROM teams'],
])(
  'gives back as a survivor what is equal %s',
  async (_case, solution, mutant) => {
    const report = await build(solution, [mutant]);
    expect(report.survivors).toEqual([0]);
    expect(report.separatedBy.size).toBe(0);
  },
  30_000,
);

test('never refuses an alternative that the author accepts', async () => {
  // Equal on the real rows, and not where fewer than three teams have a figure.
  const solution = 'SELECT code FROM teams ORDER BY staff DESC NULLS LAST, code LIMIT 3';
  const alternative = 'SELECT code FROM teams WHERE staff > 130 ORDER BY staff DESC, code LIMIT 3';
  const mutants = [solution.replace(', code', ', code DESC')];
  const request = { database, tables: [teams], solution, mutants, separates, seed: 2 };
  const report = await buildWitnesses({ ...request, alternatives: [alternative] });
  expect(report.survivors).toEqual([]);
  expect(await differingWitnesses(report, solution, alternative)).toEqual([]);
  const careless = await buildWitnesses(request);
  expect(await differingWitnesses(careless, solution, alternative)).not.toEqual([]);
}, 30_000);

test('leaves missing values out where fair answers part at them', async () => {
  const offices: WitnessTableShape = {
    name: 'offices',
    primaryKey: ['id'],
    foreignKeys: [],
    columns: [
      { name: 'id', type: 'BIGINT', nullable: false },
      { name: 'town', type: 'VARCHAR', nullable: false },
      { name: 'visits', type: 'BIGINT', nullable: true },
    ],
  };
  // Every town has two offices and more, and most offices report nothing: few rows without a town that reports nothing.
  await database.query(
    `CREATE TABLE offices AS SELECT i AS id, 'Town ' || i % 20 AS town, CASE WHEN i % 9 = 0 THEN i END AS visits
     FROM range(60) r(i)`,
  );
  const solution = 'SELECT town, sum(visits) FROM offices GROUP BY town';
  const alternative = 'SELECT town, coalesce(sum(visits), 0) FROM offices GROUP BY town';
  const report = await buildWitnesses({
    ...{ database, tables: [offices], solution, mutants: [`${solution} HAVING count(*) > 1`], optional: [0] },
    ...{ alternatives: [alternative], separates },
  });
  expect(report.survivors).toEqual([]);
  for (const { tables } of report.witnesses)
    expect(tables[0]?.rows.filter((row) => row[2] === null)).toEqual([]);
  await database.query('DROP TABLE offices');
});

test('tells an optional mutant apart on the way, and does not go on for one that is equal', async () => {
  const solution = 'SELECT team FROM cases WHERE total > 50';
  const mutants = [solution.replace('>', '>='), solution.replace('total', 'opened + closed')];
  let asked = 0;
  const report = await buildWitnesses({
    ...{ database, tables: [teams, cases], solution, mutants, optional: [0, 1] },
    separates: (own, mutant) => separates(own, mutant).finally(() => asked++),
  });
  expect([[...report.separatedBy.keys()], report.survivors]).toEqual([[0], [1]]);
  expect(asked).toBeLessThan(120);
}, 30_000);

test('finds rows for a group that must have many', async () => {
  const solution = 'SELECT region_code FROM teams JOIN cases ON team = code GROUP BY 1 HAVING count(*) >= 55';
  const report = await build(solution, [solution.replace('>= 55', '> 55')]);
  expect(report.survivors).toEqual([]);
}, 30_000);

test('leaves only the rows that are needed', async () => {
  const { witnesses, separatedBy } = await build('SELECT count(*) FROM cases WHERE total > 50', [
    'SELECT count(*) FROM cases WHERE total >= 50',
    'SELECT count(*) FROM cases WHERE total > 51',
  ]);
  const rows = [...new Set(separatedBy.values())].map((place) => witnesses[place]?.tables[0]?.rows.length);
  expect(Math.max(...rows.map((length) => length ?? Infinity))).toBeLessThanOrEqual(36);
  expect(witnesses.length).toBeLessThanOrEqual(2);
});

test('the same request gives the same witnesses', async () => {
  const solution = 'SELECT region, sum(staff) FROM teams GROUP BY region HAVING sum(staff) > 100';
  const mutants = [solution.replace('> 100', '>= 100'), solution.replace('> 100', '> 101')];
  expect(await build(solution, mutants)).toEqual(await build(solution, mutants));
}, 30_000);

test('gives a general witness with groups and gaps when no mutant asks for one', async () => {
  const { witnesses } = await build('SELECT region, avg(staff) FROM teams GROUP BY region', []);
  expect(witnesses).toHaveLength(1);
  const rows = witnesses[0]?.tables[0]?.rows ?? [];
  const names = rows.map((row) => row[2]);
  expect(new Set(names).size).toBeGreaterThan(1);
  expect(new Set(names).size).toBeLessThan(names.length);
  expect(rows.some((row) => row[4] === null)).toBe(true);
});

test('holds every table, and a few linked rows of those that are not read', async () => {
  const nested = 'SELECT code FROM teams WHERE code IN (SELECT team FROM cases WHERE closed > 60)';
  const inside = await build(nested, []);
  expect(inside.witnesses[0]?.tables.map(({ name }) => name)).toEqual(['teams', 'cases']);
  const alone = await build('WITH t AS (SELECT * FROM teams) SELECT region FROM t', []);
  const [read, other] = alone.witnesses[0]?.tables ?? [];
  expect([read?.name, other?.name]).toEqual(['teams', 'cases']);
  const parents = read?.rows.map(([code]) => code) ?? [];
  const children = other?.rows.map(([team]) => team) ?? [];
  expect(children.length).toBeLessThanOrEqual(6);
  expect(children.every((team) => parents.includes(team ?? null))).toBe(true);
  // One parent has several children, and one has none.
  expect(new Set(children).size).toBeLessThan(children.length);
  expect(parents.some((code) => !children.includes(code))).toBe(true);
});

test('gives parents to the rows of a table whose parents are not read', async () => {
  const { witnesses } = await build('SELECT team, opened FROM cases', []);
  const [read, other] = witnesses[0]?.tables ?? [];
  const parents = other?.rows.map(([code]) => code);
  expect(read?.rows.length).toBeGreaterThan(3);
  expect(read?.rows.every(([team]) => parents?.includes(team ?? null))).toBe(true);
});

test('leaves a table that is not read to the check where no lawful row for it was found', async () => {
  // The title belongs to the code, so a parent that is made from another team is unlawful.
  const strict = { columns: ['team'], references: { table: 'teams', columns: ['code'] } };
  const rules = [{ rule: "parent.title = 'Team ' || right(child.team, 2)::INT" }];
  const { witnesses } = await buildWitnesses({
    database,
    tables: [teams, { ...cases, foreignKeys: [{ ...strict, rules }] }],
    solution: 'SELECT team, opened FROM cases',
    mutants: ['SELECT team, closed FROM cases'],
    separates,
  });
  expect(witnesses.length).toBeGreaterThan(0);
  for (const { tables } of witnesses) {
    const names = tables.map(({ name }) => name);
    expect(names).toContain('cases');
    for (const { name, rows } of tables) expect(`${name} ${rows.length > 0}`).toBe(`${name} true`);
  }
});

test('names nobody by a real name in the general witness', async () => {
  const { witnesses } = await build('SELECT title, staff FROM teams', []);
  const titles = witnesses.at(-1)?.tables[0]?.rows.map((row) => row[1]) ?? [];
  expect(titles.length).toBeGreaterThan(3);
  expect(titles.filter((title) => title?.startsWith('Team '))).toEqual([]);
});

test('breaks what is so by chance where only that tells a mutant', async () => {
  // Titles are unique today, and no descriptor says so.
  const { survivors } = await build('SELECT count(title) FROM teams', [
    'SELECT count(DISTINCT title) FROM teams',
  ]);
  expect(survivors).toEqual([]);
});

test('lets whole rows repeat where no key forbids it', async () => {
  const keyless: WitnessTableShape = { ...teams, primaryKey: [] };
  const solution = 'SELECT code, staff FROM teams';
  const mutants = ['SELECT DISTINCT code, staff FROM teams'];
  const request = { database, solution, mutants, separates };
  expect((await buildWitnesses({ ...request, tables: [keyless] })).survivors).toEqual([]);
  expect((await buildWitnesses({ ...request, tables: [teams] })).survivors).toEqual([0]);
}, 30_000);

test.each([
  ['a statement that is no SELECT', "INSERT INTO teams VALUES ('X', 'X', 'East', 'E', 1)"],
  ['a query without a table', 'SELECT 1'],
])('builds nothing for %s', async (_case, solution) => {
  expect(await build(solution, ['SELECT 2'])).toEqual({
    witnesses: [],
    separatedBy: new Map(),
    survivors: [0],
  });
});

test('leaves the real tables and the current schema as they were, even after a failure', async () => {
  const failing = buildWitnesses({
    database,
    tables: [teams],
    solution: 'SELECT code FROM teams',
    mutants: ['SELECT title FROM teams'],
    separates: () => Promise.reject(new Error('stopped')),
  });
  await expect(failing).rejects.toThrow('stopped');
  const { rows } = await database.query(
    "SELECT current_schema(), (SELECT count(*) FROM teams), (SELECT count(*) FROM duckdb_schemas() WHERE schema_name LIKE 'witness%')",
  );
  expect(rows).toEqual([['main', 40, 0]]);
});

test('asks no more often than it may', async () => {
  let asked = 0;
  await buildWitnesses({
    database,
    tables: [teams],
    solution: 'SELECT code FROM teams WHERE staff > 40',
    mutants: ['SELECT code FROM teams WHERE NOT staff <= 40'],
    separates: () => Promise.resolve(asked++ < 0),
    maxEvaluations: 10,
  });
  expect(asked).toBeLessThanOrEqual(10);
});

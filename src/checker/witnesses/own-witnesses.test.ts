import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { rankAnswers, rankReadings } from '#src/verifying/rank-answers.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';
import { toBreachQuery } from '#src/witnesses/breach-query.ts';
import type { Rows } from '#src/witnesses/facts/table-model.ts';
import { toWitnessStatements, type WitnessTableShape } from '#src/witnesses/witness.ts';
import type { CompiledWitness } from '../compiled-checks.ts';
import { readAnswerValues } from './answer-values.ts';
import { draftOwnRows, keepWithinRules, splitRows } from './own-rows.ts';

const tables: WitnessTableShape[] = [
  {
    name: 'wards',
    primaryKey: ['ward', 'month'],
    depends: [{ columns: ['ward'], determines: ['region'] }],
    foreignKeys: [],
    rules: [{ rule: 'seen + waiting = patients' }, { rule: 'day(month) = 1' }],
    columns: [
      { name: 'ward', type: 'VARCHAR', nullable: false },
      { name: 'month', type: 'DATE', nullable: false, range: ['2025-01-01', '2026-12-01'] },
      { name: 'region', type: 'VARCHAR', nullable: false, allowed: ['North', 'South', 'East'] },
      { name: 'lead', type: 'VARCHAR', nullable: true },
      { name: 'patients', type: 'BIGINT', nullable: false, range: [0, 5000] },
      { name: 'seen', type: 'BIGINT', nullable: false },
      { name: 'waiting', type: 'BIGINT', nullable: false },
      { name: 'cost', type: 'DOUBLE', nullable: true },
    ],
  },
];

const base: CompiledWitness = {
  nearMisses: [],
  tables: [
    {
      name: 'wards',
      columns: tables[0]?.columns.map(({ name }) => name) ?? [],
      rows: [
        ['Ash', '2026-01-01', 'North', 'Day team', '40', '30', '10', '2.5'],
        ['Ash', '2026-02-01', 'North', 'Day team', '50', '30', '20', '3.5'],
        ['Birch', '2026-01-01', 'North', null, '700', '400', '300', '12.25'],
        ['Cedar', '2026-01-01', 'South', 'Night team', '90', '90', '0', null],
        ['Cedar', '2026-02-01', 'South', 'Night team', '80', '20', '60', '8'],
        ['Elm', '2026-01-01', 'East', 'Day team', '650', '50', '600', '1'],
        ['Fir', '2026-02-01', 'East', null, '120', '100', '20', '0.5'],
      ],
    },
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  for (const statement of toWitnessStatements(base, tables, 'main').slice(1)) await database.query(statement);
});
afterAll(() => database.close());

async function judge(solution: string, answer: string, alternatives: string[] = []) {
  const exercise = { solution, wrong: [], compare: compareSchema.parse({}) };
  const readings = await rankReadings(database, alternatives);
  const compiled = {
    ...(await rankAnswers(database, exercise)),
    ...{ witnesses: [base], readings, nearMisses: [] },
  };
  return (await runAndJudge(database, exercise, answer, { compiled, tables })).kind;
}

const large = 'SELECT ward, month, patients FROM wards WHERE patients > 100';
const byRegion = 'SELECT region, count(*), sum(cost) FROM wards GROUP BY region';

describe('an answer that is right on every row that the build knew', () => {
  test.each([
    ['a name left out', large, `${large} AND ward <> 'Oak'`],
    [
      'a value left out that a list allows',
      large,
      `${large} AND NOT (region = 'South' AND lead = 'Day team')`,
    ],
    ['a figure beyond the largest', large, `${large} AND patients < 900`],
    ['a bound of a total', byRegion, `${byRegion} HAVING sum(cost) < 40 OR sum(cost) IS NULL`],
    ['names of a length', large, `${large} AND length(ward) < 9`],
    [
      'a gap in another column',
      byRegion,
      "SELECT region, count(month), sum(cost) FROM wards WHERE ward IS NOT NULL AND coalesce(lead, 'none') <> 'Late team' GROUP BY 1",
    ],
    [
      'a figure typed in',
      large,
      "SELECT ward, month, CASE WHEN ward = 'Elm' THEN 650 ELSE patients END FROM wards WHERE patients > 100",
    ],
    ['a group that adds up to nothing', byRegion, `${byRegion} HAVING count(cost) > 0`],
  ])('is refused for %s', async (_case, solution, answer) => {
    expect(await judge(solution, answer)).toBe('right-here-only');
  });

  test.each([
    ['the next whole number', large, 'SELECT ward, month, patients FROM wards WHERE patients >= 101'],
    [
      'another sum that the rules give',
      large,
      'SELECT ward, month, seen + waiting FROM wards WHERE seen + waiting > 100',
    ],
    [
      'a name in other capitals',
      "SELECT ward, month FROM wards WHERE ward = 'Ash'",
      "SELECT ward, month FROM wards WHERE lower(ward) = 'ash'",
    ],
    [
      'a month by its parts',
      "SELECT ward FROM wards WHERE month = '2026-01-01'",
      'SELECT ward FROM wards WHERE year(month) = 2026 AND month(month) = 1',
    ],
    [
      'a range of days',
      "SELECT ward FROM wards WHERE month = '2026-01-01'",
      "SELECT ward FROM wards WHERE month BETWEEN '2026-01-01' AND '2026-01-31'",
    ],
    ['0 for nothing', byRegion, 'SELECT region, count(*), coalesce(sum(cost), 0) FROM wards GROUP BY 1'],
    [
      'what determines the rest',
      'SELECT count(DISTINCT ward) FROM wards',
      'SELECT count(*) FROM (SELECT ward, region FROM wards GROUP BY ALL)',
    ],
  ])('is right with %s', async (_case, solution, answer) => {
    expect(await judge(solution, answer)).toBe('correct');
  });

  test('is right where it is another reading of the task', async () => {
    const known = `${byRegion} HAVING count(cost) > 0`;
    expect(await judge(byRegion, `${byRegion} HAVING NOT count(cost) = 0`)).toBe('right-here-only');
    expect(await judge(byRegion, `${byRegion} HAVING NOT count(cost) = 0`, [known])).toBe('correct');
  });
});

test('the rows keep the descriptor, hold what the answer names, and are the same every time', async () => {
  const answer = `${large} AND ward <> 'Oak' AND patients <> 777 AND month <> '2025-06-01' AND lead IS NULL`;
  const values = readAnswerValues([answer], [large]);
  for (const seed of [1, 2, 3, 4, 5]) {
    const drafted = draftOwnRows(base, tables, values, seed);
    expect(draftOwnRows(base, tables, values, seed)).toEqual(drafted);
    await load(drafted, `draft_${seed}`);
    const parts = splitRows(
      await keepWithinRules(database, drafted, tables, `draft_${seed}`),
      base,
      tables,
      8,
    );
    const all = parts.flatMap((part) => part.get('wards') ?? []);
    expect(all.map(([ward]) => ward)).toContain('Oak');
    expect(all.map((row) => row[4])).toContain('777');
    const made = parts.at(-1) ?? new Map<string, never>();
    const rows = made.get('wards') ?? [];
    expect(rows.length).toBeGreaterThan(base.tables[0]?.rows.length ?? 0);
    expect(new Set(rows.map(([ward, month]) => `${ward} ${month}`)).size).toBe(rows.length);
    await load(made, `seed_${seed}`);
    const breach = toBreachQuery(tables[0] as WitnessTableShape, ['wards'], `seed_${seed}`) ?? '';
    expect((await database.query(breach)).rows).toEqual([]);
    const regions = `SELECT ward FROM seed_${seed}.wards GROUP BY ward HAVING count(DISTINCT region) > 1`;
    expect((await database.query(regions)).rows).toEqual([]);
  }
});

async function load(rows: Rows, schema: string): Promise<void> {
  const [table] = base.tables;
  const witness = {
    tables: [{ name: 'wards', columns: table?.columns ?? [], rows: rows.get('wards') ?? [] }],
  };
  for (const statement of toWitnessStatements(witness, tables, schema)) await database.query(statement);
}

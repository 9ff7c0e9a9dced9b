import { tableSchema, type TableDescriptor } from '#src/datasets/descriptor.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';

/** An exercise over made tables, for proofs of the checker beyond what today's lessons ask. */
export interface ExampleExercise {
  readonly id: string;
  readonly solution: string;
  readonly compare: ReturnType<typeof compareSchema.parse>;
}

const offices = toExampleTable(
  'offices',
  ['office'],
  [],
  [
    ['office', 'VARCHAR', false],
    ['region', 'VARCHAR', true],
    ['desks', 'BIGINT', false],
    ['is_open', 'BOOLEAN', false],
  ],
);
const visits = toExampleTable(
  'visits',
  ['visit'],
  [{ columns: ['office'], references: { table: 'offices', columns: ['office'] } }],
  [
    ['visit', 'BIGINT', false],
    ['office', 'VARCHAR', true],
    ['day', 'DATE', false],
    ['visitors', 'BIGINT', true],
    ['cost', 'DECIMAL(12,2)', true],
    ['note', 'VARCHAR', true],
  ],
);

/** The made tables: offices, and visits to some of them. */
export const exampleTables: readonly TableDescriptor[] = [offices, visits];

function toExampleTable(
  name: string,
  primaryKey: readonly string[],
  foreignKeys: readonly object[],
  columns: readonly (readonly [name: string, type: string, nullable: boolean])[],
): TableDescriptor {
  return tableSchema.parse({
    name,
    row: `One row is one of the ${name}.`,
    file: `${name}.csv`,
    rowCount: 1,
    sha256: '0'.repeat(64),
    primaryKey,
    foreignKeys,
    columns: columns.map(([column, type, nullable]) => ({
      name: column,
      type,
      nullable,
      meaning: `The ${column} of each row.`,
      // Small enough that sums of doubles are exact.
      ...(type === 'BIGINT' ? { range: [0, 1_000_000_000] } : {}),
    })),
  });
}

/** Fills a database with the made tables. The same rows every time, with gaps, ties and offices without visits. */
export async function makeExampleTables(database: Database): Promise<void> {
  for (const sql of [
    `CREATE TABLE offices AS SELECT 'Office ' || i AS office, CASE WHEN i % 5 > 0 THEN 'Region ' || i % 3 END AS region,
       (i * 7 % 11)::BIGINT AS desks, i % 4 > 0 AS is_open FROM range(1, 25) AS numbers(i)`,
    `CREATE TABLE visits AS SELECT i AS visit, CASE WHEN i % 9 > 0 THEN 'Office ' || (1 + i * 7 % 20) END AS office,
       DATE '2025-01-01' + (i * 5 % 90)::INTEGER AS day, CASE WHEN i % 6 > 0 THEN (i * 37 % 50)::BIGINT END AS visitors,
       CASE WHEN i % 4 > 0 THEN (i * 13 % 70)::DECIMAL(12, 2) / 4 END::DECIMAL(12, 2) AS cost,
       CASE i % 3 WHEN 0 THEN 'Late' WHEN 1 THEN 'Latest news' END AS note FROM range(1, 201) AS numbers(i)`,
  ])
    await database.query(sql);
}

/** Exercises that between them use what a lesson on SELECT can ask for. */
export const exampleExercises: readonly ExampleExercise[] = [
  toExercise(
    'ranges',
    'SELECT visit, day, cost FROM visits WHERE visitors BETWEEN 10 AND 20 OR visitors >= 40 AND visitors <= 45',
  ),
  toExercise(
    'lists',
    "SELECT visit, coalesce(note, 'None') AS note FROM visits WHERE office IN ('Office 1', 'Office 2', 'Office 3') AND note <> 'Late'",
  ),
  toExercise(
    'lists-left-out',
    "SELECT visit FROM visits WHERE office NOT IN ('Office 4', 'Office 6') OR office = 'Office 8' OR note LIKE 'Latest%'",
  ),
  toExercise(
    'either-list',
    "SELECT visit, year(day) FROM visits WHERE office = 'Office 1' OR office = 'Office 5' OR office = 'Office 7'",
  ),
  toExercise(
    'in-query',
    'SELECT visit FROM visits WHERE office IN (SELECT office FROM offices WHERE is_open AND desks <> 5)',
  ),
  toExercise(
    'case',
    "SELECT visit, CASE WHEN visitors > 25 THEN 'Many' ELSE 'Few' END AS size, visitors - 1, 2 + visitors, nullif(visitors, 0) FROM visits WHERE note LIKE 'Late' AND day = '2025-01-11'",
  ),
  toExercise(
    'joined-text',
    "SELECT o.office || ' has ' || o.desks AS words FROM offices AS o WHERE o.desks > 3",
  ),
  toExercise(
    'join',
    'SELECT o.office, v.visit, v.visitors FROM visits AS v JOIN offices AS o ON v.office = o.office WHERE o.is_open',
  ),
  toExercise(
    'join-using',
    'SELECT v.visit, o.region FROM visits AS v JOIN offices AS o USING (office) WHERE v.visitors > 20',
  ),
  toExercise(
    'join-by-comma',
    'SELECT o.region, v.visit FROM visits AS v, offices AS o WHERE v.office = o.office AND v.visitors > 20',
  ),
  toExercise(
    'left-join',
    'SELECT o.office, o.region, v.visit FROM offices AS o LEFT JOIN visits AS v ON o.office = v.office',
  ),
  toExercise(
    'left-join-counts',
    'SELECT o.office, count(v.visit) AS visits FROM offices AS o LEFT JOIN visits AS v ON o.office = v.office GROUP BY o.office',
  ),
  toExercise(
    'averages',
    'SELECT office, avg(visitors), min(visitors), max(cost), count(DISTINCT note), sum(cost) FROM visits GROUP BY office',
  ),
  toExercise(
    'cases-in-sums',
    "SELECT count(CASE WHEN visitors > 10 THEN 1 END), sum(CASE WHEN visitors > 10 THEN cost END), avg(cost) FILTER (WHERE note = 'Late') FROM visits",
  ),
  toExercise('one-of-each', 'SELECT DISTINCT office, note FROM visits'),
  toExercise('groups-alone', 'SELECT office, note FROM visits GROUP BY office, note'),
  toExercise('one-group', "SELECT note, count(*) FROM visits WHERE note = 'Late' GROUP BY note"),
  toExercise(
    'both-lists',
    'SELECT office FROM offices WHERE desks > 5 UNION SELECT office FROM visits WHERE visitors > 30',
  ),
  toExercise('ties-at-the-limit', 'SELECT office, desks FROM offices ORDER BY desks DESC LIMIT 4', {
    order: 'required',
  }),
  toExercise(
    'groups-in-order',
    'SELECT office, count(*) AS visits FROM visits WHERE visitors > 5 GROUP BY office HAVING count(*) > 6 ORDER BY visits DESC',
    { order: 'required' },
  ),
  toExercise('named-columns', 'SELECT office, desks AS seats FROM offices WHERE region IS NULL', {
    columnNames: 'required',
  }),
  toExercise('any-columns', 'SELECT day, cost, visitors FROM visits WHERE cost > 2.5', {
    columns: 'any-order',
  }),
];

function toExercise(id: string, solution: string, compare: object = {}): ExampleExercise {
  return { id: `trial/${id}`, solution, compare: compareSchema.parse(compare) };
}

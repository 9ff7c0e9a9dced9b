import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompiledChecks, NearMiss } from '#src/checker/compiled-checks.ts';
import { showsChange } from '#src/checker/causes/text-change.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { openLoadedDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { makeMutants, type Mutant } from '#src/mutation/make-mutants.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { findNeighbours } from '../find-neighbours.ts';
import { runAndJudge } from '../run-and-judge.ts';
import { verifyLessons } from './verify-lessons.ts';

const root = join(import.meta.dirname, '../../..');
const exercises = new Map<string, SqlExercise>();
const emptyChecks: CompiledChecks = { witnesses: [], nearMisses: [] };
let compiled: Readonly<Record<string, CompiledChecks>>;
let datasets: readonly LoadedDataset[];
/** One database with the tables of all exercises. */
let open: OpenDatasets;
beforeAll(async () => {
  const [{ built }, { tracks }, loaded] = await Promise.all([
    verifyLessons(root, { cacheDir: join(root, '.cache') }),
    loadCatalogue(root),
    loadDatasets(root),
  ]);
  compiled = built as typeof compiled;
  for (const exercise of exercisesOf(tracks))
    if (exercise.kind === 'sql') exercises.set(exercise.id, exercise);
  const used = [...exercises.values()].flatMap((exercise) => exercise.datasets);
  datasets = loaded.datasets.filter(({ descriptor }) => used.includes(descriptor.id));
  open = await openLoadedDatasets(datasets);
  // Hundreds of small queries: to share them out takes longer than to run them.
  await open.database.query('SET threads = 1');
}, 300_000);
afterAll(() => open.close());

const lesson = {
  first: 'asking-questions/01-first-question',
  count: 'asking-questions/02-counting-and-comparing',
  missing: 'asking-questions/03-missing-is-not-zero',
};

function find(id: string): SqlExercise {
  const exercise = exercises.get(id);
  if (!exercise) throw new Error(`There is no exercise ${id}.`);
  return exercise;
}

function tablesOf(exercise: SqlExercise) {
  return datasets
    .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
    .flatMap(({ descriptor }) => descriptor.tables);
}

async function judge(id: string, answer: string) {
  return judgeWith(find(id), answer, compiled[id]);
}

async function judgeWith(exercise: SqlExercise, answer: string, known: CompiledChecks | undefined) {
  const verdict = await runAndJudge(open.database, exercise, answer, {
    ...(known && { compiled: known }),
    tables: tablesOf(exercise),
  });
  const { headline, body } = toVerdictWords(verdict);
  return { verdict, text: `${headline} ${body}` };
}

/** What a text must hold for a sentence to be true of it: written down apart from the code that chooses sentences. */
const needs: readonly (readonly [sentence: RegExp, text: RegExp])[] = [
  [/edge of your condition/, /[<>]|BETWEEN/i],
  [/which way your comparison points/, /[<>]/],
  [/how your conditions are joined/, /\b(AND|OR)\b/i],
  [/keeps exactly the rows it should leave out/, /WHERE|HAVING|WHEN|QUALIFY/i],
  [/IS NULL and IS NOT NULL keep opposite/, /\bNULL\b/i],
  [/ends of your range/, /BETWEEN|[<>]/i],
  [/list of values you keep/, /\bIN\b|\bOR\b|=/i],
  [/pattern you match text with/, /LIKE|GLOB|SIMILAR|regexp|contains|~/i],
  [/function that sums up your rows/, /\b(sum|avg|min|max|median|mean)\s*\(/i],
  [/Look at what you count/, /\bcount(_star)?\s*\(/i],
  [/same value should count once/, /\b(sum|avg)\s*\(/i],
  [/what makes a group/, /GROUP BY|\b(sum|count|avg|min|max)\s*\(/i],
  [/rows of totals/, /GROUP BY/i],
  [/columns you join on|how your tables are joined|your join|without a partner/, /\bJOIN\b|FROM[^()]*,/i],
  [/repeated rows/, /SELECT/i],
  [/which way your sort runs|`ORDER BY` does not have|`ORDER BY`: it decides/, /ORDER BY/i],
  [/your `LIMIT`: it keeps/, /\bLIMIT\b|\bFETCH\b/i],
  [/your `WHERE`: it keeps/, /\bWHERE\b/i],
  [/your `GROUP BY`/, /\bGROUP BY\b/i],
  [/your `HAVING`/, /\bHAVING\b/i],
  [/your `DISTINCT`/, /\bDISTINCT\b/i],
  [/your `OFFSET`/, /\bOFFSET\b/i],
  [/how you put two results together/, /\bUNION\b/i],
  [/close to the number in the task/, /\d/],
  [/text you compare with/, /'/],
  [/a day away/, /'\d{4}-\d\d-\d\d'/],
  [/your division/, /\/\//],
  [/what you divide by/, /\//],
  [/branches of your CASE/, /\bCASE\b/i],
  [/how you round/, /SELECT/i],
  [/how many digits after the point you round to/, /\b(round|trunc|round_even)\s*\(|::|CAST/i],
  [/`LIMIT 0` keeps no row/, /LIMIT 0\b/i],
  [/is an empty text/, /''/],
  [/no row meets all|No row meets both/, /\bWHERE\b.*\bAND\b/is],
  [/a condition that no row meets/, /\b(WHERE|HAVING|FILTER|ON)\b/i],
  [/your `FROM`/, /\bFROM\b/i],
  [/comparison with `NULL`/, /[=<>]\s*NULL/i],
  [/No value of `/, /'/],
  [/No row meets the condition|Each of your conditions/, /\bWHERE\b/i],
];
/** What a text must not hold. */
const excludes: readonly (readonly [sentence: RegExp, text: RegExp])[] = [
  [/has no `WHERE`/, /\bWHERE\b/i],
  [/has no `LIMIT`/, /\bLIMIT\b/i],
  [/has no `HAVING`/, /\bHAVING\b/i],
  [/has no `GROUP BY`/, /\bGROUP BY\b/i],
  [/has no `ORDER BY`/, /\bORDER BY\b/i],
];

/** What a sentence shows of the learner's text must stand there: `code`, but for the names of clauses. */
function findInvented(said: string, text: string): string[] {
  const spaceless = text.replace(/\s+/g, '').toLowerCase();
  const quoted = [
    ...(/No value of `([^`]+)` is `([^`]+)`/.exec(said)?.slice(1) ?? []),
    ...(/the table `([^`]+)`/.exec(said)?.slice(1) ?? []),
    ...(/No row meets the condition `([^`]+)`/.exec(said)?.slice(1) ?? []),
    ...(/No row meets both `([^`]+)` and `([^`]+)`/.exec(said)?.slice(1) ?? []),
  ];
  return quoted.filter((part) => !spaceless.includes(part.replace(/\s+/g, '').toLowerCase()));
}

function findFalsehoods(said: string, answer: string): string[] {
  const text = tokenise(answer)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text: part }) => part)
    .join(' ');
  return [
    ...needs.filter(([sentence, wanted]) => sentence.test(said) && !wanted.test(text)),
    ...excludes.filter(([sentence, unwanted]) => sentence.test(said) && unwanted.test(text)),
  ]
    .map(([sentence]) => sentence.source)
    .concat(findInvented(said, text))
    .map((cause) => `${cause}: ${answer}`);
}

const services = 'SELECT service, transactions FROM services';
const home = `${services} WHERE department = 'Home Office'`;
const totals = 'SELECT department, SUM(transactions) AS total FROM services GROUP BY department';
const top = `${services} ORDER BY transactions DESC`;
const costly = 'SELECT service, transactions, cost_per_transaction FROM services';
const rates =
  'SELECT region, ROUND(100.0 * SUM(within_4_hours) / SUM(attendances), 1) AS rate FROM ae_monthly';
const byRate = 'GROUP BY region ORDER BY rate';
const covered =
  'SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions <= 100000), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services';
const share = 'ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1)';

test.each<[id: string, answer: string, may: RegExp, mustNot?: RegExp]>([
  [`${lesson.first}/busiest`, `${top} LIMIT 3`, /your `LIMIT`: it keeps 3 rows/, /sums? up|group/],
  [`${lesson.first}/busiest`, `${top} LIMIT 6`, /how many rows the task asks for/],
  [`${lesson.first}/busiest`, `${top} LIMIT 4`, /how many rows the task asks for/],
  [`${lesson.first}/busiest`, `${top} FETCH FIRST 4 ROWS ONLY`, /how many rows the task asks for/],
  [`${lesson.first}/busiest`, `${services} ORDER BY transactions`, /has no `LIMIT`/],
  [
    `${lesson.first}/busiest`,
    `${services} WHERE transactions IS NOT NULL ORDER BY transactions DESC LIMIT 3`,
    /`LIMIT`/,
    /`WHERE`/,
  ],
  [`${lesson.first}/busiest`, `${top} NULLS FIRST LIMIT 5`, /your `ORDER BY`/],
  [`${lesson.first}/busiest`, `${top} LIMIT 5 OFFSET 1`, /OFFSET|LIMIT|rows/, /sums? up/],
  [
    `${lesson.first}/choose-columns`,
    'SELECT department, service, transactions FROM services',
    /right columns, in another order/,
    /rows/,
  ],
  [
    `${lesson.first}/choose-columns`,
    'SELECT service, department, transactions FROM services UNION ALL SELECT service, department, transactions FROM services',
    /each stands twice/,
    /which table|join/,
  ],
  [
    `${lesson.first}/choose-columns`,
    'SELECT s.service, s.department, s.transactions FROM services s, (VALUES (1), (2), (3)) v',
    /each stands 3 times\. Look at your join/,
    /not asked for/,
  ],
  [
    `${lesson.first}/choose-columns`,
    'SELECT service, department, COALESCE(transactions, (SELECT avg(transactions) FROM services)) FROM services',
    /117 rows differ/,
    /0 rows/,
  ],
  [
    `${lesson.first}/one-department`,
    `${services} WHERE department = 'Home office'`,
    /No value of `department` is `'Home office'`/,
  ],
  [
    `${lesson.first}/one-department`,
    `${services} WHERE department = 'Homeoffice'`,
    /No value of `department` is `'Homeoffice'`\. Did you mean `'Home Office'`\?$/,
    /capital/,
  ],
  [
    `${lesson.first}/one-department`,
    `${services} WHERE department = NULL`,
    /comparison with `NULL` is never true/,
  ],
  [
    `${lesson.first}/one-department`,
    `${services} WHERE department <> 'Home Office'`,
    /exactly the rows it should leave out/,
  ],
  [`${lesson.first}/one-department`, `${home} AND transactions > 0`, /your `WHERE`: it keeps 27 rows/],
  [
    `${lesson.first}/one-department`,
    `${home} AND transactions > 10000000000`,
    /No row meets the condition `transactions > 10000000000`/,
  ],
  [`${lesson.first}/over-the-threshold`, `${home} AND transactions > 100001`, /close to the number/],
  [
    `${lesson.first}/over-the-threshold`,
    `${home} AND transactions > 99999`,
    /exactly 100,000|close to the number|number/,
    /measures something else/,
  ],
  [
    `${lesson.first}/over-the-threshold`,
    `${home} AND transactions > 1000000`,
    /rows|`WHERE`/,
    /measures something else|close to/,
  ],
  [
    `${lesson.first}/over-the-threshold`,
    `${services} WHERE agency = 'Home Office' AND transactions > 100000`,
    /No row meets both `agency = 'Home Office'` and `transactions > 100000`/,
    /spelt/,
  ],
  [
    `${lesson.first}/over-the-threshold`,
    `SELECT s.service, s.transactions FROM services s JOIN service_periods p ON p.service = s.service WHERE s.department = 'Home Office' AND s.transactions > 100000`,
    /each stands 3 times\. Look at your join/,
    /which table/,
  ],
  [
    `${lesson.first}/costly-at-scale`,
    `${costly} WHERE transactions > 1000000 ORDER BY cost_per_transaction DESC LIMIT 4`,
    /how many rows/,
    /sums? up/,
  ],
  [
    `${lesson.first}/costly-at-scale`,
    `${costly} WHERE transactions > 1000000 ORDER BY cost_per_transaction DESC LIMIT 2`,
    /`LIMIT`: it keeps 2 rows/,
  ],
  [
    `${lesson.count}/by-department`,
    'SELECT department, COUNT(transactions), SUM(transactions) FROM services GROUP BY department',
    /./,
    /CASE|LIMIT|measures/,
  ],
  [
    `${lesson.count}/by-department`,
    'SELECT department, COUNT(*), SUM(transactions) FROM services GROUP BY ROLLUP (department)',
    /`GROUP BY`: it makes 17 groups/,
  ],
  [
    `${lesson.count}/by-department`,
    'SELECT agency, COUNT(*), SUM(transactions) FROM services GROUP BY agency',
    /./,
    /LIMIT|HAVING/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING SUM(transactions) > 10000001 ORDER BY total DESC`,
    /close to the number/,
    /count once/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING SUM(transactions) > 1000000 ORDER BY total DESC`,
    /./,
    /count once|close to|measures/,
  ],
  [`${lesson.count}/over-ten-million`, `${totals} ORDER BY total DESC`, /./, /count once|close to/],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING AVG(transactions) > 10000000 ORDER BY total DESC`,
    /./,
    /close to|count once/,
  ],
  [
    `${lesson.count}/how-much-work`,
    'SELECT COUNT(*), SUM(transactions) FROM services WHERE transactions > 10',
    /./,
    /count once|CASE|each group/,
  ],
  [`${lesson.count}/how-much-work`, 'SELECT COUNT(*), AVG(transactions) FROM services', /./, /each group/],
  [
    `${lesson.missing}/honest-share`,
    `SELECT COUNT(*), ${share.replace(', 1)', ', 2)')} FROM services WHERE digital_transactions IS NOT NULL`,
    /how many digits after the point/,
    /close to the number/,
  ],
  [
    `${lesson.missing}/honest-share`,
    `SELECT COUNT(DISTINCT digital_transactions), ${share} FROM services WHERE digital_transactions IS NOT NULL`,
    /column 1 \(count of different digital_transactions\)/,
  ],
  [
    `${lesson.missing}/who-reported`,
    'SELECT COUNT(*), COUNT(*) FILTER (WHERE transactions > 0), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM services',
    /./,
    /count_star/,
  ],
  [
    `${lesson.first}/busiest`,
    `${services} ORDER BY transactions::VARCHAR DESC LIMIT 5`,
    /your `ORDER BY`: it decides which rows/,
  ],
  [
    `${lesson.first}/busiest`,
    'SELECT service, SUM(transactions) AS transactions FROM service_periods GROUP BY service ORDER BY transactions DESC LIMIT 5',
    /the table `service_periods` gives 1,123 rows, and the answer needs fewer/,
  ],
  [
    `${lesson.first}/busiest`,
    'SELECT transactions, service FROM services ORDER BY transactions DESC LIMIT 5',
    /in the order that the task gives: `service`, `transactions`/,
  ],
  [
    `${lesson.first}/busiest`,
    `${top} LIMIT 0`,
    /no rows\. 5 rows are expected\. `LIMIT 0` keeps no row/,
    /spelt/,
  ],
  [
    `${lesson.first}/busiest`,
    'SELECT department, transactions FROM services ORDER BY transactions DESC LIMIT 5',
    /columns you name: one stands where the task asks for another/,
    /measures/,
  ],
  [
    `${lesson.first}/choose-columns`,
    'SELECT service, department, transactions FROM services WHERE transactions IS NOT NULL',
    /your `WHERE`: it keeps 541 rows, and the answer needs more/,
  ],
  [
    `${lesson.first}/choose-columns`,
    'SELECT service, department, COUNT(transactions) FROM services GROUP BY service, department',
    /does the task ask for groups\? The first difference is in row \d+ \(.+\)\./,
    /another number/,
  ],
  [
    `${lesson.first}/choose-columns`,
    'SELECT service, department, digital_transactions FROM services',
    /columns you name.* The first difference is in row \d+ \(/,
  ],
  [
    `${lesson.first}/one-department`,
    `${services} WHERE department IN ('home office')`,
    /Did you mean `'Home Office'`\? Capital letters/,
  ],
  [`${lesson.first}/one-department`, `${services} WHERE department = ''`, /is an empty text/, /spelt/],
  [
    `${lesson.first}/one-department`,
    `${services} WHERE department >= 'Home Office'`,
    /keeps 53 rows, and the answer needs fewer/,
    /edge/,
  ],
  [
    `${lesson.first}/one-department`,
    "SELECT a.service, a.transactions FROM services a JOIN services b ON a.agency = b.agency WHERE b.department = 'Home Office'",
    /344 rows repeat some of them\. Look at your join/,
    /`WHERE`/,
  ],
  [
    `${lesson.first}/two-departments`,
    "SELECT service, department, transactions FROM services WHERE department = 'Home Office' AND department = 'Ministry of Justice' AND transactions >= 100000",
    /No row meets both `department = 'Home Office'` and `department = 'Ministry of Justice'`/,
    /spelt/,
  ],
  [
    `${lesson.first}/two-departments`,
    "SELECT service, department, transactions FROM services WHERE (department = 'Home Office' OR department = 'Justice') AND transactions > 100000",
    /No value of `department` is `'Justice'`/,
    /picks another group/,
  ],
  [
    `${lesson.first}/two-departments`,
    "SELECT service, department, transactions FROM services WHERE (department = 'Home Office' OR service = 'Ministry of Justice') AND transactions > 100000",
    /No value of `service` is `'Ministry of Justice'`/,
    /capital/,
  ],
  [
    `${lesson.first}/over-the-threshold`,
    `${home} AND transactions > 100000 AND cost_per_transaction > 100000`,
    /No row meets the condition `cost_per_transaction > 100000`/,
  ],
  [
    `${lesson.first}/costly-at-scale`,
    `${costly} WHERE transactions > 1000000 LIMIT 5`,
    /where no `ORDER BY` stands, it is left to luck/,
    /your `ORDER BY`/,
  ],
  [
    `${lesson.first}/costly-at-scale`,
    `${costly} WHERE digital_transactions > 1000000 ORDER BY cost_per_transaction DESC LIMIT 5`,
    /columns you name/,
  ],
  [
    `${lesson.first}/costly-at-scale`,
    `${costly} WHERE transactions < 1000000 ORDER BY cost_per_transaction DESC LIMIT 5`,
    /which way your comparison points/,
  ],
  [
    `${lesson.first}/costly-at-scale`,
    `${costly} WHERE transactions > 1000000 ORDER BY cost_per_transaction DESC NULLS FIRST LIMIT 5`,
    /your `ORDER BY`: it decides/,
    /`LIMIT`: it keeps/,
  ],
  [
    `${lesson.count}/by-department`,
    'SELECT department, COUNT(*), SUM(DISTINCT transactions) FROM services GROUP BY department',
    /count once or every time\. The first difference is in row \d+ \(.+\)\./,
  ],
  [
    `${lesson.count}/by-department`,
    'SELECT department, COUNT(*), SUM(transactions) FROM (SELECT DISTINCT department, transactions FROM services) GROUP BY department',
    /`FROM`: it gives 494 rows, and the answer needs more/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING MAX(transactions) > 100000001 ORDER BY total DESC`,
    /your `HAVING`: it keeps 1 group, and the answer needs more/,
    /mean/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING COUNT(*) > 30 ORDER BY total DESC`,
    /your `HAVING`: it keeps 8 groups, and the answer needs fewer/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING SUM(transactions) > 10000000 ORDER BY total DESC LIMIT 5`,
    /your `LIMIT`: it keeps 5 rows, and the answer needs more/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING SUM(transactions) >= 10000000 ORDER BY total DESC`,
    /right for today's data.*edge of your condition/,
    /close to/,
  ],
  [
    `${lesson.count}/over-ten-million`,
    `${totals} HAVING SUM(transactions) > 10000000 ORDER BY department`,
    /Row 1 \(.+\) is the first that is out of place/,
  ],
  [
    `${lesson.count}/waits-by-region`,
    `${rates.replace(', 1)', ', 2)')} WHERE month = '2026-01-01' ${byRate}`,
    /how many digits after the point/,
    /close to/,
  ],
  [
    `${lesson.count}/waits-by-region`,
    `${rates} WHERE month <= '2026-01-01' ${byRate}`,
    /your `WHERE`: it keeps 1,990 rows, and the answer needs fewer/,
  ],
  [
    `${lesson.count}/people-by-nation`,
    'SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current AND is_lower_or_unitary GROUP BY ROLLUP (nation)',
    /your `GROUP BY`: it makes 5 groups, and the answer needs fewer/,
  ],
  [
    `${lesson.missing}/covered-or-unknown`,
    covered.replace('transactions IS NULL', 'department IS NULL'),
    /What differs: column 3/,
    /equal to NULL/,
  ],
  [
    `${lesson.missing}/covered-or-unknown`,
    covered.replace(
      'COUNT(*) FILTER (WHERE transactions IS',
      'COUNT(transactions) FILTER (WHERE transactions IS',
    ),
    /Look at what you count/,
    /equal to NULL/,
  ],
  [
    `${lesson.missing}/except-fees`,
    "SELECT service, business_model FROM services WHERE department = 'Department for Environment, Food and Rural Affairs' AND (business_model <> 'cost recovery' OR business_model IS NULL)",
    /Nothing is lost now/,
    /picks another/,
  ],
  [
    `${lesson.missing}/large-and-silent`,
    'SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND transactions IS NULL ORDER BY transactions DESC',
    /No row meets both `transactions > 1000000` and `transactions IS NULL`/,
  ],
  [
    `${lesson.missing}/who-reported`,
    'SELECT COUNT(*), COUNT(transactions), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM service_periods',
    /the table `service_periods` gives 1,123 rows/,
  ],
])('%s: what is said of %s is so', async (id, answer, may, mustNot = /which table you use/) => {
  const { verdict, text } = await judge(id, answer);
  expect(verdict.kind).not.toBe('correct');
  expect(text).toMatch(may);
  expect(text).not.toMatch(mustNot);
  expect(findFalsehoods(text, answer)).toEqual([]);
});

/** Texts in which one token is left out or changed: those that still run are slips that nobody thought of. */
function makeEdits(sql: string): string[] {
  const tokens = tokenise(sql).filter(({ kind }) => kind !== 'comment');
  return tokens.flatMap(({ kind, text, start, end }) => {
    const put = (other: string) => `${sql.slice(0, start)}${other}${sql.slice(end)}`;
    if (kind === 'number') return ['0', '1', '3', `${text}1`, `${text}0`].map(put);
    if (kind === 'text') return ["'Home'", "'2026-01-02'"].map(put);
    if (/^[<>]=?$/.test(text)) return ['<', '>', '<=', '>=', '='].map(put);
    if (/^(SUM|COUNT|ROUND)$/i.test(text)) return ['AVG', 'MAX', 'COUNT'].map(put);
    if (/^(DESC|NOT|DISTINCT)$/i.test(text)) return [put('')];
    if (/^(AND|OR)$/i.test(text)) return ['AND', 'OR'].map(put);
    return /^(transactions|digital_transactions|service|department)$/i.test(text)
      ? ['transactions', 'agency', 'cost_per_transaction'].map(put)
      : [];
  });
}

async function mutantsOf(exercise: SqlExercise): Promise<readonly Mutant[]> {
  const { solution, compare } = exercise;
  const tables = tablesOf(exercise);
  const neighbours = await findNeighbours(open.database, solution, tables);
  return (await makeMutants(open.database, solution, tables, neighbours, { compare })) ?? [];
}

/** A column that stands for another may be told by where it stands. */
function saysWhere(told: string, own: string): boolean {
  return (
    own.startsWith('Look at the columns you name:') && /^Look at what (you sort by|makes a group):/.test(told)
  );
}

/** A list that has one value twice in place of another lacks that other. */
function lacksValue(told: string, answer: string): boolean {
  const lists = [...answer.matchAll(/\bIN \(([^)]*)\)/g)].map(([, list = '']) => list.split(', '));
  return (
    told === 'Look at the list of values you keep: one is missing.' &&
    lists.some((values) => new Set(values).size < values.length)
  );
}

/** The slips that a learner's text may be told of, whatever its result: those that it shows. */
function nearMissesOf({ nearMisses, witnesses }: CompiledChecks): readonly NearMiss[] {
  return [...nearMisses, ...witnesses.flatMap((witness) => witness.nearMisses ?? [])];
}

test(
  'no text that shows a slip lacks what the slip speaks of: mutants and edits beside every slip',
  { timeout: 300_000 },
  async () => {
    const said = new Set<string>();
    let shown = 0;
    for (const exercise of exercises.values()) {
      const mutants = await mutantsOf(exercise);
      const twice = mutants.flatMap(({ sql }) => [
        sql,
        ...makeEdits(sql).filter((_, place) => place % 10 === 0),
      ]);
      const texts = [...twice, ...makeEdits(exercise.solution)];
      for (const answer of new Set(texts)) {
        for (const { sentence, change } of nearMissesOf(compiled[exercise.id] ?? emptyChecks)) {
          if (!showsChange(answer, change)) continue;
          shown++;
          for (const falsehood of findFalsehoods(sentence, answer)) said.add(falsehood);
        }
      }
    }
    expect([...said]).toEqual([]);
    // The look would prove little if no text showed a slip.
    expect(shown).toBeGreaterThan(1000);
  },
);

/** Wrong answers that are refused, but told of something that they have not: to be mended. */
const wordsNotTrueYet = [
  'change-over-time/03-real-terms/where-they-rose/wrong-cash.sql',
  'data-in-decisions/05-apis-and-standards/short-forms-twice/wrong-names-listed.sql',
];

test(
  'every mutant of every exercise is told its own slip or none, and no answer of people a cause that it has not',
  { timeout: 900_000 },
  async () => {
    const said: string[] = [];
    const others: string[] = [];
    let named = 0;
    const look = async (id: string, answer: string, own?: string) => {
      // Without the author's own words; and what only witnesses tell is among the slips of the test above.
      const exercise = { ...find(id), wrong: [] };
      const known = { ...emptyChecks, ...compiled[id], witnesses: [] };
      const { verdict, text } = await judgeWith(exercise, answer, known);
      if (verdict.kind === 'correct') return;
      if ('clause' in verdict || 'nearMiss' in verdict) named++;
      said.push(...findFalsehoods(text, answer));
      const told = 'nearMiss' in verdict ? verdict.nearMiss : undefined;
      if (told === undefined || own === undefined || told === own) return;
      if (!saysWhere(told, own) && !lacksValue(told, answer)) others.push(`${told} ${answer}`);
    };
    for (const exercise of exercises.values())
      for (const { sql, sentence } of await mutantsOf(exercise)) await look(exercise.id, sql, sentence);
    const folder = join(root, 'e2e/answers');
    const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
    const judged = files.filter((name) => /wrong-[^/]*\.sql$/.test(name) && !wordsNotTrueYet.includes(name));
    for (const file of judged.sort())
      await look(file.replace(/\/[^/]*$/, ''), await readFile(join(folder, file), 'utf8'));
    expect(said).toEqual([]);
    // Whichever is mended leaves the list.
    for (const file of wordsNotTrueYet) {
      const before = said.length;
      await look(file.replace(/\/[^/]*$/, ''), await readFile(join(folder, file), 'utf8'));
      expect(said.length, file).toBeGreaterThan(before);
    }
    // Several slips may give one result: the one that is named must be the one that was made.
    expect(others).toEqual([]);
    expect(named).toBeGreaterThan(200);
  },
);

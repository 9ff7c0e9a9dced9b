import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenise } from '#src/sql/tokens.ts';
import { openLessonJudge, type LessonJudge } from './open-lesson-judge.ts';
import { verifyLessons } from './verify-lessons.ts';

const root = join(import.meta.dirname, '../../..');
let lessonJudge: LessonJudge;
beforeAll(async () => {
  const { built } = await verifyLessons(root, { cacheDir: join(root, '.cache') });
  lessonJudge = await openLessonJudge(root, (id) => Promise.resolve(built[id]));
}, 300_000);
afterAll(() => lessonJudge.close());

const lesson = {
  first: 'asking-questions/01-first-question',
  count: 'asking-questions/02-counting-and-comparing',
  missing: 'asking-questions/03-missing-is-not-zero',
};

async function judge(id: string, answer: string) {
  const exercise = lessonJudge.find(id);
  if (!exercise) throw new Error(`There is no exercise ${id}.`);
  const { verdict, words } = await lessonJudge.judge(exercise, answer);
  return { verdict, text: `${words.headline} ${words.body}` };
}

/** What a text must hold for a sentence to be true of it: written down apart from the code that chooses sentences. */
const needs: readonly (readonly [sentence: RegExp, text: RegExp])[] = [
  [/edge of your condition/, /[<>]|BETWEEN/i],
  [/which way your comparison points/, /[<>]/],
  [/how your conditions are joined/, /\b(AND|OR)\b/i],
  [/keeps exactly the rows it should leave out/, /WHERE|HAVING|WHEN/i],
  [/IS NULL and IS NOT NULL keep opposite/, /\bNULL\b/i],
  [/ends of your range/, /BETWEEN|[<>]/i],
  [/list of values you keep/, /\bIN\b|\bOR\b|=/i],
  [/pattern you match text with/, /LIKE|GLOB|SIMILAR|regexp|contains|~/i],
  [/function that sums up your rows/, /\b(sum|avg|min|max|median|mean)\s*\(/i],
  [/Look at what you count/, /\bcount\s*\(/i],
  [/same value should count once/, /\b(sum|avg)\s*\(/i],
  [/what makes a group/, /GROUP BY|\b(sum|count|avg|min|max)\s*\(/i],
  [/rows of totals/, /GROUP BY/i],
  [/columns you join on|how your tables are joined|your join|without a partner/, /\bJOIN\b|FROM[^()]*,/i],
  [/repeated rows/, /SELECT/i],
  [/which way your sort runs|what you sort by|`ORDER BY`: it decides/, /ORDER BY/i],
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

function findFalsehoods(said: string, answer: string): string[] {
  const text = tokenise(answer)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text: part }) => part)
    .join(' ');
  return [
    ...needs.filter(([sentence, wanted]) => sentence.test(said) && !wanted.test(text)),
    ...excludes.filter(([sentence, unwanted]) => sentence.test(said) && unwanted.test(text)),
  ].map(([sentence]) => `${sentence.source}: ${answer}`);
}

const services = 'SELECT service, transactions FROM services';
const home = `${services} WHERE department = 'Home Office'`;
const totals = 'SELECT department, SUM(transactions) AS total FROM services GROUP BY department';
const top = `${services} ORDER BY transactions DESC`;
const costly = 'SELECT service, transactions, cost_per_transaction FROM services';
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
    /No value of `department` is `'Homeoffice'`/,
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
    /no row meets all/,
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

test(
  'no cause is named that the text does not show, in answers of people and in random edits',
  { timeout: 400_000 },
  async () => {
    const said: string[] = [];
    let named = 0;
    const look = async (id: string, answer: string) => {
      const { verdict, text } = await judge(id, answer);
      if (verdict.kind === 'known-mistake') return;
      if (/nearMiss|"clause"/.test(JSON.stringify(verdict))) named++;
      said.push(...findFalsehoods(text, answer));
    };
    const folder = join(root, 'e2e/answers');
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => /wrong-[^/]*\.sql$/.test(name)).sort())
      await look(file.replace(/[\\/][^\\/]*$/, ''), await readFile(join(folder, file), 'utf8'));
    for (const id of lessonJudge.ids) {
      const exercise = lessonJudge.find(id);
      if (exercise?.kind !== 'sql') continue;
      for (const answer of new Set(makeEdits(exercise.solution))) await look(id, answer);
    }
    expect(said).toEqual([]);
    // The look would prove little if the checker never named a cause.
    expect(named).toBeGreaterThan(100);
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { parseExercise } from '#src/exercises/parse-exercise.ts';
import { lineInText } from '#src/authored/line-of-path.ts';
import { verifyAnswers, verifyModelAnswer } from './verify-answers.ts';
import { rankAnswers } from './rank-answers.ts';

let database: NativeDatabase;

beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(
    "CREATE TABLE services AS FROM (VALUES ('Car tax', 50), ('Pensions', 30), ('Grants', NULL)) t(service, transactions)",
  );
});
afterAll(() => database.close());

const good = `kind: sql
title: Services with figures
task: Show the services that report their transactions, busiest first.
skills: [select]
difficulty: 1
datasets: [government-services]
starter: SELECT service FROM services
solution: SELECT service FROM services WHERE transactions IS NOT NULL ORDER BY transactions DESC
alternatives:
  - SELECT service FROM services WHERE transactions >= 0 ORDER BY transactions DESC
wrong:
  - answer: SELECT service FROM services ORDER BY transactions DESC
    feedback: One of these reports no figure.
  - answer: SELECT service FROM services WHERE transactions = NULL
    feedback: Nothing is equal to NULL.
hints: [Which word tells a missing value?]
compare: { order: required }
explain: Two of three services can be compared at all.
`;

const prove = async (change: (text: string) => string) => {
  const path = 'lessons/asking/01-first/figures.yaml';
  const text = change(good);
  const parsed = parseExercise({ id: 'asking/01-first/figures', file: path, text });
  if (!parsed.ok) throw new Error(parsed.problems.map(toProblemText).join('\n'));
  if (parsed.value.kind !== 'sql') throw new Error('no query');
  const compiled = { ...(await rankAnswers(database, parsed.value)), witnesses: [], nearMisses: [] };
  const model = await verifyModelAnswer(database, parsed.value);
  const findings =
    model.length > 0 ? model : await verifyAnswers(database, parsed.value, { compiled, tables: [] });
  return findings
    .map((finding) => toProblemText({ file: path, line: lineInText(text, finding.path), ...finding }))
    .join('\n');
};

test('an exercise that checks what it says has no problems', async () => {
  expect(await prove((text) => text)).toBe('');
});

test.each<[string, (text: string) => string, string]>([
  [
    'a model answer that does not run',
    (text) => text.replace('solution: SELECT service', 'solution: SELECT servise'),
    'figures.yaml:8\n  solution: expected a query that runs, found "',
  ],
  [
    'a model answer that finds nothing',
    (text) =>
      text.replace(/solution:.*/, 'solution: SELECT service FROM services WHERE transactions < 0 ORDER BY 1'),
    'solution: expected a query that finds rows, found none.',
  ],
  [
    'a model answer of two statements',
    (text) => text.replace('solution: SELECT', 'solution: SELECT 1; SELECT'),
    'solution: expected one query, or changes and then one query that shows them, found 2 statements.',
  ],
  [
    'a model answer that does not sort where the order counts',
    (text) => text.replace(/(solution.*) ORDER BY.*/, '$1'),
    'solution: expected ORDER BY, since compare.order is "required", found none.',
  ],
  [
    'a model answer that depends on chance',
    (text) => text.replace(/solution:.*/, 'solution: SELECT random() AS luck ORDER BY 1'),
    'solution: expected the same result at every run, found',
  ],
  [
    'rows that tie where the order counts',
    (text) => text.replace(/(solution.*) ORDER BY.*/, '$1 ORDER BY transactions > 1'),
    'solution: expected sort keys that settle the order, since compare.order is "required", found 2 rows that tie on them.',
  ],
  [
    'a tie at the limit where the order counts',
    (text) =>
      text.replace(/solution:.*/, 'solution: SELECT service FROM services ORDER BY transactions > 1 LIMIT 1'),
    'solution: expected sort keys that settle the order, since compare.order is "required", found 2 rows that tie on them.',
  ],
  [
    'an exercise that can be answered without a table',
    (text) => text.replace(/solution:.*/, 'solution: SELECT 6 * 7 AS answer ORDER BY 1'),
    'solution: expected that the result typed in does not pass, found that it does.',
  ],
  [
    'an alternative that is not accepted',
    (text) => text.replace('>= 0', '> 30'),
    'figures.yaml:10\n  alternatives.0: expected an answer that is accepted, found "Your result has 1 row fewer than expected.',
  ],
  [
    'an alternative that is the model answer again',
    (text) =>
      text.replace(
        / {2}- SELECT.*/,
        '  - select service from services where transactions is not null order by transactions desc;',
      ),
    'alternatives.0: expected an answer in other words, found one that stands here already.',
  ],
  [
    'a wrong answer that would pass in other words',
    (text) =>
      text.replace(
        'answer: SELECT service FROM services ORDER BY',
        'answer: SELECT service FROM services WHERE transactions <> 7 ORDER BY',
      ),
    'wrong.0.answer: expected an answer that is refused with its own feedback, found one that is accepted when it is written in other words.',
  ],
  [
    'two wrong answers with the same result',
    (text) =>
      text.replace(
        'hints:',
        "  - answer: SELECT service FROM services WHERE service <> 'x' ORDER BY transactions DESC\n    feedback: Look again.\nhints:",
      ),
    'wrong.2.answer: expected an answer that is refused with its own feedback, found the same result as wrong.0, whose feedback learners would read.',
  ],
  [
    'a wrong answer that stands twice',
    (text) =>
      text.replace(
        'hints:',
        '  - answer: SELECT service FROM services WHERE transactions = null;\n    feedback: Use IS NULL instead.\nhints:',
      ),
    'Give each wrong answer once.',
  ],
  [
    'a starter that passes',
    (text) =>
      text.replace(
        /starter:.*/,
        'starter: SELECT service FROM services WHERE transactions > 1 ORDER BY transactions DESC',
      ),
    'figures.yaml:7\n  starter: expected that the starter does not pass, found that it does.',
  ],
])('finds %s', async (_case, change, expected) => {
  expect(await prove(change)).toContain(expected);
});

test('a model answer may change something first and then show it', async () => {
  const inserts = (text: string) =>
    text
      .replace(
        /solution:.*/,
        "solution: CREATE TABLE mine AS FROM services; INSERT INTO mine VALUES ('Maps', 7); SELECT service FROM mine ORDER BY transactions",
      )
      .replace(
        / {2}- SELECT service FROM services WHERE transactions >= 0.*/,
        "  - SELECT service FROM (FROM services UNION ALL VALUES ('Maps', 7)) ORDER BY transactions",
      );
  expect(await prove(inserts)).toBe('');
  expect(
    await prove((text) => text.replace(/solution:.*/, 'solution: CREATE TABLE mine AS FROM services')),
  ).toContain('end with a SELECT that shows it');
});

test.each([
  ['rows that tie and are equal', 'SELECT transactions > 1 AS large FROM services ORDER BY large'],
  ['a tie beyond the limit', 'SELECT service FROM services ORDER BY transactions IS NULL DESC LIMIT 1'],
  ['a tie before the offset', 'SELECT service FROM services ORDER BY transactions IS NULL LIMIT 1 OFFSET 2'],
])('says nothing of %s', async (_case, solution) => {
  expect(await prove((text) => text.replace(/solution:.*/, `solution: ${solution}`))).not.toContain('tie');
});

test('rows may tie where the author says so', async () => {
  const tied = (text: string) =>
    text
      .replace(/(solution.*) ORDER BY.*/, '$1 ORDER BY transactions > 1')
      .replace('{ order: required }', '{ order: required, ties: any-order }');
  expect(await prove(tied)).not.toContain('tie');
});

test('a wrong answer that does not sort is refused in our own words where it is written otherwise', async () => {
  const unsorted = (text: string) =>
    text.replace(
      'answer: SELECT service FROM services ORDER BY transactions DESC',
      'answer: SELECT service FROM services WHERE transactions > 0',
    );
  expect(await prove(unsorted)).toBe('');
});

test('a wrong answer may be one that does not run', async () => {
  expect(await prove((text) => text.replace('transactions = NULL', 'transactions is "missing"'))).toBe('');
});

import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { SqlExercise } from '#src/lessons/exercise.ts';
import type { Database } from '#src/results/database.ts';
import { isWord } from '#src/sql/is-word.ts';
import { splitStatements } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { outerTokens, toPlainSql } from '../answer-query.ts';
import type { CompiledExercise } from '../compiled-exercise.ts';
import { toWords } from '../to-words.ts';
import type { Verdict } from '../verdict.ts';
import { rankAnswers } from './rank-answers.ts';
import { tryAnswer } from './try-answer.ts';

type Finding = Pick<Problem, 'path' | 'expected' | 'found'> & { readonly remedy?: string };

/**
 * Proves on the real tables that an exercise checks what its author meant: the model answer runs, each alternative is
 * accepted, each wrong answer is refused with its own feedback, and nobody passes with the starter or an empty text.
 *
 * @param file - The exercise's path and text, for the problems.
 */
export async function proveExercise(
  database: Database,
  exercise: SqlExercise,
  file: { readonly path: string; readonly text: string },
): Promise<Problem[]> {
  const compiled = { ...(await rankAnswers(database, exercise)), witnesses: [], nearMisses: [] };
  const model = await proveModelAnswer(database, exercise, compiled);
  // Without a model answer nothing else can be judged.
  const findings =
    model.length > 0
      ? model
      : [
          ...(await proveAlternatives(database, exercise, compiled)),
          ...(await proveWrongAnswers(database, exercise, compiled)),
          ...(await proveUnfinished(database, exercise, compiled)),
        ];
  return findings.map(({ path, ...words }) => ({
    file: file.path,
    line: lineInText(file.text, path),
    path,
    ...words,
  }));
}

async function proveModelAnswer(
  database: Database,
  exercise: SqlExercise,
  compiled: CompiledExercise,
): Promise<Finding[]> {
  const { solution, compare } = exercise;
  const path = 'solution';
  const { length } = splitStatements(solution);
  if (length !== 1) {
    return [{ path, expected: 'one query', found: `${length} statements`, remedy: 'Keep the last one.' }];
  }
  const { outcome } = await runQuery(database, solution);
  if (outcome.status === 'error') {
    const { message, details } = outcome.error;
    return [
      {
        path,
        expected: 'a query that runs',
        found: `"${message}"`,
        remedy: details.split('\n')[0] ?? details,
      },
    ];
  }
  if (
    compare.order === 'required' &&
    !outerTokens(tokenise(solution)).some((token) => isWord(token, 'ORDER'))
  ) {
    return [
      {
        path,
        expected: 'ORDER BY, since compare.order is "required"',
        found: 'none',
        remedy: 'Sort the model answer, or let the order be "ignored".',
      },
    ];
  }
  const verdict = await tryAnswer(database, { ...exercise, wrong: [] }, solution, { compiled });
  if (verdict.kind === 'correct') return [];
  return [
    {
      path,
      expected: 'the same result at every run',
      found: describe(verdict, exercise),
      remedy:
        'A model answer must not depend on chance, on the time of day or on the order rows are stored in.',
    },
  ];
}

async function proveAlternatives(
  database: Database,
  exercise: SqlExercise,
  compiled: CompiledExercise,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const texts = [exercise.solution, ...exercise.alternatives].map(toPlainSql);
  for (const [index, answer] of exercise.alternatives.entries()) {
    const path = `alternatives.${index}`;
    if (texts.indexOf(texts[index + 1] ?? '') <= index) {
      findings.push({ path, expected: 'an answer in other words', found: 'one that stands here already' });
      continue;
    }
    const verdict = await tryAnswer(database, exercise, answer, { compiled });
    if (verdict.kind === 'correct') continue;
    findings.push({
      path,
      expected: 'an answer that is accepted',
      found: describe(verdict, exercise),
      remedy: 'Mend the alternative or the model answer, or loosen `compare`.',
    });
  }
  return findings;
}

async function proveWrongAnswers(
  database: Database,
  exercise: SqlExercise,
  compiled: CompiledExercise,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, { answer, feedback }] of exercise.wrong.entries()) {
    const path = `wrong.${index}.answer`;
    const expected = 'an answer that is refused with its own feedback';
    const byText = await tryAnswer(database, exercise, answer, { compiled });
    if (byText.kind !== 'known-mistake' || byText.feedback !== feedback) {
      findings.push({
        path,
        expected,
        found: describe(byText, exercise),
        remedy: 'Give each wrong answer once.',
      });
      continue;
    }
    const byResult = await tryAnswer(database, exercise, answer, { compiled, byResultOnly: true });
    // One that does not run has no result to be known by.
    if (byResult.kind === 'does-not-run') continue;
    if (byResult.kind === 'known-mistake' && byResult.feedback === feedback) continue;
    findings.push(
      byResult.kind === 'known-mistake'
        ? {
            path,
            expected,
            found: `the same result as wrong.${exercise.wrong.findIndex((other) => other.feedback === byResult.feedback)}, whose feedback learners would read`,
            remedy: 'Keep one of the two, or give both the same feedback.',
          }
        : {
            path,
            expected,
            found: `${describe(byResult, exercise)} when it is written in other words`,
            remedy:
              'On this data the mistake does no harm. Choose a question or a column where it does, or remove the answer.',
          },
    );
  }
  return findings;
}

async function proveUnfinished(
  database: Database,
  exercise: SqlExercise,
  compiled: CompiledExercise,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [path, answer] of [
    ['starter', exercise.starter],
    ['', ''],
  ] as const) {
    const verdict = await tryAnswer(database, exercise, answer, { compiled });
    if (verdict.kind !== 'correct') continue;
    findings.push({
      path,
      expected: `that ${answer === '' ? 'an empty text' : 'the starter'} does not pass`,
      found: 'that it does',
      remedy: 'Leave something for the learner to do.',
    });
  }
  return findings;
}

function describe(verdict: Verdict, exercise: SqlExercise): string {
  if (verdict.kind === 'correct') return 'one that is accepted';
  const { headline, body } = toWords(verdict, exercise);
  return `"${headline} ${body}"`.replaceAll('\n', ' ');
}

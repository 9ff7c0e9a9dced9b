import type { QueryError } from '#src/results/run-outcome.ts';
import type { Statement } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { classifyStatement } from './classify-statement.ts';
import { findNearest } from './explain/nearest.ts';

const reasons: readonly (readonly [words: readonly string[], reason: string])[] = [
  [
    ['BEGIN', 'START', 'COMMIT', 'ROLLBACK', 'ABORT', 'END'],
    'Each run here already starts afresh and is undone afterwards, so transactions cannot be used.',
  ],
  [
    ['ATTACH', 'DETACH', 'USE', 'COPY', 'EXPORT', 'IMPORT'],
    'Only the tables of this page can be used here: other files and databases are out of reach.',
  ],
  [['INSTALL', 'LOAD', 'FORCE'], 'Extensions cannot be added here.'],
  [
    ['SET', 'RESET', 'PRAGMA', 'CALL', 'CHECKPOINT', 'VACUUM', 'ANALYZE'],
    'The settings of this database are fixed.',
  ],
  [
    ['PREPARE', 'EXECUTE', 'DEALLOCATE'],
    'Prepared statements cannot be used here. Write the query out in full.',
  ],
];

const openings = [
  'SELECT',
  'WITH',
  'FROM',
  'VALUES',
  'DESCRIBE',
  'SHOW',
  'SUMMARIZE',
  'INSERT',
  'UPDATE',
  'DELETE',
  'CREATE',
];

/** Why a text is not sent to the engine at all; undefined when it is. */
export function refuseText(text: string, statements: readonly Statement[]): QueryError | undefined {
  if (statements.length === 0) {
    return {
      message: 'There is no query to run yet.',
      advice: 'Write a query, such as SELECT 1, then run it.',
      details: 'Nothing was sent to the engine.',
    };
  }
  const statement = statements.find((each) => classifyStatement(each) === 'refused');
  if (!statement) return undefined;
  const first = tokenise(statement.text).find(({ kind }) => kind !== 'comment');
  const start = statement.start + (first?.start ?? 0);
  const word = text.slice(start, statement.start + (first?.end ?? 0));
  return {
    ...explainOpening(statement.keyword, word, statement.text),
    place: { start, end: start + word.length },
    details: 'This statement was not sent to the engine.',
  };
}

function explainOpening(
  keyword: string,
  word: string,
  statement: string,
): { message: string; advice?: string } {
  const reason = reasons.find(([words]) => words.includes(keyword))?.[1];
  if (reason) return { message: `“${word}” does not run here.`, advice: reason };
  if (keyword === 'EXPLAIN') {
    return { message: 'EXPLAIN works here only for a query.', advice: 'Write a SELECT after EXPLAIN.' };
  }
  const [near] = findNearest(word, openings, 1);
  if (near) return { message: `“${word}” is not a word SQL knows.`, advice: `Did you mean ${near}?` };
  if (/^['"‘’“”]/.test(word)) {
    return {
      message: 'A query cannot start with a quote mark.',
      advice: 'Take away the quote marks around the query.',
    };
  }
  return {
    message: `A query cannot start with “${word}”.`,
    advice: /\bfrom\b/i.test(statement)
      ? 'Start with SELECT, then the columns to show.'
      : 'Most queries start with SELECT.',
  };
}

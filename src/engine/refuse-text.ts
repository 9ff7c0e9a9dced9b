import type { QueryError } from '#src/results/run-outcome.ts';
import { classifyStatement, isRefused, openingWords, type RefusedKind } from '#src/sql/classify-statement.ts';
import type { Statement } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { explainOpening } from './explain/explain-opening.ts';
import { findNearest } from './explain/nearest.ts';

const reasons: Readonly<Record<Exclude<RefusedKind, 'plan' | 'unknown'>, string>> = {
  transaction:
    'Each run here already starts afresh and is undone afterwards, so transactions cannot be used.',
  outside: 'Only the tables of this page can be used here: other files and databases are out of reach.',
  extension: 'Extensions cannot be added here.',
  setting: 'The settings of this database are fixed.',
  prepared: 'Prepared statements cannot be used here. Write the query out in full.',
};

/** Why a text is not sent to the engine at all; undefined when it is. */
export function refuseText(text: string, statements: readonly Statement[]): QueryError | undefined {
  if (statements.length === 0) {
    return {
      message: 'There is no query to run yet.',
      advice: 'Write a query, such as SELECT 1, then run it.',
      details: 'Nothing was sent to the engine.',
    };
  }
  const refused = statements.flatMap((statement) => {
    const kind = classifyStatement(statement);
    return isRefused(kind) ? [{ statement, kind }] : [];
  })[0];
  if (!refused) return undefined;
  const { statement, kind } = refused;
  const first = tokenise(statement.text).find((token) => token.kind !== 'comment');
  const start = statement.start + (first?.start ?? 0);
  const word = text.slice(start, statement.start + (first?.end ?? 0));
  const [near] = kind === 'unknown' ? findNearest(word, ['SELECT', 'WITH', 'FROM'], 1) : [];
  return {
    place: { start, end: start + word.length },
    ...((near === undefined && explainOpening(text, statement, statement === statements[0])) ||
      explainRefusal(kind, word, statement.text)),
    details: 'This statement was not sent to the engine.',
  };
}

function explainRefusal(
  kind: RefusedKind,
  word: string,
  statement: string,
): { message: string; advice?: string } {
  if (kind === 'plan') {
    return { message: 'EXPLAIN works here only for a query.', advice: 'Write a SELECT after EXPLAIN.' };
  }
  if (kind !== 'unknown') return { message: `“${word}” does not run here.`, advice: reasons[kind] };
  const [near] = findNearest(word, openingWords, 1);
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

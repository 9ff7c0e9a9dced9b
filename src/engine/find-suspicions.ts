import type { TextRange } from '#src/results/run-outcome.ts';
import { isWord } from '#src/sql/is-word.ts';
import { splitStatements } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import type { Token } from '#src/sql/tokens.ts';
import { findEngineFaults } from './find-engine-faults.ts';

/** Something in a query that runs but may not do what the learner means. */
export interface Suspicion {
  /** What it does, and what to write instead. */
  readonly message: string;
  readonly place: TextRange;
}

/**
 * Look for mistakes that DuckDB accepts: comparing with NULL, and two column names without a comma, where the second
 * silently renames the first; and for constructs that DuckDB is known to get wrong. `columns` are the names of the columns the query may use.
 *
 * @example
 * findSuspicions('FROM services WHERE agency = NULL', []).length // => 1
 */
export function findSuspicions(text: string, columns: readonly string[]): Suspicion[] {
  const known = new Set(columns.map((name) => name.toLowerCase()));
  return splitStatements(text).flatMap(({ text: statement, start }) => {
    const tokens = tokenise(statement).filter(({ kind }) => kind !== 'comment');
    return [
      ...findNullComparisons(tokens),
      ...findSwallowedCommas(tokens, known),
      ...findEngineFaults(tokens, known),
    ].map(({ message, place }) => ({
      message,
      place: { start: place.start + start, end: place.end + start },
    }));
  });
}

function findNullComparisons(tokens: readonly Token[]): Suspicion[] {
  return tokens.flatMap((token, index): Suspicion[] => {
    const equal = token.text === '=' || token.text === '==';
    const operator = equal || token.text === '<>' || token.text === '!=';
    const value = tokens[index + 1];
    // In UPDATE … SET x = NULL the sign gives a value; it compares nothing.
    if (!operator || !value || !isWord(value, 'NULL') || clauseBefore(tokens, index) === 'SET') return [];
    const test = equal ? 'IS NULL' : 'IS NOT NULL';
    return [
      {
        message: `“${token.text} NULL” is never true, so it finds no rows. To test for a missing value, write ${test}.`,
        place: { start: token.start, end: value.end },
      },
    ];
  });
}

function findSwallowedCommas(tokens: readonly Token[], known: ReadonlySet<string>): Suspicion[] {
  return tokens.flatMap((token, index): Suspicion[] => {
    const next = tokens[index + 1];
    if (!next || !isKnown(token, known) || !isKnown(next, known)) return [];
    const opener = tokens[index - 1];
    const inList =
      opener && (opener.text === ',' || opener.text === '.' || isWord(opener, 'SELECT', 'DISTINCT'));
    if (!inList || clauseBefore(tokens, index) !== 'SELECT') return [];
    return [
      {
        message: `Without a comma, “${token.text}” is shown under the name “${next.text}”. If you want both columns, put a comma between them.`,
        place: { start: token.start, end: next.end },
      },
    ];
  });
}

/** The last clause word before `index`, at any depth of brackets. */
function clauseBefore(tokens: readonly Token[], index: number): string | undefined {
  const clause = tokens
    .slice(0, index)
    .findLast((token) =>
      isWord(token, 'SELECT', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'SET', 'ON', 'WHEN'),
    );
  return clause?.text.toUpperCase();
}

function isKnown({ kind, text }: Token, known: ReadonlySet<string>): boolean {
  if (kind === 'quoted-name') return known.has(text.slice(1, -1).replaceAll('""', '"').toLowerCase());
  return kind === 'word' && known.has(text.toLowerCase());
}

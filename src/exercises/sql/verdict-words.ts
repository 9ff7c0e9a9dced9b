import { tokenise } from '#src/sql/tokens.ts';
import { outerTokens } from '#src/sql/outer-tokens.ts';
import { toMeansWords } from '#src/checker/means-words.ts';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';

/**
 * Puts a verdict in words: what is so, then what to look at. Never gives the answer away: of the model answer it uses
 * only which clauses it has.
 *
 * @example
 * toWords({ kind: 'wrong-rows', foundCount: 8, expectedCount: 5, … }, exercise)
 * // => { headline: 'Your result has 3 rows more than expected.', body: 'Look at the condition after `WHERE`.' }
 */
export function toVerdictWords(verdict: Verdict, exercise: { readonly solution: string }): VerdictWords {
  const words = toPlainWords(verdict, exercise);
  const hint = 'nearMiss' in verdict ? verdict.nearMiss : 'clause' in verdict ? verdict.clause : undefined;
  if (hint === undefined) return words;
  return { ...words, body: verdict.kind === 'right-here-only' ? `${hint} ${words.body}` : hint };
}

function toPlainWords(verdict: Verdict, exercise: { readonly solution: string }): VerdictWords {
  switch (verdict.kind) {
    case 'correct':
      return { headline: 'That is right.', body: 'Your result is the same as the expected one.' };
    case 'known-mistake':
      return {
        headline: verdict.difference ? toPlainWords(verdict.difference, exercise).headline : 'Not yet.',
        body: verdict.feedback,
      };
    case 'wrong-order':
      if ('unsorted' in verdict) {
        return {
          headline: 'You have the right rows, but your query does not sort them.',
          body: 'Without `ORDER BY` at the end, rows may come in any order, and in another one tomorrow. Which column sorts them, and which way?',
        };
      }
      return {
        headline: 'You have the right rows, in another order.',
        body: `Row ${formatNumber(verdict.row)} is the first that is out of place. Look at \`ORDER BY\`: which column sorts the rows, and which way?`,
      };
    case 'other-means':
      return toMeansWords(verdict);
    case 'right-here-only':
      return {
        headline: "Your answer is right for today's data, but not for other data of the same kind.",
        body:
          verdict.error === undefined
            ? 'Here is a small example, made up for this exercise. Your query runs on it too: compare the two results, where the cells that differ are marked.'
            : `Here is a small example, made up for this exercise, on which your query does not run. ${toFailureWords(verdict.error)}`,
      };
    case 'wrong-columns':
      return toColumnWords(verdict);
    case 'wrong-rows':
      return toRowWords(verdict, exercise.solution);
    case 'wrong-values':
      return toValueWords(verdict);
    case 'does-not-run': {
      const { message, advice } = verdict.error;
      // The engine's own words have that sentence before them: once is enough.
      const said = [message, advice].filter(
        (part) => part !== undefined && part !== 'The query did not run.',
      );
      return { headline: 'Your query did not run.', body: said.join(' ') };
    }
    case 'undecided':
      return {
        headline: 'We could not check this answer.',
        body: `${verdict.reason} This does not count as wrong, and your text is kept. Run it again, then check again.`,
      };
  }
}

function toFailureWords(error: string): string {
  return /more than one row returned by a subquery/i.test(error)
    ? 'A query in brackets gives more than one row there, where only one value fits.'
    : `The engine says: ${error}`;
}

function toColumnWords(verdict: Extract<Verdict, { kind: 'wrong-columns' }>): VerdictWords {
  const { expectedCount, foundCount, missing, extra, wantedOrder } = verdict;
  if (wantedOrder) {
    const isClear = wantedOrder.every(isPlainName) && new Set(wantedOrder).size === wantedOrder.length;
    return {
      headline: 'You have the right columns, in another order.',
      body: isClear
        ? `Put them in the order that the task gives: ${wantedOrder.map(toCode).join(', ')}.`
        : 'Put them in the order that the task gives.',
    };
  }
  if (missing.length === 0 && extra.length === 0) {
    const difference = Math.abs(foundCount - expectedCount);
    const more = foundCount > expectedCount;
    return {
      headline: `Your result has ${countWords(difference, 'column')} ${more ? 'more' : 'fewer'} than expected.`,
      body: 'The task says which columns to show. Look at the list after `SELECT`.',
    };
  }
  if (missing.length === 0) {
    return {
      headline: `Your result has ${countWords(extra.length, 'column')} that the task does not ask for.`,
      body: `Take away ${extra.map(toCode).join(', ')}: look at the list after \`SELECT\`.`,
    };
  }
  return {
    headline: `The result has no column named ${missing.map(toCode).join(' or ')}.`,
    body:
      extra.length > 0
        ? 'Names count in this exercise. Give a column its name with `AS`.'
        : 'The task says which columns to show. Look at the list after `SELECT`.',
  };
}

function toRowWords(verdict: Extract<Verdict, { kind: 'wrong-rows' }>, solution: string): VerdictWords {
  const { expectedCount, foundCount, extra, missingCount } = verdict;
  const difference = Math.abs(foundCount - expectedCount);
  const look = toClauseWords(
    solution,
    foundCount > expectedCount ? 'more' : foundCount < expectedCount ? 'fewer' : 'other',
  );
  if (foundCount === 0) {
    return {
      headline: `Your result has no rows. ${countWords(expectedCount, 'row')} ${expectedCount === 1 ? 'is' : 'are'} expected.`,
      body: `No row passes your conditions. Are names and words spelt as in the table? ${look}`,
    };
  }
  if (foundCount > expectedCount) {
    const lacks =
      missingCount > 0 ? `It also lacks ${countWords(missingCount, 'row')} that should be there. ` : '';
    return {
      headline: `Your result has ${countWords(difference, 'row')} more than expected.`,
      body: `${lacks}${look}`,
    };
  }
  if (foundCount < expectedCount) {
    const strays =
      extra.rowCount > 0 ? `And ${countWords(extra.rowCount, 'row')} in it should not be there. ` : '';
    return {
      headline: `Your result has ${countWords(difference, 'row')} fewer than expected.`,
      body: `${strays}${look}`,
    };
  }
  return {
    headline:
      extra.rowCount === foundCount
        ? 'Your result has as many rows as expected, but they are not the expected ones.'
        : `Your result has as many rows as expected, but ${formatNumber(extra.rowCount)} of them should not be there.`,
    body: look,
  };
}

function toValueWords(verdict: Extract<Verdict, { kind: 'wrong-values' }>): VerdictWords {
  const { columns, rowCount, cells } = verdict;
  const one = columns.length === 1;
  // The engine names a column that has no name after its expression, in a spelling of its own.
  const named = columns.every(isPlainName);
  const names = columns.map(toCode).join(', ');
  if (cells.length === 0 && rowCount === 1) {
    const what = named ? `${names} ${one ? 'is' : 'are'}` : one ? 'it is' : 'they are';
    return {
      headline: one ? 'The value is not the expected one.' : 'Some values are not the expected ones.',
      body: `Look at how ${what} worked out after \`SELECT\`, and at which rows go into it.`,
    };
  }
  const where = named
    ? `in the ${one ? 'column' : 'columns'} ${names}`
    : `in ${countWords(columns.length, 'column')}`;
  return {
    headline: 'You have the right rows, but some values differ.',
    body: `${countWords(rowCount, 'row')} ${rowCount === 1 ? 'differs' : 'differ'} ${where}. Look at how ${one ? 'it is' : 'they are'} worked out after \`SELECT\`.`,
  };
}

/** A name that a person gave, not an expression. */
function isPlainName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name);
}

/** Which clause to look at, among those that the model answer has. */
function toClauseWords(solution: string, rows: 'more' | 'fewer' | 'other'): string {
  const words = outerTokens(tokenise(solution)).map(({ text }) => text.toUpperCase());
  const clauses = [
    words.includes('WHERE') ? 'the condition after `WHERE`' : '',
    words.includes('JOIN') ? 'how the tables are joined' : '',
    words.includes('GROUP') ? 'the columns after `GROUP BY`' : '',
    words.includes('HAVING') ? 'the condition after `HAVING`' : '',
    words.includes('DISTINCT') && rows !== 'fewer' ? 'rows that stand more than once' : '',
    words.includes('LIMIT') && rows === 'other' ? 'which rows `ORDER BY` puts first' : '',
    words.includes('LIMIT') && rows !== 'other' ? 'the number after `LIMIT`' : '',
  ].filter((clause) => clause !== '');
  if (clauses.length === 0) {
    return rows === 'fewer'
      ? 'Does the task ask for all rows? Look for a condition or a limit that leaves some out.'
      : 'Look at what the task asks for, and at which table you use.';
  }
  return `Look at ${clauses.join(clauses.length === 2 ? ' and ' : ', then ')}.`;
}

function toCode(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}

function countWords(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function formatNumber(value: number): string {
  return value.toLocaleString('en-GB');
}

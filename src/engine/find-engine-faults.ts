import type { TextRange } from '#src/results/run-outcome.ts';
import { isWord } from '#src/sql/is-word.ts';
import type { Token } from '#src/sql/tokens.ts';

/** A construct for which DuckDB 1.5.6 is known to give a wrong or a surprising result. */
export interface EngineFault {
  /** What may be wrong, and what to write instead. */
  readonly message: string;
  readonly place: TextRange;
}

/**
 * Look for constructs that DuckDB itself is known to get wrong: `find-engine-faults.test.ts` shows each failing, so that
 * a version that mends one tells us to take its warning out.
 *
 * @param tokens - One statement, comments left out.
 * @param known - Names of columns that the query may use, in lower case.
 */
export function findEngineFaults(tokens: readonly Token[], known: ReadonlySet<string>): EngineFault[] {
  return [...findNestedWith(tokens), ...findReduceWithStart(tokens), ...findQualifyingColumns(tokens, known)];
}

/** WITH in a subquery that stands for a value, with a subquery of its own: an outer row may get another row's result. */
function findNestedWith(tokens: readonly Token[]): EngineFault[] {
  return tokens.flatMap((token, index): EngineFault[] => {
    const bracket = index - 1;
    if (!isWord(token, 'WITH') || tokens[bracket]?.text !== '(') return [];
    const before = tokens[bracket - 1];
    // After these the brackets hold a table, which reads no outer row.
    if (!before || isWord(before, 'FROM', 'JOIN', 'AS', 'MATERIALIZED', 'UNION', 'ALL')) return [];
    if (!hasSubquery(tokens.slice(index, closing(tokens, bracket)))) return [];
    return [
      {
        message:
          'DuckDB can give a wrong value for a WITH inside a subquery that has another subquery in it. Put the WITH at the start of the query, or use a join.',
        place: { start: token.start, end: token.end },
      },
    ];
  });
}

/** Whether a subquery stands in brackets that do not hold a named query. */
function hasSubquery(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, index) =>
      text === '(' &&
      isWord(tokens[index + 1], 'SELECT', 'FROM') &&
      !isWord(tokens[index - 1], 'AS', 'MATERIALIZED'),
  );
}

const lambdaWords = 'LAMBDA CASE WHEN THEN ELSE END AND OR NOT NULL IS IN TRUE FALSE LIKE BETWEEN AS'.split(
  ' ',
);

/** A reduction with a start value whose lambda reads a column: it may read the column in another row. */
function findReduceWithStart(tokens: readonly Token[]): EngineFault[] {
  return tokens.flatMap((token, index): EngineFault[] => {
    if (!isWord(token, 'LIST_REDUCE', 'ARRAY_REDUCE', 'REDUCE') || tokens[index + 1]?.text !== '(') return [];
    const values = splitValues(tokens.slice(index + 2, closing(tokens, index + 1)));
    // l.list_reduce(…) has its list before the dot.
    const lambda = values[tokens[index - 1]?.text === '.' ? 0 : 1];
    const start = values[tokens[index - 1]?.text === '.' ? 1 : 2];
    if (!lambda || !start || !readsMore(lambda)) return [];
    return [
      {
        message:
          'DuckDB can take a column from another row in a list_reduce with a start value. Leave the start value out and add it afterwards.',
        place: { start: token.start, end: token.end },
      },
    ];
  });
}

/** Whether a lambda names anything but its own parameters. */
function readsMore(lambda: readonly Token[]): boolean {
  const end = lambda.findIndex(({ text }) => text === ':' || text === '->');
  const parameters = lambda.slice(0, end).map(({ text }) => text.toLowerCase());
  return lambda.slice(end + 1).some((token, index, body) => {
    if (token.kind !== 'word' && token.kind !== 'quoted-name') return false;
    if (isWord(token, ...lambdaWords) || body[index - 1]?.text === '.') return false;
    return body[index + 1]?.text !== '(' && !parameters.includes(token.text.toLowerCase());
  });
}

/** QUALIFY with the alias of a window that is a column's name too: the column is taken. */
function findQualifyingColumns(tokens: readonly Token[], known: ReadonlySet<string>): EngineFault[] {
  const qualify = tokens.findIndex((token) => isWord(token, 'QUALIFY'));
  if (qualify < 0) return [];
  const aliases = tokens.slice(0, qualify).flatMap((token, index) => {
    // Behind brackets stands what is worked out; an alias of a plain column changes nothing.
    const computed = tokens[index - 1]?.text === ')' && isWord(token, 'AS');
    const name = tokens[index + 1]?.text.toLowerCase() ?? '';
    return computed && known.has(name) ? [name] : [];
  });
  return tokens.slice(qualify + 1).flatMap((token, index, rest): EngineFault[] => {
    if (token.kind !== 'word' || rest[index - 1]?.text === '.') return [];
    if (!aliases.includes(token.text.toLowerCase())) return [];
    return [
      {
        message: `If a table after FROM has a column “${token.text}”, QUALIFY reads that column, not the value you named so. Use a name that is not a column.`,
        place: { start: token.start, end: token.end },
      },
    ];
  });
}

/** The place of the bracket that closes the one at `open`; the end where none does. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    depth += depthChange(tokens[index]);
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** What stands between the commas of a list of values. */
function splitValues(tokens: readonly Token[]): Token[][] {
  const values: Token[][] = [[]];
  let depth = 0;
  let inLambda = false;
  for (const token of tokens) {
    depth += depthChange(token);
    if (isWord(token, 'LAMBDA') && depth === 0) inLambda = true;
    if (inLambda && token.text === ':') inLambda = false;
    if (token.text === ',' && depth === 0 && !inLambda) values.push([]);
    else values.at(-1)?.push(token);
  }
  return values;
}

function depthChange(token: Token | undefined): number {
  if (token?.kind !== 'symbol') return 0;
  return /^[([{]$/.test(token.text) ? 1 : /^[)\]}]$/.test(token.text) ? -1 : 0;
}

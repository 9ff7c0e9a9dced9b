import { findRelations } from '#src/sql/relations.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { findClosing } from '#src/sql/used-tokens.ts';

/** A conversion that mends the values of a column. */
export interface Repair {
  readonly table: string;
  readonly column: string;
  /** In SQL, such as `trim(town)`. */
  readonly conversion: string;
}

/** The conversion that a sentence on a column's values suggests, as the code in it; undefined where it suggests none. */
export function toConversion(sentence: string): string | undefined {
  return /`([^`]*\([^`]*\))`/.exec(sentence)?.[1];
}

/**
 * A query with the conversion in it, in the place where the table is read, so that all that follows works on mended values.
 * A query that does not read the table gives way to one that does.
 *
 * @example
 * addRepair('SELECT town FROM t', { table: 't', column: 'town', conversion: 'trim(town)' })
 * // => 'SELECT town FROM (SELECT * REPLACE (trim(town) AS town) FROM t) AS t'
 */
export function addRepair(query: string, { table, column, conversion }: Repair): string {
  const repair = `${conversion} AS ${toName(column)}`;
  const tokens = tokenise(query).filter(({ kind }) => kind !== 'comment');
  const source = findRelations(tokens).find(({ name }) => name === table.toLowerCase());
  if (!source) return `SELECT * REPLACE (\n  ${repair}\n)\nFROM ${toName(table)}\nLIMIT 20`;

  const from = tokens.findIndex(({ start }) => start === source.nameStart) - 1;
  const open = tokens.findLastIndex(
    ({ text }, at) =>
      at < from &&
      text === '(' &&
      tokens[at - 1]?.text.toUpperCase() === 'REPLACE' &&
      findClosing(tokens, at) === from - 1,
  );
  const close = tokens[from - 1];
  if (open !== -1 && close) {
    const list = query.slice(tokens[open]?.end, close.start).trimEnd();
    const rest = query.slice(close.start);
    if (list.includes(repair)) return query;
    return `${query.slice(0, tokens[open]?.end)}${list},\n  ${repair}\n${rest}`;
  }
  const next = tokens.find(({ start }) => start >= source.end);
  const isNamed =
    next?.kind === 'quoted-name' || (next?.kind === 'word' && !follows.has(next.text.toUpperCase()));
  const mended = `(SELECT * REPLACE (${repair}) FROM ${query.slice(source.start, source.end)})`;
  return `${query.slice(0, source.start)}${mended}${isNamed ? '' : ` AS ${toName(table)}`}${query.slice(source.end)}`;
}

/** What may follow a table without being its other name. */
const follows = new Set(
  'WHERE GROUP HAVING ORDER LIMIT OFFSET WINDOW QUALIFY UNION EXCEPT INTERSECT JOIN LEFT RIGHT FULL INNER CROSS NATURAL ASOF POSITIONAL SEMI ANTI ON USING SELECT TABLESAMPLE'.split(
    ' ',
  ),
);

/** Only names that need it are quoted: the query is there to be read. */
function toName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : toQuotedName(name);
}

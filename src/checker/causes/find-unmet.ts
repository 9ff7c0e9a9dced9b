import type { Database } from '#src/results/database.ts';
import { splitClauses } from '#src/sql/clauses.ts';
import { isWord } from '#src/sql/is-word.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { findRelations } from '#src/sql/relations.ts';
import { tokenise, type Token } from '#src/sql/tokens.ts';
import { findClosing, toName, toUsedTokens } from '#src/sql/used-tokens.ts';

/**
 * A condition of a query that no row meets, in words: a comparison with NULL, a limit of no rows, or a part of WHERE.
 * Asked only of queries without a result. Undefined where there is none, or none that can be told.
 */
export async function findUnmet(database: Database, answer: string): Promise<string | undefined> {
  const { tokens } = toUsedTokens(answer);
  try {
    if (comparesWithNull(tokens))
      return 'A comparison with `NULL` is never true: `= NULL` keeps no row. `IS NULL` asks whether a value is missing.';
    if (tokens.some((token, at) => isWord(token, 'LIMIT') && tokens[at + 1]?.text === '0'))
      return '`LIMIT 0` keeps no row.';
    return await findUnmetPart(database, answer);
  } catch {
    // A hint is not worth a verdict.
    return undefined;
  }
}

/** A text that a query asks for and that its column never holds, in words; undefined where each is held. */
export async function findUnknownText(database: Database, answer: string): Promise<string | undefined> {
  try {
    return await findUnknown(database, toUsedTokens(answer).tokens);
  } catch {
    return undefined;
  }
}

const maxTexts = 8;

/** A text that a column is compared with. */
interface AskedText {
  readonly column: string;
  readonly text: string;
  /** Whether rows that hold it are left out: one that is not there does no harm then, unless it is a slip of the pen. */
  readonly leavesOut: boolean;
}

/** Texts that stand after `column =`, after `column <>`, or in `column IN (…)`. */
function findTexts(tokens: readonly Token[]): AskedText[] {
  return tokens.flatMap((token, at) => {
    const column = toName(token);
    if (column === undefined) return [];
    const leavesOut = /^(<>|!=)$/.test(tokens[at + 1]?.text ?? '') || isWord(tokens[at + 1], 'NOT');
    const verb = isWord(tokens[at + 1], 'NOT') ? at + 2 : at + 1;
    const after = tokens[verb];
    const values =
      /^(==?|<>|!=)$/.test(after?.text ?? '') || isWord(after, 'LIKE')
        ? [tokens[verb + 1]]
        : isWord(after, 'IN') && tokens[verb + 1]?.text === '('
          ? tokens.slice(verb + 2, findClosing(tokens, verb + 1))
          : [];
    return values.flatMap((value) =>
      value?.kind === 'text' &&
      /^'[^']*'$/.test(value.text) &&
      !(isWord(after, 'LIKE') && /[%_]/.test(value.text))
        ? [{ column, text: value.text.slice(1, -1), leavesOut }]
        : [],
    );
  });
}

async function findUnknown(database: Database, tokens: readonly Token[]): Promise<string | undefined> {
  const names = [...new Set(findRelations(tokens).map(({ name }) => name))];
  if (names.length === 0) return undefined;
  const list = names.map(toQuotedText).join(', ');
  for (const { column, text, leavesOut } of findTexts(tokens).slice(0, maxTexts)) {
    const { rows } = await database.query(
      `SELECT DISTINCT table_name, column_name FROM duckdb_columns() WHERE lower(table_name) IN (${list}) ` +
        `AND lower(column_name) = ${toQuotedText(column)} AND data_type = 'VARCHAR' AND database_name <> 'temp' AND NOT internal`,
    );
    // A name that two tables have may mean either.
    if (rows.length !== 1) continue;
    const [table, name] = (rows[0] ?? []).map((part) => toQuotedName(String(part)));
    const held = await database.query(
      `SELECT count(*) FILTER (WHERE ${name} = ${toQuotedText(text)}), ` +
        `count(*) FILTER (WHERE lower(trim(${name})) = lower(trim(${toQuotedText(text)}))) FROM ${table}`,
    );
    const [same, alike] = (held.rows[0] ?? []).map(Number);
    if (same !== 0 || (leavesOut && !alike)) continue;
    if (text === '')
      return `No value of \`${column}\` is an empty text. \`IS NULL\` asks whether a value is missing.`;
    const shown = `No value of ${toCode(column)} is ${toCode(`'${text}'`)}.`;
    const near = await findNearValue(database, { table, name }, text);
    if (near === undefined) return `${shown} Is it spelt as in the table, and is it the right column?`;
    const asks = `${shown} Did you mean ${toCode(`'${near}'`)}?`;
    return alike ? `${asks} Capital letters and spaces count.` : asks;
  }
  return undefined;
}

/** So many different values of a column are looked through for one that is nearly the same. */
const maxValues = 5000;

/** The value of a column that differs in the fewest letters from a text: in one, or in a quarter of them. */
async function findNearValue(
  database: Database,
  { table, name }: { readonly table: string | undefined; readonly name: string | undefined },
  text: string,
): Promise<string | undefined> {
  const edits = `damerau_levenshtein(lower(trim(value)), lower(trim(${toQuotedText(text)})))`;
  const { rows } = await database.query(
    `SELECT value FROM (SELECT DISTINCT ${name} AS value FROM ${table} WHERE ${name} IS NOT NULL LIMIT ${maxValues}) ` +
      `WHERE ${edits} <= ${Math.max(1, Math.floor(text.length / 4))} ORDER BY ${edits}, value LIMIT 1`,
  );
  return rows[0] && String(rows[0][0]);
}

function comparesWithNull(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text }, at) =>
      /^(=|==|<>|!=)$/.test(text) && isWord(tokens[at + 1], 'NULL') && tokens[at + 2]?.text !== '(',
  );
}

/** The first part of a plain WHERE that alone keeps no row; or that each keeps some, and no row meets all. */
async function findUnmetPart(database: Database, answer: string): Promise<string | undefined> {
  const clauses = splitClauses(answer);
  if (clauses?.from === undefined || clauses.where === undefined) return undefined;
  const parts = splitAnd(clauses.where);
  if (!parts) return undefined;
  const { from } = clauses;
  const keepsRows = async (condition: string) => {
    const { rows } = await database.query(`SELECT 1 FROM ${from} WHERE ${condition} LIMIT 1`);
    return rows.length > 0;
  };
  if (!(await keepsRows('true')) || (await keepsRows(clauses.where))) return undefined;
  for (const part of parts)
    if (!(await keepsRows(part))) return `No row meets the condition ${toCode(part)}.`;
  for (const [index, part] of parts.slice(0, maxPairs).entries())
    for (const other of parts.slice(index + 1, maxPairs))
      if (!(await keepsRows(`(${part}) AND (${other})`)))
        return `No row meets both ${toCode(part)} and ${toCode(other)}.`;
  return 'Each of your conditions keeps some rows, but no row meets all of them.';
}

/** So many conditions are tried two by two. */
const maxPairs = 6;

function toCode(condition: string): string {
  return `\`${condition.replaceAll('`', "'")}\``;
}

/** The parts that AND joins, also inside brackets around them; undefined where OR or BETWEEN stands outside brackets. */
function splitAnd(where: string): string[] | undefined {
  const tokens = tokenise(where).filter(({ kind }) => kind !== 'comment');
  if (tokens[0]?.text === '(' && findClosing(tokens, 0) === tokens.length - 1) {
    const inside = where.slice(tokens[0].end, tokens.at(-1)?.start).trim();
    return splitAnd(inside) ?? [inside];
  }
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') at = findClosing(tokens, at);
    const token = tokens[at];
    if (isWord(token, 'OR', 'BETWEEN', 'CASE')) return undefined;
    if (!token || !isWord(token, 'AND')) continue;
    parts.push(where.slice(start, token.start).trim());
    start = token.end;
  }
  if (parts.length === 0) return [where.trim()];
  // A part may hold more in brackets of its own.
  return [...parts, where.slice(start).trim()].flatMap((part) => splitAnd(part) ?? [part]);
}

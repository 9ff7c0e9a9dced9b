import type { Database } from '#src/results/database.ts';
import { splitClauses } from '#src/sql/clauses.ts';
import { isWord } from '#src/sql/is-word.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { findRelations } from '#src/sql/relations.ts';
import { tokenise, type Token } from '#src/sql/tokens.ts';
import { findClosing, toName, toUsedTokens } from '#src/sql/used-tokens.ts';

/**
 * A condition of a query that no row meets, in words: a text that its column never holds, or a comparison with NULL, or
 * a part of WHERE. Undefined where there is none, or none that can be told.
 *
 * @param isEmpty - Whether the result has no rows: only then are whole conditions tried.
 */
export async function findUnmet(
  database: Database,
  answer: string,
  isEmpty: boolean,
): Promise<string | undefined> {
  const { tokens } = toUsedTokens(answer);
  try {
    const text = await findUnknownText(database, tokens);
    if (text !== undefined) return text;
    if (!isEmpty) return undefined;
    if (comparesWithNull(tokens))
      return 'A comparison with `NULL` is never true: `= NULL` keeps no row. `IS NULL` asks whether a value is missing.';
    return await findUnmetPart(database, answer);
  } catch {
    // A hint is not worth a verdict.
    return undefined;
  }
}

const maxTexts = 8;

/** Texts that stand after `column =`, or in `column IN (…)`. */
function findTexts(tokens: readonly Token[]): { readonly column: string; readonly text: string }[] {
  return tokens.flatMap((token, at) => {
    const column = toName(token);
    if (column === undefined) return [];
    const after = tokens[at + 1];
    const values =
      after?.text === '=' || isWord(after, 'LIKE')
        ? [tokens[at + 2]]
        : isWord(after, 'IN') && tokens[at + 2]?.text === '('
          ? tokens.slice(at + 3, findClosing(tokens, at + 2))
          : [];
    return values.flatMap((value) =>
      value?.kind === 'text' &&
      /^'[^']*'$/.test(value.text) &&
      !(isWord(after, 'LIKE') && /[%_]/.test(value.text))
        ? [{ column, text: value.text.slice(1, -1) }]
        : [],
    );
  });
}

async function findUnknownText(database: Database, tokens: readonly Token[]): Promise<string | undefined> {
  const names = [...new Set(findRelations(tokens).map(({ name }) => name))];
  if (names.length === 0) return undefined;
  const list = names.map(toQuotedText).join(', ');
  for (const { column, text } of findTexts(tokens).slice(0, maxTexts)) {
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
    if (same !== 0) continue;
    const shown = `No value of \`${column}\` is \`'${text.replaceAll('`', "'")}'\`.`;
    return alike
      ? `${shown} One is, but for capital letters or spaces: the text must be the same letter for letter.`
      : `${shown} Is it spelt as in the table, and is it the right column?`;
  }
  return undefined;
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
  const countOf = async (condition: string) => {
    const { rows } = await database.query(
      `SELECT count(*) FROM (SELECT 1 FROM ${from} WHERE ${condition} LIMIT 1)`,
    );
    return Number(rows[0]?.[0]);
  };
  if ((await countOf('true')) === 0 || (await countOf(clauses.where)) > 0) return undefined;
  for (const part of parts)
    if ((await countOf(part)) === 0) return `No row meets the condition \`${part.replaceAll('`', "'")}\`.`;
  return 'Each of your conditions keeps some rows, but no row meets all of them.';
}

/** The parts that AND joins; undefined where OR or BETWEEN stands outside brackets. */
function splitAnd(where: string): string[] | undefined {
  const tokens = tokenise(where);
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
  return [...parts, where.slice(start).trim()];
}

import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { tokenise } from '#src/sql/tokens.ts';
import type { Token } from '#src/sql/tokens.ts';
import { toColumnCompletion, toTableCompletion, type Completion } from './completion.ts';
import { functions, keywords } from './sql-words.ts';

/**
 * What fits at a place in a query, best first: tables after FROM and JOIN, the columns of one table after its name or
 * alias and a dot, otherwise columns, functions, keywords and tables. Nothing inside text or a comment.
 *
 * @example
 * completionsAt('SELECT s. FROM services s', 9, tables) // => the columns of services
 */
export function completionsAt(
  text: string,
  offset: number,
  tables: readonly TableDescriptor[],
): readonly Completion[] {
  const tokens = tokenise(text);
  const inside = tokens.find((token) => token.start < offset && isInside(token, offset));
  if (inside && (inside.kind === 'text' || inside.kind === 'comment')) return [];

  const code = tokens.filter(({ kind }) => kind !== 'comment');
  // The word being typed is what the completion replaces: what stands before it decides.
  const before = code.filter(
    ({ start, end }) => end < offset || (end === offset && !isName(text.slice(start, end))),
  );
  const last = before.at(-1);

  if (last?.text === '.') {
    const owner = before.at(-2);
    const table = owner && findTable(unquote(owner.text), code, tables);
    return table ? table.columns.map((column) => toColumnCompletion(column, table)) : [];
  }
  if (last && expectsTable(before)) return tables.map(toTableCompletion);

  const named = tables.filter((table) => code.some((token) => sameName(unquote(token.text), table.name)));
  const offered = named.length > 0 ? named : tables;
  return [
    ...offered.flatMap((table) => table.columns.map((column) => toColumnCompletion(column, table))),
    ...functions.map(([label, documentation]) => ({
      kind: 'function' as const,
      label,
      detail: 'function',
      documentation,
    })),
    ...keywords.map(([label, documentation]) => ({
      kind: 'keyword' as const,
      label,
      detail: 'keyword',
      documentation,
    })),
    ...tables.map(toTableCompletion),
  ];
}

/** After FROM, JOIN, or a comma in the list of tables. */
function expectsTable(before: readonly Token[]): boolean {
  const last = before.at(-1)?.text.toUpperCase() ?? '';
  if (/^(FROM|JOIN|INTO|TABLE|DESCRIBE|SUMMARIZE)$/.test(last)) return true;
  if (last !== ',') return false;
  const clauses = before.filter(
    ({ text }) => /^(SELECT|FROM|WHERE|GROUP|ORDER|HAVING|ON|USING)$/i.test(text) || text === '(',
  );
  return clauses.at(-1)?.text.toUpperCase() === 'FROM';
}

/** A table by its own name, or by the alias that `FROM services s` or `JOIN services AS s` gave it. */
function findTable(
  name: string,
  code: readonly Token[],
  tables: readonly TableDescriptor[],
): TableDescriptor | undefined {
  const own = tables.find((table) => sameName(table.name, name));
  if (own) return own;
  const at = code.findIndex(
    (token, index) => sameName(unquote(token.text), name) && code[index + 1]?.text !== '.',
  );
  const source = code[at - 1]?.text.toUpperCase() === 'AS' ? code[at - 2] : code[at - 1];
  return source && tables.find((table) => sameName(table.name, unquote(source.text)));
}

/** Whether typing at `offset` goes on inside the token: a comment or an unclosed quote goes on at its end too. */
function isInside(token: Token, offset: number): boolean {
  const goesOn = token.unterminated === true || token.text.startsWith('--');
  return goesOn ? offset <= token.end : offset < token.end;
}

const isName = (text: string) => /^["\p{L}_]/u.test(text);
const unquote = (text: string) => text.replace(/^"(.*)"$/s, '$1');
const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

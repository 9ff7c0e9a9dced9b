import { tokenise } from '#src/sql/tokens.ts';
import { isColumnRef, isSelect } from '#src/syntax/node-kinds.ts';
import { mapTree } from '#src/syntax/walk-tree.ts';
import { clauseRule, toItems, toPositions, toSelect } from './clauses.ts';
import { holds, rewriteTablesIn, type Query, type RewriteRule } from './rewrite-rule.ts';

/** Tables and columns under other names. */
export const nameRules: readonly RewriteRule[] = [
  { name: 'table-aliased', apply: (query) => qualify(query, 'x1') },
  { name: 'columns-qualified', apply: (query) => qualify(query, undefined) },
  clauseRule('columns-renamed', (clauses, { keepsNames }) => {
    const order = toPositions(clauses);
    if (keepsNames || order === undefined) return undefined;
    const named = (name: (index: number) => string) =>
      toSelect(clauses, {
        select: `${clauses.distinct ? 'DISTINCT ' : ''}${toItems(
          clauses,
          clauses.items.map((_item, index) => name(index)),
        )}`,
        order,
      });
    return [
      named((index) => `"Column no. ${index + 1}, ""mine"""`),
      named(() => '"the same"'),
      named((index) => `größe_${index}`),
    ];
  }),
  {
    name: 'names-quoted',
    async apply({ sql, tables }) {
      const names = new Set(
        tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
      );
      return [rewriteWords(sql, (word) => (names.has(word) ? `"${word}"` : word))];
    },
  },
];

/** Gives the one table of the outer SELECT an alias, if told, and puts the name before each of its columns. */
async function qualify({ tree, tables, print }: Query, alias: string | undefined): Promise<string[]> {
  if (!isSelect(tree) || tree.from_table.type !== 'BASE_TABLE' || tree.from_table.alias) return [];
  const [known] = rewriteTablesIn(tree.from_table, tables);
  if (!known || holds(tree, ({ class: kind }) => kind === 'SUBQUERY' || kind === 'STAR')) return [];
  const name = alias ?? known.table.name;
  const given = new Set(tree.select_list.map((item) => item.alias.toLowerCase()));
  const from_table = { ...tree.from_table, alias: alias ?? '' };
  const changed = mapTree({ ...tree, from_table }, (node) => {
    const [column = '', ...more] = isColumnRef(node) ? node.column_names : [];
    const isKnown = known.table.columns.some((each) => each.name === column.toLowerCase());
    // ORDER BY may mean a name that the SELECT list gives.
    const isColumn = more.length === 0 && isKnown && !given.has(column.toLowerCase());
    return isColumnRef(node) && isColumn ? { ...node, column_names: [name, column] } : node;
  });
  return [await print(changed)];
}

/** The text with its words changed; quoted names, text and comments stay. */
export function rewriteWords(sql: string, write: (word: string) => string): string {
  let text = '';
  let at = 0;
  for (const token of tokenise(sql)) {
    text += sql.slice(at, token.start) + (token.kind === 'word' ? write(token.text) : token.text);
    at = token.end;
  }
  return text + sql.slice(at);
}

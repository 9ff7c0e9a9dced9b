import { tokenise } from '#src/sql/tokens.ts';
import { nodeIn, nodesIn, replaceAt, walk, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
import { clauseRule, toItems, toPositions, toSelect } from './clauses.ts';
import { holds, isClass, isType, tablesIn, type Query, type RewriteRule } from './rewrite-rule.ts';

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
  const from = nodeIn(tree, 'from_table');
  const [known] = tablesIn(from, tables);
  const hasQueries = [...walk(tree)].some(({ node }) => isClass(node, 'SUBQUERY'));
  if (!from || !known || !isType(from, 'BASE_TABLE') || from['alias'] || hasQueries) return [];
  const name = alias ?? known.table.name;
  const given = new Set(nodesIn(tree, 'select_list').map((item) => String(item['alias']).toLowerCase()));
  let changed: SyntaxNode = replaceAt(tree, ['from_table', 'alias'], alias ?? '');
  for (const { node, path } of walk(tree)) {
    const names = isClass(node, 'COLUMN_REF') ? (node['column_names'] as string[]) : [];
    const [column = ''] = names;
    // ORDER BY may mean a name that the SELECT list gives.
    const isColumn =
      names.length === 1 && known.table.columns.some((each) => each.name === column.toLowerCase());
    if (isColumn && !given.has(column.toLowerCase()))
      changed = replaceAt(changed, [...path, 'column_names'], [name, column]);
  }
  return holds(changed, (node) => isClass(node, 'STAR')) ? [] : [await print(changed)];
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

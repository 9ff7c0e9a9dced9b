import type { ColumnNote } from './chart-columns.ts';

interface NotedTable {
  readonly columns: readonly {
    readonly name: string;
    readonly unit?: string | undefined;
    readonly meaning: string;
  }[];
}

const keepsUnit =
  /^\s*(?:sum|avg|mean|min|max|median|round|floor|ceil|any_value|first|last|abs|coalesce|cast|\(|\)|,|\s|\d+|::|as|integer|bigint|double|decimal)*$/i;

/**
 * What the tables' descriptions say of a result's columns. A column that a query works out keeps a unit only where the query
 * took one column and did nothing that changes it: `ROUND(AVG(price))` is still in pounds, `100 * a / b` is in nothing we know.
 *
 * @returns by column name in small letters
 */
export function toColumnNotes(query: string, tables: readonly NotedTable[]): ReadonlyMap<string, ColumnNote> {
  const columns = new Map(
    tables.flatMap((table) =>
      table.columns.map((column) => [column.name.toLowerCase(), toNote(column)] as const),
    ),
  );
  const notes = new Map(columns);
  for (const [, expression = '', alias = ''] of query.matchAll(
    /(?:select|,)((?:[^,()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+?)\s+as\s+"?(\w+)"?/gi,
  )) {
    const source = toSourceColumn(expression, columns);
    if (source) notes.set(alias.toLowerCase(), columns.get(source) ?? {});
    else notes.delete(alias.toLowerCase());
  }
  return notes;
}

function toNote({ unit, meaning }: NotedTable['columns'][number]): ColumnNote {
  return { meaning, ...(unit !== undefined && { unit }) };
}

/** The one column that an expression shows, where its unit is still that of the column. */
function toSourceColumn(expression: string, columns: ReadonlyMap<string, ColumnNote>): string | undefined {
  const words = (expression.match(/[a-z_]\w*/gi) ?? []).map((word) => word.toLowerCase());
  const named = [...new Set(words.filter((word) => columns.has(word)))];
  const [only] = named;
  if (named.length !== 1 || only === undefined) return undefined;
  const rest = expression.toLowerCase().replaceAll(new RegExp(`(\\w+\\.)?"?\\b${only}\\b"?`, 'g'), ' ');
  return keepsUnit.test(rest) ? only : undefined;
}

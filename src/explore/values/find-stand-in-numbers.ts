import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';

/** Numbers that instruments and older programs write where there is no value. */
const standIns = [-99, -99.9, -99.99, -999, -999.9, -999.99, -9999, -9999.9, -99999];
const columnsAtOnce = 20;

/**
 * Say which columns of numbers hold one that often stands for a missing value, where it lies far below all others. Nothing is
 * changed: it could be a measure.
 *
 * @param columns - Those of numbers, each with the expression that makes it of the columns of text.
 */
export async function findStandInNumbers(
  database: Database,
  staged: string,
  columns: readonly { readonly name: string; readonly sql: string }[],
): Promise<string[]> {
  const found = new Map<number, { names: string[]; count: number }>();
  for (let start = 0; start < columns.length; start += columnsAtOnce) {
    const some = columns.slice(start, start + columnsAtOnce);
    const values = some.map(({ name, sql }) => `CAST(${sql} AS DOUBLE) AS ${toQuotedName(name)}`);
    const isStandIn = (value: string) => `${value} IN (${standIns.join(', ')})`;
    const measures = some.flatMap(({ name }) => {
      const value = toQuotedName(name);
      return [
        `min(${value})`,
        `count(*) FILTER (${isStandIn(value)})`,
        `min(${value}) FILTER (NOT ${isStandIn(value)})`,
      ];
    });
    const { rows } = await database.query(
      `SELECT ${measures.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${toQuotedName(staged)})`,
    );
    for (const [index, { name }] of some.entries()) {
      const [least, count, next] = (rows[0] ?? []).slice(3 * index, 3 * index + 3);
      const number = Number(least);
      if (least === null || Number(count) === 0 || !standIns.includes(number)) continue;
      if (next === null || next === undefined || Number(next) < number / 2) continue;
      const seen = found.get(number) ?? { names: [], count: 0 };
      found.set(number, { names: [...seen.names, name], count: seen.count + Number(count) });
    }
  }
  return [...found].map(
    ([number, { names, count }]) =>
      `${listWords(names.slice(0, 6))}${names.length > 6 ? ` and ${names.length - 6} more columns` : ''}: ${countWords(count, 'value')} of ${number}, which often stands for a missing one and lies far below all others. If it does, \`nullif(${names[0] ?? ''}, ${number})\` makes it missing.`,
  );
}

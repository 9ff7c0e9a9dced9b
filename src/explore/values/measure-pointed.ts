import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { OwnColumn } from '../own-table.ts';
import { measureFigures } from './measure-figures.ts';
import type { FigureMeasure } from './measure-figures.ts';

const columnsAtOnce = 20;

/**
 * Look at columns of decimals in a file whose commas may mark decimals: there 1.234 may be more than a thousand. Columns in which
 * every point stands before three digits are measured as text is; another is proof of points for decimals.
 *
 * @param mayBeComma - Whether anything speaks for commas; otherwise nothing is looked at.
 */
export async function measurePointed(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
  mayBeComma: boolean,
): Promise<{ readonly mayBeThousands: readonly FigureMeasure[]; readonly pointSeen: boolean }> {
  if (!mayBeComma) return { mayBeThousands: [], pointSeen: false };
  const either: OwnColumn[] = [];
  for (let start = 0; start < columns.length; start += columnsAtOnce) {
    const some = columns.slice(start, start + columnsAtOnce);
    const counts = some.map(({ name }) => {
      const text = toQuotedName(name);
      return `count(*) FILTER (contains(${text}, '.') AND NOT regexp_full_match(trim(${text}), '[-+]?[1-9][0-9]{0,2}(\\.[0-9]{3})+'))`;
    });
    const { rows } = await database.query(`SELECT ${counts.join(', ')} FROM ${toQuotedName(staged)}`);
    either.push(...some.filter((_column, index) => Number(rows[0]?.[index]) === 0));
  }
  return {
    mayBeThousands: await measureFigures(database, staged, either),
    pointSeen: either.length < columns.length,
  };
}

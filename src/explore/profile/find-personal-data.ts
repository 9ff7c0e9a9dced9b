import type { Database } from '#src/results/database.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { findHeadedKind, personalKinds } from './personal-kinds.ts';
import type { TypedColumn } from './table-profile.ts';

const rowsLookedAt = 5000;
/** In the order in which they are tried: what is written like two of them is the first. */
const written = personalKinds.flatMap(({ what, whole, maybeOrganisation = false }) =>
  whole === undefined || maybeOrganisation ? [] : [{ what, whole }],
);

/**
 * What kind of personal data a column may hold, by its heading or by what at least half of its first values look like.
 * It is a guess, so that a person looks again.
 */
export async function findPersonalData(
  database: Database,
  table: string,
  { name, type }: TypedColumn,
): Promise<string | undefined> {
  const headed = findHeadedKind(name);
  if (headed && !headed.maybeOrganisation) return headed.what;
  if (type !== 'VARCHAR') return undefined;
  const column = toQuotedName(name);
  const counts = written.map(
    ({ whole }) => `count(*) FILTER (regexp_full_match(lower(trim(${column})), ${toQuotedText(whole)}))`,
  );
  const { rows } = await database.query(
    `SELECT count(*), ${counts.join(', ')}
     FROM (SELECT ${column} FROM ${toQuotedName(table)} WHERE ${column} IS NOT NULL LIMIT ${rowsLookedAt})`,
  );
  const [total = 0, ...found] = (rows[0] ?? []).map(Number);
  const at = found.findIndex((count) => count > 0 && count >= total / 2);
  return written[at]?.what ?? headed?.what;
}

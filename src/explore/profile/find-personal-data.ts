import type { Database } from '#src/results/database.ts';
import type { TypedColumn } from './table-profile.ts';
import { toQuotedName } from '#src/sql/quote.ts';

/** Headings of columns that often hold facts about people; `_` stands between words. */
const headings: readonly (readonly [RegExp, string])[] = [
  [/(^|_)(first|last|full|sur|fore|middle|given|family|maiden)_?names?(_|$)/, 'names of people'],
  [
    /(^|_)(person|people|customer|client|patient|employee|applicant|claimant|tenant|pupil)_names?(_|$)/,
    'names of people',
  ],
  [/(^|_)e_?mails?(_|$)/, 'email addresses'],
  [/(^|_)(tele)?phone(_|$)|(^|_)mobile(_|$)/, 'phone numbers'],
  [/(^|_)(date_of_birth|dob|birth_?date|birthday)(_|$)/, 'dates of birth'],
  [/(^|_)(ni_number|nino|national_insurance)/, 'National Insurance numbers'],
  [/(^|_)nhs_(number|no)(_|$)/, 'NHS numbers'],
  [/(^|_)(address|home_address|street)(_|$)/, 'addresses'],
];

const patterns: readonly (readonly [pattern: string, what: string])[] = [
  ['[^@\\s]+@[^@\\s]+\\.[a-zA-Z]{2,}', 'email addresses'],
  ['(\\+44|0)\\s?(\\(0\\))?\\s?[1-37-9]\\d{1,4}[\\s-]?\\d{3,4}[\\s-]?\\d{3,4}', 'phone numbers'],
  [
    '(?i)[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z]\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[a-d]',
    'National Insurance numbers',
  ],
];
const rowsLookedAt = 5000;

/**
 * What kind of personal data a column may hold, by its heading or by what at least half of its first values look like.
 * It is a guess, so that a person looks again.
 */
export async function findPersonalData(
  database: Database,
  table: string,
  { name, type }: TypedColumn,
): Promise<string | undefined> {
  const byName = headings.find(([pattern]) => pattern.test(name));
  if (byName) return byName[1];
  if (type !== 'VARCHAR') return undefined;
  const column = toQuotedName(name);
  const counts = patterns.map(
    ([pattern]) => `count(*) FILTER (regexp_full_match(trim(${column}), '${pattern}'))`,
  );
  const { rows } = await database.query(
    `SELECT count(*), ${counts.join(', ')}
     FROM (SELECT ${column} FROM ${toQuotedName(table)} WHERE ${column} IS NOT NULL LIMIT ${rowsLookedAt})`,
  );
  const [total = 0, ...found] = (rows[0] ?? []).map(Number);
  const at = found.findIndex((count) => count > 0 && count >= total / 2);
  return patterns[at]?.[1];
}

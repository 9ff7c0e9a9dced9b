import { countWords } from '#src/words/count-words.ts';
import type { AcceptedWrong, BankReport } from './judge-bank.ts';
import type { LawfulDatabase } from './lawful-database.ts';
import type { Ran, Result } from './read-result.ts';

const shownRows = 6;

/** What a report says, for the command line: a line of counts, then each answer that the two judges see differently. */
export function toBankText(report: BankReport): string {
  const { exercise, counts, acceptedWrong, notEquivalent, notRight, refusedFair, notShown } = report;
  return [
    `${exercise}: ${counts.right} right, ${counts.wrong} wrong, ${countWords(counts.mutants, 'mutant')}`,
    ...acceptedWrong.map((each) => toDifferenceText('accepted, and wrong', each)),
    ...notEquivalent.map((each) => toDifferenceText('called equivalent, and not so by the descriptor', each)),
    ...notRight.map((each) => toDifferenceText('named right, and wrong on lawful data', each)),
    ...refusedFair.map(({ name, verdict }) => `  refused, and fair as far as seen: ${name} (${verdict})`),
    ...notShown.map((name) => `  named wrong, and no database shows it: ${name}`),
  ].join('\n');
}

/** All accepted wrong answers by what tells them apart, the most common cause first. */
export function toCauseText(reports: readonly BankReport[]): string {
  const byCause = new Map<string, string[]>();
  for (const { exercise, acceptedWrong } of reports)
    for (const { name, cause } of acceptedWrong)
      byCause.set(cause.kind, [...(byCause.get(cause.kind) ?? []), `${exercise.split('/').at(-1)}/${name}`]);
  const sorted = [...byCause].sort(([, one], [, other]) => other.length - one.length);
  return sorted
    .map(([kind, names]) => `${String(names.length).padStart(4)}  ${kind}: ${names.join(', ')}`)
    .join('\n');
}

function toDifferenceText(
  what: string,
  { name, sql, cause, database, expected, found }: AcceptedWrong,
): string {
  return [
    `  ${what}: ${name}`,
    `    ${sql.trim().replaceAll(/\s+/g, ' ')}`,
    `    told by: ${cause.words}`,
    ...tableLines(database),
    `    expected ${toRowsText(expected)}, found ${toRanText(found)}`,
  ].join('\n');
}

function tableLines(database: LawfulDatabase): string[] {
  return [...database].flatMap(([table, rows]) =>
    rows.length === 0
      ? []
      : [
          `    ${table}: ${countWords(rows.length, 'row')}`,
          ...rows
            .slice(0, shownRows)
            .map((row) => `      ${row.map((value) => value ?? 'NULL').join(' | ')}`),
        ],
  );
}

function toRanText(found: Ran): string {
  switch (found.status) {
    case 'rows':
      return toRowsText(found.result);
    case 'failed':
      return found.message;
    case 'late':
      return 'nothing in time';
  }
}

function toRowsText({ rows }: Result): string {
  const more = rows.length > shownRows ? ` and ${rows.length - shownRows} more` : '';
  return `${JSON.stringify(rows.slice(0, shownRows))}${more}`;
}

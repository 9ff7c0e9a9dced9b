import { countWords, inNumber } from '#src/words/count-words.ts';
import { periodWords } from '#src/words/date-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import type { Audit, PersonalData } from '../audit.ts';

/** What to do where a file may hold personal data. */
export const personalAdvice: readonly string[] = [
  'Stop here. Do not send, publish or upload this file, or put it into another tool, until you know that you may.',
  'Check whether you need these values. Leave out the columns that you do not need.',
  'If the file reached you by mistake, tell your data protection officer or information security team today.',
];

/** @example '“Email” may hold email addresses: 120 values, such as j•••@•••••.••, the first on row 2. Its heading says so.' */
export function personalWords(
  { column, what, count, because, sample, place }: PersonalData,
  { table: { placeWord } }: Audit,
): string {
  const such = sample === undefined ? '' : `, such as ${sample}`;
  const where = place === undefined ? '' : `, the first on ${placeWord} ${numberWords(place)}`;
  return `“${column}” may hold ${what}: ${countWords(count, 'value')}${such}${where}. ${because}.`;
}

/** How much was found, in one sentence. */
export function summaryWords({ findings, table }: Audit): string {
  const likely = findings.filter(({ level }) => level === 'likely').length;
  const possible = findings.length - likely;
  if (findings.length === 0)
    return `Nothing was found to look at in ${countWords(table.rowCount, 'row')} of ${countWords(table.columnCount, 'column')}.`;
  return `${countWords(findings.length, 'thing')} to look at: ${countWords(likely, 'likely fault')}, and ${numberWords(possible)} that can be right.`;
}

/** What is to be said of the other tables of the file; nothing where there are none. */
export function otherTableWords({ table: { others } }: Audit): string[] {
  if (others.length === 0) return [];
  const names = others.slice(0, 5).map(({ name }) => `“${name}”`);
  const more = others.length > 5 ? ` and ${others.length - 5} more` : '';
  return [
    `${countWords(others.length, 'other table')} of the file ${inNumber(others.length, 'was', 'were')} not looked at: ${names.join(', ')}${more}.`,
  ];
}

/** When it was made, in words. */
export function madeWords({ madeAt }: Audit): string {
  return `${periodWords(madeAt.slice(0, 10))} at ${madeAt.slice(11, 16)} UTC`;
}

/** What the first column of a table of rows is headed. */
export const placeHeading = ({ table: { placeWord } }: Audit) =>
  `${placeWord.charAt(0).toUpperCase()}${placeWord.slice(1)}`;

/** What a level says to people. */
export const levelWords = (level: 'likely' | 'possible') =>
  level === 'likely' ? 'Likely a fault' : 'Can be right';

/** The name of a report: the file's own without its ending, and the day. */
export function toReportName({ file, madeAt }: Audit, ending: 'html' | 'csv'): string {
  const stem = file.name
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `audit-${stem || 'file'}-${madeAt.slice(0, 10)}.${ending}`;
}

import { toSafeField } from '#src/results/to-safe-field.ts';
import type { Cell } from '#src/results/cell.ts';
import type { Audit } from '../audit.ts';
import { levelWords, personalAdvice } from './audit-words.ts';

const headings = [
  'Section',
  'What',
  'Level',
  'Dimension',
  'Column',
  'Count',
  'Place in the file',
  'Value',
  'Why',
  'What to do',
];

/** An audit as CSV after RFC 4180, a row for each finding and each of its first rows. No field of it can run as a formula. */
export function toAuditCsv(audit: Audit): string {
  const rows = [headings, ...toRows(audit)];
  return rows.map((row) => `${row.map(toSafeField).join(',')}\r\n`).join('');
}

function toRows(audit: Audit): Cell[][] {
  const { file, table, personal, findings, dimensions, checked, limits, madeAt, version, reading } = audit;
  const row = (section: string, what: string, rest: Partial<Record<string, Cell>> = {}): Cell[] => [
    section,
    what,
    ...headings.slice(2).map((heading) => rest[heading] ?? null),
  ];
  return [
    row('About', 'File', { Value: file.name }),
    row('About', 'Size in bytes', { Count: file.bytes }),
    row('About', 'SHA-256', { Value: file.sha256 }),
    row('About', 'Table', { Value: table.name }),
    row('About', 'Rows', { Count: table.rowCount }),
    row('About', 'Columns', { Count: table.columnCount }),
    row('About', 'Made', { Value: madeAt }),
    row('About', 'Version of Lunchtime Code Club', { Value: version }),
    ...table.others.map(({ name }) => row('About', 'Table that was not looked at', { Value: name })),
    ...personal.map(({ column, what, level, count, because, sample, place }) =>
      row('Personal data', what, {
        Level: levelWords(level),
        Column: column,
        Count: count,
        'Place in the file': place ?? null,
        Value: sample ?? null,
        Why: because,
        'What to do': personalAdvice[0] ?? null,
      }),
    ),
    ...findings.flatMap(({ title, level, dimension, column = null, count, says, advice, examples }) => {
      const base = { Level: levelWords(level), Dimension: dimension, Column: column };
      const shown = (examples?.rows ?? []).map(({ place, cells, marked: doubted, note = null }) => {
        const marked = cells.filter((_cell, index) => doubted.includes(index));
        const value = (marked.length > 0 ? marked : cells).join(' | ');
        return row('Row of a finding', title, {
          ...base,
          'Place in the file': place,
          Value: value,
          Why: note,
        });
      });
      return [row('Finding', title, { ...base, Count: count, Why: says, 'What to do': advice }), ...shown];
    }),
    ...dimensions.flatMap(({ name, measured, cannotTell }) => [
      ...measured.map((sentence) => row('Measured', sentence, { Dimension: name })),
      row('Cannot be told', cannotTell, { Dimension: name }),
    ]),
    ...reading.map((sentence) => row('How it was read', sentence)),
    ...checked.map((sentence) => row('Looked for', sentence)),
    ...limits.map((sentence) => row('Limit', sentence)),
  ];
}

import { countWords } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import type { Audit, AuditFinding, FindingExamples } from '../audit.ts';
import { madeWords, otherTableWords, personalAdvice, personalWords, summaryWords } from './audit-words.ts';

/** An audit as plain text, for the command line: what the page says, in its order. */
export function toAuditText(audit: Audit): string {
  const { file, table, findings, dimensions, columns, reading, remarks, checked, limits } = audit;
  const lines = [
    `Audit of ${file.name}`,
    `  ${table.name}: ${countWords(table.rowCount, 'row')}, ${countWords(table.columnCount, 'column')}`,
    `  ${numberWords(file.bytes)} bytes, SHA-256 ${file.sha256}`,
    `  Made on ${madeWords(audit)}, Lunchtime Code Club ${audit.version}`,
    ...otherTableWords(audit).map((words) => `  ${words}`),
    '',
    ...personalLines(audit),
    summaryWords(audit),
    ...findings.flatMap(findingLines),
    '',
    'The six dimensions of data quality',
    ...dimensions.flatMap(({ name, question, measured, cannotTell }) => [
      `  ${name}: ${question}`,
      ...measured.map((sentence) => `    ${sentence}`),
      `    Cannot be told: ${cannotTell}`,
    ]),
    '',
    'Columns',
    ...columns.map(
      ({ heading, type, filled, distinct, range }) =>
        `  ${heading}: ${type}, ${shareWords(filled, table.rowCount)} filled, ${countWords(distinct, 'different value')}${range === undefined ? '' : `, ${range}`}`,
    ),
    ...section('How it was read', reading),
    ...section('Notes in the file', remarks.slice(0, 20)),
    ...section('What was looked for', checked),
    ...section('Limits', limits),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `  ${sentence}`)];
}

function personalLines(audit: Audit): string[] {
  const { personal } = audit;
  if (personal.length === 0) return ['No personal data were recognised.', ''];
  return [
    'STOP: this file may hold personal data',
    ...personal.map((each) => `  ${personalWords(each, audit)}`),
    ...personalAdvice.map((sentence) => `  ${sentence}`),
    '',
  ];
}

function findingLines({ title, column, says, advice, level, examples }: AuditFinding): string[] {
  return [
    '',
    `  ${title}${column === undefined ? '' : `, in “${column}”`} (${level === 'likely' ? 'likely a fault' : 'can be right'})`,
    `    ${says}`,
    `    ${advice}`,
    ...(examples ? exampleLines(examples) : []),
  ];
}

function exampleLines({ headings, rows }: FindingExamples): string[] {
  return rows.map(({ place, cells, marked, note }) => {
    const shown = cells.map((cell, index) => {
      const text = `${headings[index] ?? ''}: ${cell === '' ? '(empty)' : cell}`;
      return marked.includes(index) ? `>> ${text} <<` : text;
    });
    return `      ${place}. ${shown.join(' | ')}${note === undefined ? '' : ` (${note})`}`;
  });
}

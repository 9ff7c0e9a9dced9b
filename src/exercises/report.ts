import type { Cell } from '#src/results/cell.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import type { VerdictWords } from '#src/checker/verdict.ts';
import type { AnswerVerdictKind } from './verdict.ts';

/** What a learner hands over who thinks that an answer was refused wrongly: enough to judge it again elsewhere. */
export interface Report {
  readonly exercise: string;
  readonly version: string;
  /** The checksum of each table's file, by the table's name. */
  readonly data: Readonly<Record<string, string>>;
  readonly verdict: AnswerVerdictKind;
  readonly words: string;
  /** As the learner typed it: a query, a figure, letters of options, lines. */
  readonly answer: string;
  readonly found?: ReportTable;
  readonly expected?: ReportTable;
}

/** The first rows of a result. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly rows: readonly (readonly Cell[])[];
}

const maxReportRows = 20;

export function toReportTable({ columns, rows, rowCount }: ResultTable): ReportTable {
  return { columns: columns.map(({ name }) => name), rowCount, rows: rows.slice(0, maxReportRows) };
}

/** The words of a verdict as one plain line. */
export function toReportWords({ headline, body }: VerdictWords): string {
  return `${headline} ${body}`
    .replace(/`|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A report as YAML, which `npm run lessons:try` reads again. It ends with the entries that a trainer pastes into the
 * exercise's file: one to accept the answer, one to refuse it with words of its own.
 *
 * @param isQuery - false for an answer that is no query: its file has no place for such entries
 */
export function toReport(
  { exercise, version, data, verdict, words, answer, found, expected }: Report,
  { isQuery = true } = {},
): string {
  return [
    '# An answer that its writer thinks is right, and what the checker said of it.',
    '# To judge it again: npm run lessons:try -- <this file>',
    `exercise: ${toYamlText(exercise)}`,
    `version: ${toYamlText(version)}`,
    'data:',
    ...Object.entries(data).map(([table, checksum]) => `  ${toYamlText(table)}: ${toYamlText(checksum)}`),
    `verdict: ${toYamlText(verdict)}`,
    `words: ${toYamlText(words)}`,
    `answer: ${toBlock(answer, 2)}`,
    ...toTableLines('found', found),
    ...toTableLines('expected', expected),
    '',
    ...(isQuery ? toEntries(exercise, answer) : []),
  ].join('\n');
}

function toEntries(exercise: string, answer: string): string[] {
  return [
    `# If the answer is right, put this into lessons/${toOneLine(exercise)}.yaml:`,
    'alternatives:',
    `  - ${toBlock(answer, 4)}`,
    '# If it is wrong, put this there, with words that help:',
    'wrong:',
    `  - answer: ${toBlock(answer, 6)}`,
    '    feedback: Say what went wrong and what to look at.',
    '',
  ];
}

function toTableLines(name: string, table: ReportTable | undefined): string[] {
  if (!table) return [];
  const { columns, rowCount, rows } = table;
  return [
    `${name}:`,
    `  columns: ${toYamlJson(columns)}`,
    `  rowCount: ${rowCount}`,
    // JSON is YAML too.
    ...(rows.length === 0 ? ['  rows: []'] : ['  rows:', ...rows.map((row) => `    - ${toYamlJson(row)}`)]),
  ];
}

/** Text with its lines as they are, indented; what a block cannot hold is quoted. */
function toBlock(text: string, indent: number): string {
  const printable =
    /^[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
  if (text.trim() === '' || text.endsWith('\n') || text.startsWith('\n') || !printable.test(text))
    return toYamlJson(text);
  const lines = text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  return `|2-\n${lines.join('\n')}`;
}

function toYamlText(text: string): string {
  return /^[A-Za-z][\w/-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : toYamlJson(text);
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** JSON with everything escaped that YAML takes for a line break or refuses. */
function toYamlJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

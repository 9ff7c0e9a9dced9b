import { toReadSql, toSelectList } from '#src/explore/own-table-sql.ts';
import type { ReadyFile } from '#src/explore/own-table.ts';
import { placesInOrder } from '#src/explore/row-places.ts';
import type { LoadedTable } from '#src/explore/load-own-table.ts';
import { isErrorSql } from '#src/explore/values/error-cells.ts';
import { tidySql } from '#src/explore/values/number-forms.ts';
import { isOfficialMarkSql } from '#src/explore/values/official-marks.ts';
import type { Database } from '#src/results/database.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { typeWords } from '#src/words/type-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Audit, AuditColumn, AuditedFile, AuditFinding, GapReasons, PersonalData } from './audit.ts';
import {
  askNumbers,
  findExamples,
  isDay,
  isNumber,
  spellingTable,
  fileTextTable,
  toLooks,
  valueView,
} from './audited-table.ts';
import type { AuditedColumn, AuditedTable } from './audited-table.ts';
import { checkedWords, limitWords } from './checked-words.ts';
import { findDateOrders } from './findings/date-order-findings.ts';
import { findDayFindings, findTextDateFindings, lastDay } from './findings/date-findings.ts';
import { findNumberFindings } from './findings/number-findings.ts';
import { findPairFindings } from './findings/pair-findings.ts';
import { findPeriodGaps } from './findings/period-findings.ts';
import { findColumnFindings, findRepeatedKeys, findRowFindings } from './findings/row-findings.ts';
import { findSpellingFindings } from './findings/spelling-findings.ts';
import { findTextFindings, findWrittenFaults } from './findings/text-findings.ts';
import { findTotals } from './findings/total-findings.ts';
import { findLostZeros, findTypeFindings } from './findings/type-findings.ts';
import { findInComments, findReadingFindings } from './findings/reading-findings.ts';
import { countPersonal } from './personal/count-personal.ts';
import { maskWithin } from './personal/mask-text.ts';
import { toAuditDimensions } from './to-audit-dimensions.ts';

/** What is audited: a file that was read and looked at. */
export interface AuditRequest {
  readonly file: AuditedFile;
  /** The name by which DuckDB knows the rows of the file. */
  readonly source: string;
  readonly ready: ReadyFile;
  readonly loaded: LoadedTable;
  /** Now, ISO. */
  readonly madeAt: string;
  readonly version: string;
  /** Called with the share of the work that is done. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Audit one table of a file: likely personal data, likely faults with their rows, and the six dimensions of data quality.
 * Makes its own tables in the database and takes them away again.
 */
export async function auditTable(database: Database, request: AuditRequest): Promise<Audit> {
  const { ready, loaded, source } = request;
  const text = toReadSql(source, ready.format, ready.columns);
  await database.query(
    `CREATE TABLE ${fileTextTable} AS SELECT *, row_number() OVER () - 1 AS "#" FROM ${text}`,
  );
  await database.query(
    `CREATE VIEW ${valueView} AS SELECT "#", ${toSelectList(loaded.columns)} FROM ${fileTextTable}`,
  );
  try {
    return await audit(database, request);
  } finally {
    await database.query(`DROP VIEW ${valueView}`);
    await database.query(`DROP TABLE IF EXISTS ${spellingTable}`);
    await database.query(`DROP TABLE ${fileTextTable}`);
  }
}

async function audit(database: Database, request: AuditRequest): Promise<Audit> {
  const { file, ready, loaded, madeAt, version, onProgress = () => undefined } = request;
  const today = madeAt.slice(0, 10);
  const { columns, measured } = await measureColumns(database, request);
  const rowCount = loaded.profile.rowCount;
  const isCounted = ready.tables.find(({ id }) => id === ready.table)?.rowCount === rowCount;
  const places = isCounted ? ready.places : placesInOrder(ready.places.word);
  const bare: AuditedTable = { database, columns, rowCount, places, today };

  // Before anything of a value is shown: what is found here is blotted out from then on.
  const personal: PersonalData[] = findInComments(ready);
  for (const [index, column] of columns.entries()) {
    await makeSpellings(database, column);
    personal.push(...(await countPersonal(bare, column)));
    onProgress((0.4 * (index + 1)) / columns.length);
  }
  const about = new Set(personal.filter(({ isWhole }) => isWhole).map(({ column }) => column));
  const table: AuditedTable = {
    ...bare,
    columns: columns.map((column) => ({ ...column, isPersonal: about.has(column.heading) })),
  };
  const findings: AuditFinding[] = [
    ...findReadingFindings(ready),
    ...(await findRowFindings(table)),
    ...(await findColumnFindings(table)),
  ];
  for (const [index, column] of table.columns.entries()) {
    findings.push(...(await findColumnFaults(table, column)));
    onProgress(0.4 + (0.5 * (index + 1)) / columns.length);
  }
  const totals = await findTotals(table);
  const pairs = await findPairFindings(table);
  findings.push(...(await findDateOrders(table)));
  findings.push(...totals.findings, ...pairs.findings, ...(await findRepeatedKeys(table)));
  findings.push(...(await findFewGaps(table, measured)));
  const shown = measured.map((column) =>
    about.has(column.heading) ? { ...column, range: undefined } : column,
  );
  const ordered = orderFindings(findings);
  return {
    file,
    table: toPart(ready, rowCount, measured.length),
    madeAt,
    version,
    personal: personal.toSorted((a, b) => rank(a.level) - rank(b.level) || b.count - a.count),
    findings: ordered,
    dimensions: toAuditDimensions({
      rowCount,
      columns: shown,
      wholeRows: await countWholeRows(table, measured),
      findings: ordered,
      keys: toKeys(loaded, columns),
      cameOut: totals.cameOut,
      held: pairs.held,
      lastDays: table.columns.flatMap((column) => toLastDay(column)),
      today,
    }),
    columns: shown,
    reading: [
      ...ready.notes,
      ...ready.steps.map(({ sentence }) => sentence),
      ...loaded.notes,
      ...loaded.steps.map(({ sentence }) => sentence),
    ].map(maskWithin),
    remarks: ready.remarks.map(maskWithin),
    checked: checkedWords,
    limits: toLimits(ready, isCounted),
  };
}

/** Those that hardly can be meant first, those of whole rows before those of a column. */
function orderFindings(findings: readonly AuditFinding[]): AuditFinding[] {
  return findings.toSorted((a, b) => rank(a.level) - rank(b.level));
}

const rank = (level: AuditFinding['level']) => (level === 'likely' ? 0 : 1);

async function makeSpellings(database: Database, { name, type }: AuditedColumn): Promise<void> {
  if (type !== 'VARCHAR') return;
  const text = toQuotedName(name);
  await database.query(
    `CREATE OR REPLACE TABLE ${spellingTable} AS SELECT ${text} AS v, count(*) AS n FROM ${fileTextTable} WHERE ${text} IS NOT NULL GROUP BY 1`,
  );
}

async function findColumnFaults(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  if (column.filled === 0) return [];
  const lostZeros = await findLostZeros(table, column);
  if (column.type !== 'VARCHAR')
    return [
      ...(await findWrittenFaults(table, column)),
      ...lostZeros,
      ...(await findNumberFindings(table, column)),
      ...(await findDayFindings(table, column)),
      ...(await findPeriodGaps(table, column)),
    ];
  await makeSpellings(table.database, column);
  return [
    ...(await findTextFindings(table, column)),
    ...(await findTypeFindings(table, column)),
    ...(await findTextDateFindings(table, column)),
    ...lostZeros,
    ...(await findSpellingFindings(table, column)),
    ...(await findPeriodGaps(table, column)),
  ];
}

const columnsAtOnce = 20;

/** The columns of the file, without those of marks that the reader set beside them. */
async function measureColumns(
  database: Database,
  { ready, loaded }: AuditRequest,
): Promise<{ readonly columns: AuditedColumn[]; readonly measured: AuditColumn[] }> {
  const own = loaded.profile.columns.filter(({ name }) =>
    ready.columns.some((column) => column.name === name),
  );
  const texts = await countTexts(database, own);
  const columns: AuditedColumn[] = [];
  const measured: AuditColumn[] = [];
  for (const [index, profile] of own.entries()) {
    const { name, type, distinct, smallest, largest } = profile;
    const there = loaded.profile.rowCount - profile.missing;
    const counts = texts[index] ?? { written: there, percents: 0, symbols: 0, errors: 0 };
    const filled = Math.min(counts.written, there);
    const heading = maskWithin(profile.heading.trim() === '' ? name : profile.heading);
    const looks = toLooks(heading);
    const isPercent = looks.isPercent || (isNumber(profile) && counts.percents > 0);
    columns.push({
      name,
      heading,
      type,
      filled,
      distinct,
      smallest,
      largest,
      isPersonal: false,
      looks: { ...looks, isPercent },
    });
    const range =
      smallest === null || type === 'VARCHAR'
        ? undefined
        : smallest === largest
          ? smallest
          : `${smallest} to ${largest ?? ''}`;
    measured.push({
      heading,
      type: typeWords(type),
      filled,
      missing: loaded.profile.rowCount - filled,
      marked: toReasons(Math.max(0, counts.written - there), counts),
      distinct,
      range,
    });
  }
  return { columns, measured };
}

interface TextCounts {
  readonly written: number;
  readonly percents: number;
  readonly symbols: number;
  readonly errors: number;
}

/** Of each column: texts that are there, those with a per cent sign, official symbols and errors of a spreadsheet. */
async function countTexts(
  database: Database,
  columns: readonly { readonly name: string }[],
): Promise<TextCounts[]> {
  const counted: TextCounts[] = [];
  for (let start = 0; start < columns.length; start += columnsAtOnce) {
    const some = columns.slice(start, start + columnsAtOnce);
    const counts = some.flatMap(({ name }) => {
      const text = toQuotedName(name);
      return [
        `count(nullif(trim(${text}), ''))`,
        `count(*) FILTER (ends_with(${text}, '%'))`,
        `count(*) FILTER (${text} <> '' AND ${isOfficialMarkSql(tidySql(text))})`,
        `count(*) FILTER (${isErrorSql(text)})`,
      ];
    });
    const { rows } = await database.query(`SELECT ${counts.join(', ')} FROM ${fileTextTable}`);
    const numbers = (rows[0] ?? []).map(Number);
    for (const index of some.keys()) {
      const [written = 0, percents = 0, symbols = 0, errors = 0] = numbers.slice(index * 4, index * 4 + 4);
      counted.push({ written, percents, symbols, errors });
    }
  }
  return counted;
}

/** Why cells that count as missing are not empty. */
function toReasons(gaps: number, { symbols, errors }: TextCounts): GapReasons {
  if (gaps === 0) return { symbols: 0, words: 0, errors: 0 };
  return { symbols, errors, words: Math.max(0, gaps - symbols - errors) };
}

async function countWholeRows(
  { database, columns }: AuditedTable,
  measured: readonly AuditColumn[],
): Promise<number> {
  const gappy = columns.filter((_column, index) => (measured[index]?.missing ?? 0) > 0);
  const whole = gappy.map(({ name, type }) =>
    type === 'VARCHAR' ? `trim(${toQuotedName(name)}) <> ''` : `${toQuotedName(name)} IS NOT NULL`,
  );
  const { rows } = await database.query(
    `SELECT count(*) FROM ${valueView}${whole.length === 0 ? '' : ` WHERE ${whole.join(' AND ')}`}`,
  );
  return Number(rows[0]?.[0]);
}

/** Gaps in columns that are full but for a few rows. */
async function findFewGaps(table: AuditedTable, measured: readonly AuditColumn[]): Promise<AuditFinding[]> {
  if (table.rowCount < 20) return [];
  const gappy = table.columns.filter((_column, index) => {
    const { missing = 0, marked } = measured[index] ?? {};
    const written = marked ? marked.symbols + marked.words + marked.errors : 0;
    return missing > 0 && written === 0 && missing <= Math.max(1, table.rowCount * 0.01);
  });
  if (gappy.length === 0) return [];
  const condition = gappy.map(({ name }) => `coalesce(trim(${toQuotedName(name)}), '') = ''`).join(' OR ');
  const [count = 0] = await askNumbers(table, `SELECT count(*) FROM ${fileTextTable} WHERE ${condition}`);
  if (count === 0) return [];
  return [
    {
      kind: 'few-gaps',
      dimension: 'Completeness',
      level: 'possible',
      title: 'A few values missing where all others are there',
      column: gappy.length === 1 ? gappy[0]?.heading : undefined,
      count,
      says: `${countWords(count, 'row')} ${inNumber(count, 'lacks', 'lack')} a value in ${listWords(gappy.slice(0, 5).map(({ heading }) => `“${heading}”`))}${gappy.length > 5 ? ` or ${gappy.length - 5} more columns` : ''}, which ${inNumber(gappy.length, 'is', 'are')} otherwise full.`,
      advice: 'Find out whether the values exist.',
      examples: await findExamples(table, `(${condition})`, gappy, 'gaps'),
    },
  ];
}

function toKeys({ profile }: LoadedTable, columns: readonly AuditedColumn[]): string[][] {
  const headings = new Map(columns.map(({ name, heading }) => [name, heading]));
  return profile.keys
    .filter((key) => key.every((name) => headings.has(name)))
    .map((key) => key.map((name) => headings.get(name) ?? name));
}

function toLastDay(column: AuditedColumn) {
  const last = lastDay(column);
  if (last === undefined || !isDay(column)) return [];
  return [{ heading: column.heading, first: (column.smallest ?? last).slice(0, 10), last }];
}

function toPart(ready: ReadyFile, rowCount: number, columnCount: number): Audit['table'] {
  const chosen = ready.tables.find(({ id }) => id === ready.table);
  return {
    id: ready.table,
    name: maskWithin(chosen?.name ?? ready.table),
    rowCount,
    columnCount,
    placeWord: ready.places.word,
    others: ready.tables
      .filter(({ id }) => id !== ready.table)
      .map(({ id, name }) => ({ id, name: maskWithin(name) })),
  };
}

function toLimits({ tables, places }: ReadyFile, isCounted: boolean): string[] {
  const others = tables.length - 1;
  return [
    ...limitWords,
    ...(others > 0
      ? [
          `Only one table was looked at. The file holds ${countWords(others, 'other')}, which may hold other faults and personal data.`,
        ]
      : []),
    ...(isCounted
      ? places.word === 'line'
        ? ['Lines are counted as a text editor counts them, from the first line of the file.']
        : []
      : [`The ${places.word}s are counted from the first of the table, not of the file.`]),
  ];
}

import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import type { OwnColumn, ReadingStep } from '../own-table.ts';
import { periodForms, toFormSql, toKindSql, toSortedSql } from './period-forms.ts';
import type { PeriodKind } from './period-forms.ts';

/** A column that holds periods and nothing else. */
interface PeriodColumn {
  readonly name: string;
  readonly text: string;
  /** Values of each kind, totals left out. */
  readonly kinds: ReadonlyMap<PeriodKind, number>;
  readonly forms: readonly string[];
  /** Both 2023-24 and 2023/24. */
  readonly isMixed: boolean;
  readonly turned: Turned | undefined;
}

/** What is written anew in a column. */
interface Turned {
  readonly id: 'quarters' | 'months';
  readonly count: number;
  readonly example: string;
  readonly becomes: string;
}

interface Periods {
  /** An expression for each column whose texts are changed. */
  readonly sql: ReadonlyMap<string, string>;
  /** An expression of the kind of period, for each column that holds several. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly steps: readonly ReadingStep[];
  readonly notes: readonly string[];
}

const rowsTriedFirst = 1000;
const words: Readonly<Record<PeriodKind, string>> = {
  year: 'years',
  'financial year': 'financial years',
  quarter: 'quarters',
  month: 'months',
  span: 'spans of months',
  week: 'weeks',
  total: 'totals',
};

/**
 * Columns of financial years, quarters, months and the like. They stay text; what is written so that it does not sort in order
 * of time (Q1 2024, Dec 1995) is written anew (2024 Q1, 1995-12). Where one column holds several kinds, as the series of ONS do,
 * another says which.
 *
 * @param staged - A table with every column as text.
 * @param off - The steps that the person does not want: `quarters`, `months`, `period-kinds`.
 */
export async function findPeriods(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
  off: readonly string[],
): Promise<Periods> {
  const found: PeriodColumn[] = [];
  for (const { name } of columns) {
    const column = await readPeriods(database, staged, name);
    if (column) found.push(column);
  }
  const steps: ReadingStep[] = [];
  const sql = new Map<string, string>();
  const untouched: string[] = [];
  for (const id of ['quarters', 'months'] as const) {
    const turned = found.filter((column) => column.turned?.id === id);
    if (turned.length === 0) continue;
    if (off.includes(id)) {
      untouched.push(
        `${listWords(turned.map(({ name }) => name))}: ${id} written so that the text does not sort in order of time.`,
      );
      continue;
    }
    for (const { name, text, forms } of turned) sql.set(name, toSortedSql(text, forms));
    steps.push(toTurnStep(id, turned));
  }
  const several = off.includes('period-kinds') ? [] : found.filter(({ kinds }) => kinds.size > 1);
  return {
    sql,
    kinds: new Map(several.map(({ name, text }) => [name, toKindSql(text)])),
    steps: [...steps, ...several.map(toKindStep)],
    notes: [...toNotes(found.filter(({ turned }) => !turned)), ...untouched],
  };
}

async function readPeriods(
  database: Database,
  staged: string,
  name: string,
): Promise<PeriodColumn | undefined> {
  const text = `trim(${toQuotedName(name)})`;
  const from = (source: string) =>
    `(SELECT ${text} AS period, ${toFormSql(text)} AS form FROM ${source} WHERE ${text} <> '')`;
  // Patterns are slow, and a file may have a million rows.
  const first = `(FROM ${toQuotedName(staged)} LIMIT ${rowsTriedFirst})`;
  const tried = await database.query(`SELECT count(*), count(*) FILTER (form = '') FROM ${from(first)}`);
  const [some = 0, misfits = 0] = (tried.rows[0] ?? []).map(Number);
  if (some === 0 || misfits > 0) return undefined;
  const { rows } = await database.query(
    `SELECT form, count(*), left(min(period), 40), count(*) FILTER (contains(period, '/')) FROM ${from(toQuotedName(staged))} GROUP BY form`,
  );
  const seen = new Map(rows.map(([form, count]) => [String(form), Number(count)]));
  const either = seen.get('either') ?? 0;
  const isMonths = seen.has('iso-month') || seen.has('slashed-month');
  // Nobody can tell 2011-12, the year, from 2011-12, the month, where there are both.
  if (seen.has('') || (either > 0 && isMonths && seen.has('financial'))) return undefined;
  const kinds = new Map<PeriodKind, number>();
  for (const [form, count] of seen) {
    const kind = kindOf(form, isMonths);
    if (kind !== 'total') kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  if (kinds.size === 0) return undefined;
  const forms = [...seen.keys(), ...(either > 0 && isMonths ? ['slashed-month'] : [])];
  const turning = periodForms.filter(({ id, toSorted }) => toSorted && forms.includes(id));
  const years = rows.filter(([form]) => kindOf(String(form), isMonths) === 'financial year');
  const slashed = years.reduce((sum, [, , , count]) => sum + Number(count), 0);
  return {
    name,
    text,
    kinds,
    forms,
    isMixed: slashed > 0 && slashed < (kinds.get('financial year') ?? 0),
    turned: await findTurned(
      database,
      rows,
      turning.map(({ id }) => id),
    ),
  };
}

function kindOf(form: string, isMonths: boolean): PeriodKind {
  if (form === 'either') return isMonths ? 'month' : 'financial year';
  return periodForms.find(({ id }) => id === form)?.kind ?? 'total';
}

async function findTurned(
  database: Database,
  rows: readonly (readonly unknown[])[],
  turning: readonly string[],
): Promise<Turned | undefined> {
  const changed = rows.filter(([form]) => turning.includes(String(form)));
  const [example] = changed;
  if (!example) return undefined;
  const text = String(example[2]);
  const quoted = `'${text.replaceAll("'", "''")}'`;
  const becomes = await database.query(`SELECT ${toSortedSql(quoted, turning)}`);
  const areQuarters = changed.every(([form]) => form === 'quarter-first');
  return {
    id: areQuarters ? 'quarters' : 'months',
    count: changed.reduce((sum, [, count]) => sum + Number(count), 0),
    example: text,
    becomes: String(becomes.rows[0]?.[0]),
  };
}

function toTurnStep(id: 'quarters' | 'months', columns: readonly PeriodColumn[]): ReadingStep {
  const names = listWords(columns.map(({ name }) => name));
  const [first] = columns;
  const { example = '', becomes = '' } = first?.turned ?? {};
  const short = columns.some(({ forms }) => forms.includes('short-year'))
    ? ' Two digits behind a month were taken for a year, not for a day.'
    : '';
  return {
    id,
    count: columns.reduce((sum, { turned }) => sum + (turned?.count ?? 0), 0),
    sentence: `In ${names}, the year now stands ${id === 'quarters' ? 'before the quarter' : 'first and months are numbers'}, so that the text sorts in order of time: “${example}” is “${becomes}”.${short}`,
    undo: `Leave ${id} as they were written`,
  };
}

function toKindStep({ name, kinds }: PeriodColumn): ReadingStep {
  const list = [...kinds].map(([kind, count]) => `${words[kind]} (${numberWords(count)})`);
  return {
    id: 'period-kinds',
    count: [...kinds.values()].reduce((sum, count) => sum + count, 0),
    sentence: `${name} holds ${listWords(list)} in one column, so a total over all rows counts the same time more than once. ${name}_kind says which each row is.`,
    undo: 'Leave out the kind of period',
  };
}

function toNotes(columns: readonly PeriodColumn[]): string[] {
  const notes: string[] = [];
  const pure = columns.filter(({ kinds }) => kinds.size === 1);
  for (const kind of ['financial year', 'quarter', 'month', 'week', 'span'] as const) {
    const own = pure.filter(({ kinds, isMixed }) => kinds.has(kind) && !isMixed);
    if (own.length > 0)
      notes.push(
        `${listWords(own.map(({ name }) => name))}: ${words[kind]}. They stay text, which sorts in order of time.`,
      );
  }
  const mixed = columns.filter(({ isMixed }) => isMixed);
  const [first] = mixed;
  if (first)
    notes.push(
      `${listWords(mixed.map(({ name }) => name))}: financial years written in two ways, such as 2023-24 and 2023/24. SQL takes these for different values: \`replace(${first.name}, '/', '-')\` makes them one.`,
    );
  return notes;
}

import type { OwnType } from '#src/explore/own-table.ts';
import type { RowPlaces } from '#src/explore/row-places.ts';
import { placeOfRow } from '#src/explore/row-places.ts';
import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { FindingExamples } from './audit.ts';
import { maskText, maskWithin } from './personal/mask-text.ts';
import { showText } from './show-text.ts';

/** The file's own texts, one column each, with the number of the row in `#`. */
export const fileTextTable = '"audit text"';
/** The same rows as the values that the reader made of them. */
export const valueView = '"audit values"';
/** The different texts of one column, `v`, and how often each stands, `n`: made for one column after another. */
export const spellingTable = '"audit spellings"';

/** A column as the finders see it. */
export interface AuditedColumn {
  readonly name: string;
  /** What people know it by: the file's heading, or the name that it was given. */
  readonly heading: string;
  readonly type: OwnType;
  /** Values that are there, and different ones among them. */
  readonly filled: number;
  readonly distinct: number;
  readonly smallest: string | null;
  readonly largest: string | null;
  /** Whether its values must not be shown. */
  readonly isPersonal: boolean;
  readonly looks: ColumnLooks;
}

/** What the name of a column says of its values. */
export interface ColumnLooks {
  readonly isCode: boolean;
  readonly isPercent: boolean;
  /** A change, a balance or the like, which may be below zero and past 100%. */
  readonly isChange: boolean;
  /** A place on the map. */
  readonly isPlace: boolean;
  readonly isYear: boolean;
  readonly isAverage: boolean;
}

/** A table under audit. */
export interface AuditedTable {
  readonly database: Database;
  readonly columns: readonly AuditedColumn[];
  readonly rowCount: number;
  readonly places: RowPlaces;
  /** Today, ISO. */
  readonly today: string;
}

/** The words of a heading in small letters, with `_` between them: `crsCode` has two. */
export function toNameWords(heading: string): string {
  return heading
    .slice(0, 300)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

export function toLooks(heading: string): ColumnLooks {
  const name = toNameWords(heading);
  const word = (words: string) => new RegExp(`(^|_)(${words})(_|$)`).test(name);
  return {
    // In a long heading, a word such as “code” is about something else.
    isCode:
      name.split('_').length <= 5 &&
      word(
        'codes?|ids?|identifier|refs?|references?|no|nos|num|numbers?|keys?|urn|uprn|usrn|ukprn|sic|gss|lad|isbn|post_?codes?|tele?phone|phone|tel|mobile|fax|zip|serial',
      ),
    isPercent: /%|\bper ?cent/i.test(heading) || word('percent|percentage|pct|proportion'),
    isChange: word(
      'changes?|growth|diff|difference|differences|variance|balance|net|movement|adjustment|margin|swing|index|inflation|increase|decrease|profit|surplus|deficit|lag|delta|anomaly|temp|temperature|tmin|tmax|gap|lead|ratio|of_target',
    ),
    isPlace: word('lat|lon|long|lng|latitude|longitude|easting|northing|x|y'),
    isYear: word('years?|yr'),
    isAverage:
      /%/.test(heading) ||
      word(
        'rate|rates|average|avg|mean|median|per|percent|percentage|pct|proportion|ratio|score|index|price|unit|age|rank|decile|share',
      ),
  };
}

export const isNumber = ({ type }: Pick<AuditedColumn, 'type'>) =>
  /^(BIGINT|HUGEINT|DOUBLE|DECIMAL)/.test(type);
/** Numbers that count or measure, unlike codes, years and places on a map. */
export const isMeasure = (column: AuditedColumn) =>
  isNumber(column) && !column.looks.isCode && !column.looks.isYear && !column.looks.isPlace;
export const isDay = ({ type }: AuditedColumn) => type === 'DATE' || type === 'TIMESTAMP';

const titled = /^\s*(mr|mrs|ms|miss|mx)\b/i;

/** A text of a column as it may be shown. */
export function showValue({ isPersonal }: AuditedColumn, value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return isPersonal || titled.test(text) ? maskText(text) : maskWithin(showText(text));
}

/** Such as `“Leeds”`, for sentences. */
export const quoteValue = (column: AuditedColumn, value: unknown) => `“${showValue(column, value)}”`;

const mostExamples = 5;
const mostLabels = 2;

/** The columns that tell a person which row it is, beside those that are doubted. */
function withLabels({ columns }: AuditedTable, doubted: readonly AuditedColumn[]): readonly AuditedColumn[] {
  const labels = columns
    .filter((column) => !doubted.includes(column) && column.filled > 0)
    .filter((column, index) => index === 0 || column.type === 'VARCHAR')
    .slice(0, mostLabels);
  const shown = [...labels, ...doubted];
  return columns.filter((column) => shown.includes(column));
}

/**
 * The first rows for which a condition holds.
 *
 * @param condition - SQL over the file's texts.
 * @param doubted - The columns that are marked; none where whole rows are doubted.
 * @param marks - Which of their cells are: all, or those without a value.
 */
export async function findExamples(
  table: AuditedTable,
  condition: string,
  doubted: readonly AuditedColumn[],
  marks: 'all' | 'gaps' = 'all',
): Promise<FindingExamples> {
  return queryExamples(
    table,
    `SELECT "#" FROM ${fileTextTable} WHERE ${condition} ORDER BY "#" LIMIT ${mostExamples}`,
    doubted,
    marks,
  );
}

/** As `findExamples`, of the rows whose numbers a query gives first, with a text to say of each where it gives one. */
export async function queryExamples(
  table: AuditedTable,
  query: string,
  doubted: readonly AuditedColumn[],
  marks: 'all' | 'gaps' = 'all',
): Promise<FindingExamples> {
  const found = await table.database.query(query);
  const notes = new Map(found.rows.map(([row, note]) => [Number(row), note]));
  const shown = doubted.length === 0 ? table.columns.slice(0, 4) : withLabels(table, doubted.slice(0, 4));
  const headings = shown.map(({ heading }) => heading);
  if (notes.size === 0) return { headings, rows: [] };
  const texts = shown.map(({ name }) => `left(${toQuotedName(name)}, 200)`);
  const { rows } = await table.database.query(
    `SELECT "#", ${texts.join(', ')} FROM ${fileTextTable} WHERE "#" IN (${[...notes.keys()].join(', ')}) ORDER BY "#"`,
  );
  return {
    headings,
    rows: rows.map(([row, ...cells]) => {
      const note = notes.get(Number(row));
      return {
        place: placeOfRow(table.places, Number(row)),
        cells: cells.map((cell, index) => {
          const column = shown[index];
          return column ? showValue(column, cell) : '';
        }),
        marked: shown.flatMap((column, index) =>
          doubted.includes(column) && (marks === 'all' || isGap(cells[index])) ? [index] : [],
        ),
        ...(note === undefined || note === null ? {} : { note: String(note) }),
      };
    }),
  };
}

const isGap = (cell: unknown) => cell === null || cell === undefined || String(cell).trim() === '';

/** The first row of a query, as numbers; a gap counts as 0. */
export async function askNumbers({ database }: AuditedTable, sql: string): Promise<number[]> {
  const { rows } = await database.query(sql);
  return (rows[0] ?? []).map(Number);
}

import { isFilled, isFigure, isPeriod, isStandIn, isUnit } from './cell-shapes.ts';

/** A line of a file as text, one field a column. */
export interface TextRecord {
  readonly fields: readonly string[];
  /** The line, or the row of a sheet, on which it starts, from 1. */
  readonly line: number;
}

/** What stands at the top of a table. */
export interface TableHead {
  /** Records before the headings: titles and empty lines. */
  readonly titles: number;
  /** Records that hold headings; 0 where there are none. */
  readonly headingLines: number;
  /** Records under the headings that describe the columns and are no rows: code, unit, date of release. */
  readonly descriptions: number;
  /** One for each column, lines joined; empty where the file gives none. */
  readonly headings: readonly string[];
}

const rowsLookedAt = 40;
const mostHeadingLines = 4;

/**
 * Find the headings of a table in its first records: the titles above them are told from them, and headings of several
 * lines are joined.
 *
 * @param width - How many columns the rows have.
 * @param options.spread - Fills the gaps of a line of headings; without it a heading goes on to the right until the next.
 * @param options.oneLine - Takes one line of headings at most.
 * @example
 * findHead([['', '2023', ''], ['Place', 'Spend', 'Staff'], ['York', '1', '2']], 3).headings // => ['Place', '2023 Spend', '2023 Staff']
 */
export function findHead(
  records: readonly TextRecord[],
  width: number,
  options: {
    readonly spread?: (record: TextRecord) => readonly string[];
    readonly oneLine?: boolean;
    readonly noTitles?: boolean;
    readonly noDescriptions?: boolean;
  } = {},
): TableHead {
  const spread = options.spread ?? (({ fields }: TextRecord) => fillRight(fields));
  for (let at = 0; at < records.length; at++) {
    const record = records[at];
    if (!record) break;
    const lines = options.oneLine ? 1 : countHeadingLines(records.slice(at), width);
    const below = records.slice(at + lines);
    if (
      !options.noTitles &&
      width > 1 &&
      (isTitle(record, width, lines) ||
        ((lines === 1 || isPair(records[at - 1])) && isDescribing(record, records.slice(at + 1), width)))
    )
      continue;
    if (lines === 1 && looksLikeValues(record.fields, below)) return { ...noHead(width), titles: at };
    const parts = records.slice(at, at + lines);
    const descriptions = options.noDescriptions ? 0 : countDescriptions(below);
    return { titles: at, headingLines: lines, descriptions, headings: joinHeadings(parts, width, spread) };
  }
  return noHead(width);
}

const noHead = (width: number): TableHead => ({
  titles: 0,
  headingLines: 0,
  descriptions: 0,
  headings: Array.from({ length: width }, () => ''),
});

/** What series of figures say of themselves between their headings and their rows. */
const describing =
  /^(cdid|series ?(id|code)|source dataset ?id|dataset ?(id|identifier)?|pre-?unit|units?( of measure)?|release date|next release|last updated?|important notes?|notes?|title|seasonal(ly)? adjust(ed|ment)|base ?(year|period)|frequency|multiplier|measure|source)$/i;
const mostDescriptions = 25;

/**
 * How many records under the headings describe the columns, as those of a time series of ONS do: they have words where the rows
 * have periods.
 */
function countDescriptions(records: readonly TextRecord[]): number {
  const count = records.findIndex(({ fields }) => isPeriod(fields[0]?.trim() ?? ''));
  if (count < 1 || count > mostDescriptions) return 0;
  const rows = records.slice(count, count + rowsLookedAt);
  if (rows.some(({ fields }) => isFilled(fields[0]) && !isPeriod(fields[0]?.trim() ?? ''))) return 0;
  if (!rows.some(({ fields }) => fields.slice(1).some(isFigure))) return 0;
  const above = records.slice(0, count).filter(({ fields }) => fields.some(isFilled));
  const isKnown = ({ fields }: TextRecord) => describing.test(fields[0]?.trim() ?? '');
  return above.some(isKnown) &&
    above.every((record) => isKnown(record) || !record.fields.slice(1).some(isFigure))
    ? count
    : 0;
}

const isPair = (record: TextRecord | undefined) =>
  record?.fields.findLastIndex(isFilled) === 1 && isFilled(record.fields[0]);

/** A name and its value above a table of more columns, such as `Date, 2021` in a download from Nomis. */
function isDescribing(record: TextRecord, below: readonly TextRecord[], width: number): boolean {
  if (width < 3 || !isPair(record)) return false;
  const head = below.slice(0, mostDescriptions).findIndex(({ fields: each }) => {
    const filled = each.filter(isFilled);
    return (
      filled.length >= Math.max(3, width - 1) && !filled.some((field) => isFigure(field) && !isPeriod(field))
    );
  });
  // Nothing but other names and titles until the headings.
  return head >= 0 && below.slice(0, head).every((record) => record.fields.findLastIndex(isFilled) <= 1);
}

/** True for lines of a name and its value each, or of a title, as they stand above the table that they describe. */
export function areDescriptions(records: readonly TextRecord[]): boolean {
  const filled = records.filter(({ fields }) => fields.some(isFilled));
  const named = filled.filter(({ fields }) => fields.filter(isFilled).length === 2 && isFilled(fields[0]));
  const figures = named.filter(
    ({ fields }) => isFigure(fields[1] ?? '') && !isPeriod((fields[1] ?? '').trim()),
  );
  return (
    named.length > 0 &&
    filled.length <= mostDescriptions &&
    filled.every(({ fields }) => fields.findLastIndex(isFilled) <= 1) &&
    figures.length * 2 < named.length
  );
}

/** A line with one filled field; or a few, where a title has commas of its own. A group of columns is headed further right. */
function isTitle({ fields }: TextRecord, width: number, headingLines: number): boolean {
  const filled = fields.filter(isFilled).length;
  if (filled === 0) return true;
  if (headingLines > 1 && !isFilled(fields[0])) return false;
  if (filled === 1) return true;
  const own = fields.findLastIndex(isFilled) + 1;
  return own !== width && fields.length !== width && filled * 2 < width;
}

/** How many records from the first on hold headings, by how they differ from the rows of figures below them. */
function countHeadingLines(records: readonly TextRecord[], width: number): number {
  let lines = 1;
  while (lines < mostHeadingLines && goesOn(records, lines, width)) lines++;
  return lines;
}

function goesOn(records: readonly TextRecord[], lines: number, width: number): boolean {
  const above = records[lines - 1]?.fields ?? [];
  const line = records[lines]?.fields ?? [];
  const rows = withoutWords(
    records
      .slice(lines + 1, lines + 1 + rowsLookedAt)
      .filter(({ fields }) => fields.filter(isFilled).length > 1),
    mostHeadingLines - lines - 1,
  );
  if (rows.length === 0 || line.filter(isFilled).length < 2) return false;
  const figures = Array.from({ length: width }, (_column, index) => index).filter((index) =>
    holdsFigures(rows, index),
  );
  const here = figures.filter((index) => isFilled(line[index]));
  if (here.length === 0) return false;
  const filled = line.filter(isFilled);
  const headed = filled.every((field) => !isFigure(field) || isPeriod(field)) && !filled.some(isStandIn);
  const areYears = here.every((index) => isPeriod(line[index] ?? ''));
  const rowsAreYears = here.every((index) => rows.every(({ fields }) => isPeriod(fields[index] ?? '')));
  if (!headed || (areYears && rowsAreYears)) return false;
  const gaps = Array.from({ length: width }, (_column, index) => index).filter(
    (index) => !isFilled(above[index]),
  );
  const fillsGap = gaps.some((index) => isFilled(line[index]));
  const repeats = new Set(above.filter(isFilled)).size < above.filter(isFilled).length;
  const areUnits = here.every((index) => isUnit(line[index] ?? ''));
  return fillsGap || repeats || areUnits;
}

/**
 * The rows from the first with a figure on, where no more than so many stand above it: over few rows of figures, more lines of
 * headings would count as rows without them.
 */
function withoutWords(rows: readonly TextRecord[], most: number): readonly TextRecord[] {
  const first = rows.findIndex(({ fields }) => fields.some((field) => isFigure(field) && !isPeriod(field)));
  return first > 0 && first <= most ? rows.slice(first) : rows;
}

/** True for a column of figures, with marks and gaps among them. */
function holdsFigures(rows: readonly TextRecord[], index: number): boolean {
  const values = rows
    .map(({ fields }) => fields[index] ?? '')
    .filter((field) => isFilled(field) && !isStandIn(field));
  return values.length > 0 && values.filter(isFigure).length >= values.length * 0.8;
}

/** True where the first line is a row and no heading: all of it figures, and not years over columns of other figures. */
function looksLikeValues(fields: readonly string[], rows: readonly TextRecord[]): boolean {
  const filled = fields.filter(isFilled);
  if (filled.length === 0 || !filled.every(isFigure)) return false;
  if (!filled.every(isPeriod) || filled.length < 2) return true;
  return rows.slice(0, rowsLookedAt).every((row) => row.fields.filter(isFilled).every(isPeriod));
}

function fillRight(fields: readonly string[]): string[] {
  let last = '';
  return fields.map((field) => (last = isFilled(field) ? field : last));
}

function joinHeadings(
  parts: readonly TextRecord[],
  width: number,
  spread: (record: TextRecord) => readonly string[],
): string[] {
  const lines = parts.map((part, index) => (index < parts.length - 1 ? spread(part) : part.fields));
  return Array.from({ length: width }, (_column, index) => {
    const words = lines.map((line) => tidy(line[index] ?? '')).filter((word) => word !== '');
    return words.filter((word, at) => word !== words[at - 1]).join(' ');
  });
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

const noteInHeading = /\s*[[(]\s*(?:foot)?notes?\s*[\d, and]{0,20}[\])]/gi;

/** Headings without the `[note 3]` in them, and which notes each of these had. */
export function takeNotesOff(headings: readonly string[]): {
  readonly headings: readonly string[];
  readonly taken: readonly string[];
} {
  const taken: string[] = [];
  const bare = headings.map((heading) => {
    const notes = heading.slice(0, 500).match(noteInHeading);
    const rest = heading.replace(noteInHeading, '').trim();
    if (!notes || rest === '') return heading;
    taken.push(`${rest}: ${notes.map((note) => note.trim()).join(' ')}`);
    return rest;
  });
  return { headings: bare, taken };
}

/**
 * True where lines after an empty one begin another table: a line of headings, with rows of figures below it, perhaps with
 * a title above. The headings of the table so far, again and without a title, go on with it.
 *
 * @param above - The first records before the empty line.
 */
export function beginsTable(
  records: readonly TextRecord[],
  headings: readonly string[],
  above: readonly TextRecord[] = [],
): boolean {
  const first = records.findIndex(({ fields }) => fields.filter(isFilled).length >= 2);
  if (first < 0) return false;
  const [head, ...rows] = records.slice(first);
  const next = rows[0]?.fields ?? [];
  if (!head || next.filter(isFilled).length < 2) return false;
  // Those lines above do not make a table: they belong to this one.
  if (head.fields.filter(isFilled).length > 2 && areDescriptions(above)) return false;
  const filled = head.fields.filter(isFilled);
  const isHeading = filled.every((field) => (!isFigure(field) || isPeriod(field)) && !isStandIn(field));
  if (!isHeading || new Set(filled).size < filled.length - 1) return false;
  const overFigures = head.fields.some(
    (field, index) =>
      isFilled(field) && isFigure(next[index] ?? '') && !(isPeriod(field) && isPeriod(next[index] ?? '')),
  );
  const titled = records
    .slice(0, first)
    .some(({ fields }) => /^\s*(table|annex|figure|part)\b/i.test(fields.find(isFilled) ?? ''));
  const isSame = filled.every((field) => headings.includes(field.trim()));
  return titled || (overFigures && !isSame);
}

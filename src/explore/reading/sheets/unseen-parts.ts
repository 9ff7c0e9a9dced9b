import { utils } from '@e965/xlsx';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { ReadingStep, UnseenParts, UnseenPlaces } from '../../own-table.ts';
import { personalKinds } from '../../profile/personal-kinds.ts';
import type { BookSheet, CellComment } from './book-sheets.ts';

/** The table that is read, whose headings name its columns. */
interface Chosen {
  readonly sheet: BookSheet;
  readonly headings: readonly string[];
}

/** What a workbook holds that nobody sees who opens it, over all of its sheets. */
export function toUnseenParts(
  sheets: readonly BookSheet[],
  pivotCopies: number,
  chosen: Chosen,
): UnseenParts {
  const shown = sheets.filter(({ hidden }) => !hidden);
  const ofEach = (
    some: readonly BookSheet[],
    count: (sheet: BookSheet) => number,
    where: (sheet: BookSheet) => string,
  ): UnseenPlaces[] =>
    some.flatMap((sheet) =>
      count(sheet) === 0 ? [] : [{ sheet: sheet.name, count: count(sheet), where: where(sheet) }],
    );
  const comments = sheets.flatMap(({ unseen }) => unseen.comments);
  return {
    sheets: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    rows: ofEach(
      shown,
      ({ unseen }) => unseen.rows.length,
      ({ unseen }) => toRowWords(unseen.rows),
    ),
    columns: ofEach(
      shown,
      ({ unseen }) => unseen.columns.length,
      (sheet) => toColumnWords(sheet.unseen.columns, sheet === chosen.sheet ? chosen.headings : []),
    ),
    comments: ofEach(
      sheets,
      ({ unseen }) => unseen.comments.length,
      ({ unseen }) => toCellWords(unseen.comments),
    ),
    commentAuthors: new Set(comments.map(({ author }) => author).filter((author) => author !== '')).size,
    inComments: findPersonal(comments),
    pivotCopies,
  };
}

/** What the reader did with hidden rows and columns of a sheet: it read them. */
export function toUnseenSteps(
  { unseen: { rows, columns } }: BookSheet,
  headings: readonly string[],
  off: readonly string[],
): ReadingStep[] {
  const steps: ReadingStep[] = [];
  if (rows.length > 0 && !off.includes('hidden-rows'))
    steps.push({
      id: 'hidden-rows',
      count: rows.length,
      sentence: `${countWords(rows.length, 'row')} of this sheet ${inNumber(rows.length, 'is', 'are')} hidden in the workbook and ${inNumber(rows.length, 'was', 'were')} read like the others: ${toRowWords(rows)}.`,
      undo: `Leave the hidden ${inNumber(rows.length, 'row', 'rows')} out`,
    });
  if (columns.length > 0 && !off.includes('hidden-columns'))
    steps.push({
      id: 'hidden-columns',
      count: columns.length,
      sentence: `${countWords(columns.length, 'column')} of this sheet ${inNumber(columns.length, 'is', 'are')} hidden in the workbook and ${inNumber(columns.length, 'was', 'were')} read like the others: ${toColumnWords(columns, headings)}.`,
      undo: `Leave the hidden ${inNumber(columns.length, 'column', 'columns')} out`,
    });
  return steps;
}

const mostNamed = 5;

/** @example toRowWords([3, 5, 6, 7]) // => 'rows 3 and 5 to 7' */
function toRowWords(rows: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  const words = runs.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`));
  return `${inNumber(rows.length, 'row', 'rows')} ${listFirst(words)}`;
}

function toColumnWords(columns: readonly number[], headings: readonly string[]): string {
  const words = columns.map((column) => {
    const heading = headings[column]?.trim() ?? '';
    return heading === '' ? utils.encode_col(column) : `${utils.encode_col(column)} (“${heading}”)`;
  });
  return `${inNumber(columns.length, 'column', 'columns')} ${listFirst(words)}`;
}

const toCellWords = (comments: readonly CellComment[]) => listFirst(comments.map(({ cell }) => cell));

function listFirst(words: readonly string[]): string {
  return words.length > mostNamed
    ? `${words.slice(0, mostNamed).join(', ')} and ${words.length - mostNamed} more`
    : listWords(words);
}

function findPersonal(comments: readonly CellComment[]): UnseenParts['inComments'] {
  return personalKinds.flatMap(({ what, within, maybeOrganisation = false }) => {
    if (within === undefined || maybeOrganisation) return [];
    const pattern = new RegExp(within);
    const count = comments.filter(({ text }) => pattern.test(text.slice(0, 5000).toLowerCase())).length;
    return count > 0 ? [{ what, count }] : [];
  });
}

import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { FileProblem } from '../../own-table.ts';
import type { ReadingChoice, ReadingStep } from '../../own-table.ts';
import { findBlocks, readBlock, toLook } from './read-grid.ts';
import type { GridTable } from './read-grid.ts';
import { pageProblem } from '../file-kind.ts';
import { packRows } from '../pack-rows.ts';
import { readBook } from './book-sheets.ts';
import { toUnseenParts, toUnseenSteps } from './unseen-parts.ts';
import type { BookSheet, SheetCounts } from './book-sheets.ts';
import type { ReadTable } from '../read-result.ts';
import { toRowPlaces } from '../../row-places.ts';

/** Names of sheets that tell about the figures and hold none. */
const aboutSheet =
  /^(cover|title|contents?|table of contents|toc|index|notes?|read ?me|about|information|introduction|metadata|glossary|definitions?|symbols?|shorthand|contact|guidance|background)\b/i;

interface SheetTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: BookSheet;
  readonly read: GridTable;
}

/**
 * The table of a workbook, or of a page in HTML given as text, that the person chose, or the first of its visible sheets that holds figures, and a look at the others.
 *
 * @throws FileProblem when there is none, or the workbook cannot be read.
 */
export function readSheets(
  content: Uint8Array<ArrayBuffer> | string,
  { table, off }: ReadingChoice,
): ReadTable {
  const { sheets, pivotCopies } = readBook(content, off);
  const visible = sheets.filter(({ hidden }) => !hidden);
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => `“${name}”`);
  const problems: FileProblem[] = [];
  const tables = visible.flatMap((sheet) => readSheetTables(sheet, off, problems));
  const chosen = tables.find(({ id }) => id === table) ?? chooseTable(tables);
  // A page with a form to sign in may be laid out as a table too.
  if (typeof content === 'string' && (chosen?.read.headings.length ?? 0) < 2)
    throw new FileProblem(pageProblem);
  if (!chosen) {
    const [problem] = problems;
    if (problem) throw problem;
    throw new FileProblem(
      hidden.length > 0
        ? `The visible sheets of this workbook hold no rows. Hidden: ${listWords(hidden)}. Show the sheet you need in the program that made it, save it and choose the file again.`
        : 'This workbook holds no rows. Open it in the program that made it to see what is in it.',
    );
  }
  const notes = [];
  if (hidden.length > 0) {
    notes.push(
      `The workbook has ${countWords(hidden.length, 'hidden sheet')}, left out: ${listWords(hidden.slice(0, 5))}${hidden.length > 5 ? ' and more' : ''}.`,
    );
  }
  const comments = sheets.reduce((sum, { unseen }) => sum + unseen.comments.length, 0);
  if (comments > 0)
    notes.push(
      `${countWords(comments, 'cell')} of the workbook ${inNumber(comments, 'has a comment', 'have comments')}, which ${inNumber(comments, 'is', 'are')} not read.`,
    );
  if (tables.length > 1)
    notes.push(`The workbook has ${tables.length} tables. These are the rows of “${chosen.name}”.`);
  return {
    ...packRows({ headings: chosen.read.headings, rows: chosen.read.rows, textMayBeFigures: true }),
    delimiter: ',',
    notes,
    remarks: chosen.read.remarks,
    steps: [
      ...chosen.read.steps,
      ...toCountSteps(chosen.sheet.counts, off),
      ...toUnseenSteps(chosen.sheet, chosen.read.headings, off),
    ],
    tables: tables.map(({ id, name, read }) => toLook(id, name, read)),
    table: chosen.id,
    unseen: toUnseenParts(sheets, pivotCopies, { sheet: chosen.sheet, headings: chosen.read.headings }),
    places: toRowPlaces('row', chosen.read.lines),
  };
}

function readSheetTables(sheet: BookSheet, off: readonly string[], problems: FileProblem[]): SheetTable[] {
  const found = findBlocks(sheet.rows, sheet.merges).flatMap((block) => {
    try {
      const read = readBlock(block, off);
      return read.rows.length > 0 && read.headings.length > 0 ? [read] : [];
    } catch (cause) {
      if (!(cause instanceof FileProblem)) throw cause;
      problems.push(cause);
      return [];
    }
  });
  return found.map((read, index) => ({
    id: `${sheet.name}/${index + 1}`,
    name: found.length > 1 ? `${sheet.name}, table ${index + 1}` : sheet.name,
    sheet,
    read,
  }));
}

/** The first that is a table of figures; a long one is rather it than a small one above it. */
function chooseTable(tables: readonly SheetTable[]): SheetTable | undefined {
  const wide = tables.filter(({ read }) => read.headings.length > 1);
  const likely = wide.filter(({ sheet }) => !aboutSheet.test(sheet.name.replaceAll('_', ' ')));
  const withFigures = likely.filter(({ read }) => read.hasFigures);
  const candidates = [withFigures, likely, wide, tables].find((some) => some.length > 0) ?? [];
  const [first] = candidates;
  const ofSheet = candidates.filter(({ sheet }) => sheet === first?.sheet);
  const most = Math.max(...ofSheet.map(({ read }) => read.rows.length));
  return ofSheet.find(({ read }) => read.rows.length * 4 >= most);
}

function toCountSteps({ errors, padded, durations }: SheetCounts, off: readonly string[]): ReadingStep[] {
  const steps: ReadingStep[] = [];
  if (errors.length > 0 && !off.includes('error-cells')) {
    const first = errors.slice(0, 10);
    const more = errors.length - first.length;
    steps.push({
      id: 'error-cells',
      count: errors.length,
      sentence: `${countWords(errors.length, 'cell')} of this sheet with an error, such as #N/A, ${inNumber(errors.length, 'counts', 'count')} as missing: ${more > 0 ? `${first.join(', ')} and ${more} more` : listWords(first)}.`,
      undo: 'Keep the errors as text',
    });
  }
  if (padded > 0 && !off.includes('padded-codes')) {
    steps.push({
      id: 'padded-codes',
      count: padded,
      sentence: `${countWords(padded, 'code')} keep the zeros at the front that the sheet shows, as text.`,
      undo: 'Read these codes as numbers',
    });
  }
  if (durations > 0 && !off.includes('durations')) {
    steps.push({
      id: 'durations',
      count: durations,
      sentence: `${countWords(durations, 'cell')} with a length of time, such as 26:30:00, ${durations === 1 ? 'is' : 'are'} read as one: sum and avg work.`,
      undo: 'Read lengths of time as days',
    });
  }
  return steps;
}

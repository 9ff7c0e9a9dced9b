import type { ReadyFile, UnseenParts, UnseenPlaces } from '#src/explore/own-table.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { AuditFinding, PersonalData } from '../audit.ts';
import { maskWithin } from '../personal/mask-text.ts';

const atFile = { column: undefined, examples: undefined } as const;

/** What the reader of the file met that a person should know of: what a workbook hides, cells with errors. */
export function findReadingFindings({ unseen, steps }: ReadyFile): AuditFinding[] {
  const errors = steps.find(({ id }) => id === 'error-cells');
  return [
    ...(unseen ? findUnseen(unseen) : []),
    ...(errors
      ? [
          {
            ...atFile,
            kind: 'error-cells',
            dimension: 'Validity',
            level: 'likely',
            title: 'Errors of a spreadsheet',
            count: errors.count,
            says: errors.sentence,
            advice: 'Mend the formulas in the workbook and save it again.',
          } as const,
        ]
      : []),
  ];
}

/** Personal data in the comments of a workbook. */
export function findInComments({ unseen }: ReadyFile): PersonalData[] {
  return (unseen?.inComments ?? []).map(({ what, count }) => ({
    column: 'Comments on cells',
    what,
    level: 'likely',
    count,
    because: 'The comments hold them',
    isWhole: false,
    sample: undefined,
    place: undefined,
  }));
}

const advice =
  'Look at this before you pass the file on. In Excel, “Inspect Document” under File, Info, Check for Issues finds what a workbook hides.';

function findUnseen(unseen: UnseenParts): AuditFinding[] {
  const { sheets, rows, columns, comments, pivotCopies } = unseen;
  const found = (
    kind: string,
    level: AuditFinding['level'],
    title: string,
    count: number,
    says: string,
  ): AuditFinding[] =>
    count === 0
      ? []
      : [{ ...atFile, kind, dimension: 'Completeness', level, title, count, says: maskWithin(says), advice }];
  const goes = (count: number) => `${inNumber(count, 'goes', 'go')} wherever the file goes`;
  const [rowCount, columnCount, commentCount] = [rows, columns, comments].map(toCount);
  const [hiddenRows = 0, hiddenColumns = 0, withComments = 0] = [rowCount, columnCount, commentCount];
  const sheetNames = listWords(sheets.slice(0, 5).map((name) => `“${name}”`));
  return [
    ...found(
      'hidden-sheets',
      'likely',
      'Hidden sheets',
      sheets.length,
      `The workbook has ${countWords(sheets.length, 'hidden sheet')}: ${sheetNames}${sheets.length > 5 ? ' and more' : ''}. ${inNumber(sheets.length, 'It was', 'They were')} not looked at, and ${goes(sheets.length)}.`,
    ),
    ...found(
      'hidden-rows',
      'likely',
      'Hidden rows',
      hiddenRows,
      `${countWords(hiddenRows, 'row')} with values ${inNumber(hiddenRows, 'is', 'are')} hidden: ${toPlaces(rows)}. ${inNumber(hiddenRows, 'It counts', 'They count')} in every sum, and ${goes(hiddenRows)}. A filter hides rows too.`,
    ),
    ...found(
      'hidden-columns',
      'likely',
      'Hidden columns',
      hiddenColumns,
      `${countWords(hiddenColumns, 'column')} with values ${inNumber(hiddenColumns, 'is', 'are')} hidden: ${toPlaces(columns)}. ${inNumber(hiddenColumns, 'It', 'They')} ${goes(hiddenColumns)}.`,
    ),
    ...found(
      'cell-comments',
      unseen.inComments.length > 0 ? 'likely' : 'possible',
      'Comments on cells',
      withComments,
      `${countWords(withComments, 'cell')} ${inNumber(withComments, 'has a comment', 'have comments')}: ${toPlaces(comments)}. ${toCommentWords(unseen)}`,
    ),
    ...found(
      'pivot-copies',
      'likely',
      'Rows kept behind pivot tables',
      pivotCopies,
      `The workbook keeps ${pivotCopies === 1 ? 'a copy' : `${pivotCopies} copies`} of the rows that its pivot tables are made of, even where their sheet is gone. ${inNumber(pivotCopies, 'It was', 'They were')} not looked at, and ${goes(pivotCopies)}.`,
    ),
  ];
}

const toCount = (places: readonly UnseenPlaces[]) => places.reduce((sum, { count }) => sum + count, 0);

function toPlaces(places: readonly UnseenPlaces[]): string {
  const words = places.slice(0, 5).map(({ sheet, where }) => `${where} of “${sheet}”`);
  return `${listWords(words)}${places.length > 5 ? `, and ${places.length - 5} more sheets` : ''}`;
}

function toCommentWords({ inComments, commentAuthors }: UnseenParts): string {
  const held = listWords(inComments.map(({ what, count }) => `${what} (${countWords(count, 'comment')})`));
  return [
    held === '' ? 'They can say more of people than the table does.' : `They may hold ${held}.`,
    ...(commentAuthors > 0
      ? [`${countWords(commentAuthors, 'author')} ${inNumber(commentAuthors, 'is', 'are')} named with them.`]
      : []),
  ].join(' ');
}

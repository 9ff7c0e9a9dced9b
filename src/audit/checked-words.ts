/** What an audit looks for, for the reader of its report. */
export const checkedWords: readonly string[] = [
  'Personal data: names, email addresses, phone numbers, addresses, postcodes, dates of birth, National Insurance and NHS numbers, bank details, passport and driving licence numbers, staff and case numbers, IP addresses',
  'Workbooks: hidden sheets, rows and columns, comments on cells, rows kept behind pivot tables, cells with errors',
  'Rows: empty rows, repeated headings, rows that stand twice, rows of totals and whether they come out',
  'Columns: without a heading, a value or variety, with the same heading or the same values as another',
  'Text: spaces at the ends, hidden characters, broken letters, spreadsheet errors, texts cut off, one name in several spellings, words that stand for “missing”',
  'Figures: text among them, figures far from the rest, percentages out of 0 to 100, below zero where others are not, figures that stand for “missing”, codes that lost zeros, long numbers cut short, totals of columns',
  'Dates: days that do not exist, several forms, day and month changed over in a column or between two, far past and future, periods without a row, ends before their starts',
  'Keys: values that stand twice in a column like a key, codes with more than one name',
];

/** What no audit of a file can do. */
export const limitWords: readonly string[] = [
  'A finding is a reason to look, not proof of a fault. A file without findings can still be wrong.',
  'Personal data are recognised by headings and by how values are written. Others are not, such as what a free text says about somebody’s health. Few people in a group can be known again without a name.',
];

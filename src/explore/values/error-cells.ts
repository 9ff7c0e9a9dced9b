import { toQuotedText } from '#src/sql/quote.ts';

/** What Excel, LibreOffice and Google Sheets write where a formula failed. */
const errors = [
  ...['#n/a', '#null!', '#div/0!', '#value!', '#ref!', '#name?', '#num!', '#spill!', '#calc!', '#field!'],
  ...['#getting_data', '#blocked!', '#connect!', '#busy!', '#unknown!', '#error!'],
  ...Array.from({ length: 40 }, (_error, index) => `err:${501 + index}`),
];

/**
 * SQL that is true for a text that is an error of a spreadsheet, or the row of # that one shows where a column is too narrow
 * for its figure. DuckDB makes a slow join of a long IN list.
 */
export const isErrorSql = (text: string) =>
  `(contains(${toQuotedText(`|${errors.join('|')}|`)}, concat('|', lower(trim(${text})), '|')) AND trim(${text}) <> ''
    OR starts_with(ltrim(${text}), '###') AND trim(${text}, '# ') = '')`;

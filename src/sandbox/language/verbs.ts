/** A word of the language that a lesson's pipeline may use, as the editor explains it. */
export interface ExplainedWord {
  readonly name: string;
  /** How it is written. */
  readonly form: string;
  /** What it does, in one line. */
  readonly does: string;
}

const list = (...words: readonly (readonly [name: string, form: string, does: string])[]): ExplainedWord[] =>
  words.map(([name, form, does]) => ({ name, form, does }));

/** The steps of a table: each gives a new table. */
export const verbs: readonly ExplainedWord[] = list(
  ['filter', 'filter(d => d.column > 1)', 'Keeps the rows for which this is true.'],
  ['select', "select('a', 'b')", 'Keeps these columns, in this order.'],
  ['derive', 'derive({ name: d => … })', 'Adds columns, or replaces those of the same name.'],
  ['rollup', 'rollup({ n: op.count() })', 'Makes one row of all rows, or one of each group.'],
  ['groupby', "groupby('column')", 'Splits the rows into groups, for the step after it.'],
  ['ungroup', 'ungroup()', 'Puts the groups back together.'],
  ['orderby', "orderby('a', aq.desc('b'))", 'Sorts the rows.'],
  ['unorder', 'unorder()', 'Takes the order away.'],
  [
    'slice',
    'slice(0, 10)',
    'Keeps rows by their place: from the first number up to, not including, the second.',
  ],
  ['count', 'count()', 'Counts the rows, or those of each group, as column count.'],
  ['rename', "rename({ old: 'new' })", 'Gives columns other names.'],
  ['relocate', "relocate('a', { before: 'b' })", 'Moves columns to another place.'],
  ['dedupe', "dedupe('column')", 'Keeps the first row of those that are alike.'],
  ['join', "join(other, 'key')", 'Puts rows of two tables beside each other where the key matches.'],
  ['join_left', "join_left(other, 'key')", 'Like join, and keeps rows of the first table without a match.'],
  [
    'join_right',
    "join_right(other, 'key')",
    'Like join, and keeps rows of the second table without a match.',
  ],
  ['join_full', "join_full(other, 'key')", 'Like join, and keeps the rows of both tables without a match.'],
  ['cross', 'cross(other)', 'Puts every row of one table beside every row of the other.'],
  ['semijoin', "semijoin(other, 'key')", 'Keeps the rows that have a match in the other table.'],
  ['antijoin', "antijoin(other, 'key')", 'Keeps the rows that have no match in the other table.'],
  ['lookup', "lookup(other, 'key', 'column')", 'Adds columns from the row of the other table that matches.'],
  ['concat', 'concat(other)', 'Puts the rows of the other table below these.'],
  ['union', 'union(other)', 'Puts both tables together, without repeats.'],
  ['intersect', 'intersect(other)', 'Keeps the rows that both tables have.'],
  ['except', 'except(other)', 'Keeps the rows that the other table does not have.'],
  ['fold', "fold(['a', 'b'])", 'Turns columns into rows: their names as key, their values as value.'],
  ['pivot', "pivot('key', 'value')", 'Turns rows into columns: one for each value of the key.'],
  ['spread', "spread('list')", 'Turns a list into columns.'],
  ['unroll', "unroll('list')", 'Turns a list into rows.'],
  ['impute', 'impute({ column: () => 0 })', 'Fills missing values.'],
  ['assign', 'assign(other)', 'Adds the columns of another table, row by row.'],
  ['sample', 'sample(10)', 'Picks rows by chance.'],
  ['params', 'params({ limit: 100 })', 'Hands values to the steps after it: (d, $) => d.column > $.limit.'],
  ['reify', 'reify()', 'Makes a new table of the rows that are left.'],
);

/** What a table answers that is no table. */
export const tableMethods: readonly string[] = [
  ...[
    'numRows',
    'numCols',
    'totalRows',
    'columnNames',
    'objects',
    'object',
    'array',
    'values',
    'get',
    'print',
  ],
  ...[
    'data',
    'column',
    'columnAt',
    'columnIndex',
    'columnName',
    'isGrouped',
    'isFiltered',
    'isOrdered',
    'scan',
  ],
  ...[
    'toArrow',
    'toArrowIPC',
    'toCSV',
    'toHTML',
    'toJSON',
    'toMarkdown',
    'indices',
    'partitions',
    'groups',
    'size',
  ],
];

/** Functions of `op` that put many rows into one value. */
export const aggregates: readonly ExplainedWord[] = list(
  ['count', 'op.count()', 'How many rows.'],
  ['valid', "op.valid('column')", 'How many values that are there.'],
  ['invalid', "op.invalid('column')", 'How many missing values.'],
  ['distinct', "op.distinct('column')", 'How many different values.'],
  ['sum', "op.sum('column')", 'The sum.'],
  ['mean', "op.mean('column')", 'The average.'],
  ['median', "op.median('column')", 'The value in the middle.'],
  ['min', "op.min('column')", 'The smallest value.'],
  ['max', "op.max('column')", 'The largest value.'],
  ['mode', "op.mode('column')", 'The most frequent value.'],
  ['quantile', "op.quantile('column', 0.9)", 'The value below which this share lies.'],
  ['stdev', "op.stdev('column')", 'The standard deviation of a sample.'],
  ['stdevp', "op.stdevp('column')", 'The standard deviation of all.'],
  ['variance', "op.variance('column')", 'The variance of a sample.'],
  ['variancep', "op.variancep('column')", 'The variance of all.'],
  ['corr', "op.corr('a', 'b')", 'How far two columns go together, from -1 to 1.'],
  ['any', "op.any('column')", 'Any one of the values.'],
  ['product', "op.product('column')", 'All values multiplied.'],
  ['array_agg', "op.array_agg('column')", 'All values as a list.'],
);

/** Functions of `op` that look at the rows around a row. */
export const windowFunctions: readonly ExplainedWord[] = list(
  ['row_number', 'op.row_number()', 'The place of the row, from 1.'],
  ['rank', 'op.rank()', 'The rank of the row; rows that tie share one.'],
  ['dense_rank', 'op.dense_rank()', 'The same without gaps after ties.'],
  ['percent_rank', 'op.percent_rank()', 'The rank as a share from 0 to 1.'],
  ['ntile', 'op.ntile(4)', 'In which of so many equal parts the row is.'],
  ['lag', "op.lag('column', 1)", 'The value of the row before.'],
  ['lead', "op.lead('column', 1)", 'The value of the row after.'],
  ['first_value', "op.first_value('column')", 'The first value.'],
  ['last_value', "op.last_value('column')", 'The last value.'],
  ['fill_down', "op.fill_down('column')", 'The last value above that is not missing.'],
  ['cume_dist', 'op.cume_dist()', 'The share of rows up to this one.'],
);

/** Functions of `op` that work on one row. */
export const rowFunctions: readonly ExplainedWord[] = list(
  ['round', 'op.round(d.column)', 'Rounds to a whole number. For one decimal: op.round(d.column * 10) / 10.'],
  ['floor', 'op.floor(d.column)', 'Rounds down.'],
  ['ceil', 'op.ceil(d.column)', 'Rounds up.'],
  ['trunc', 'op.trunc(d.column)', 'Cuts the decimals off.'],
  ['abs', 'op.abs(d.column)', 'The number without its sign.'],
  ['sqrt', 'op.sqrt(d.column)', 'The square root.'],
  ['log', 'op.log(d.column)', 'The natural logarithm.'],
  ['log10', 'op.log10(d.column)', 'The logarithm to base 10.'],
  ['exp', 'op.exp(d.column)', 'e to the power of the number.'],
  ['pow', 'op.pow(d.column, 2)', 'The number to a power.'],
  ['sign', 'op.sign(d.column)', 'Whether a number is negative, zero or positive.'],
  ['least', 'op.least(d.a, d.b)', 'The smaller of the values.'],
  ['greatest', 'op.greatest(d.a, d.b)', 'The larger of the values.'],
  ['is_nan', 'op.is_nan(d.column)', 'Whether a value is not a number.'],
  ['is_finite', 'op.is_finite(d.column)', 'Whether a value is a number that is not infinite.'],
  ['lower', 'op.lower(d.column)', 'The text in small letters.'],
  ['upper', 'op.upper(d.column)', 'The text in capital letters.'],
  ['trim', 'op.trim(d.column)', 'The text without blanks at its ends.'],
  ['length', 'op.length(d.column)', 'How many letters a text has.'],
  ['includes', "op.includes(d.column, 'text')", 'Whether a text has another in it.'],
  ['startswith', "op.startswith(d.column, 'text')", 'Whether a text begins so.'],
  ['endswith', "op.endswith(d.column, 'text')", 'Whether a text ends so.'],
  ['substring', 'op.substring(d.column, 0, 4)', 'A part of a text, by places that count from 0.'],
  ['slice', 'op.slice(d.column, 0, 4)', 'A part of a text or list.'],
  ['replace', "op.replace(d.column, 'old', 'new')", 'The text with the first match replaced.'],
  ['split', "op.split(d.column, ',')", 'The text cut into a list.'],
  ['match', 'op.match(d.column, /…/)', 'The part of a text that fits a pattern.'],
  ['concat', 'op.concat(d.a, d.b)', 'Texts or lists put together.'],
  ['indexof', "op.indexof(d.column, 'text')", 'Where a text stands in another, from 0; -1 for nowhere.'],
  ['padstart', "op.padstart(d.column, 3, '0')", 'The text made longer at its start.'],
  ['padend', "op.padend(d.column, 3, ' ')", 'The text made longer at its end.'],
  ['normalize', 'op.normalize(d.column)', 'The text with its letters written in one way.'],
  ['parse_date', 'op.parse_date(d.column)', 'The date that a text says.'],
  ['parse_float', 'op.parse_float(d.column)', 'The number that a text says.'],
  ['parse_int', 'op.parse_int(d.column)', 'The whole number that a text says.'],
  ['year', 'op.year(d.column)', 'The year of a date.'],
  ['quarter', 'op.quarter(d.column)', 'The quarter of a date, from 0 to 3.'],
  ['month', 'op.month(d.column)', 'The month of a date, from 0 to 11: add 1.'],
  ['week', 'op.week(d.column)', 'The week of the year.'],
  ['date', 'op.date(d.column)', 'The day of the month.'],
  ['dayofweek', 'op.dayofweek(d.column)', 'The day of the week, from 0 for Sunday.'],
  ['dayofyear', 'op.dayofyear(d.column)', 'The day of the year.'],
  ['hours', 'op.hours(d.column)', 'The hour of a time.'],
  ['minutes', 'op.minutes(d.column)', 'The minute of a time.'],
  ['format_date', 'op.format_date(d.column)', 'A date as text.'],
  ['equal', 'op.equal(d.a, d.b)', 'Whether two values are the same.'],
  ['recode', "op.recode(d.column, { old: 'new' })", 'Another value for each that is listed.'],
  ['bin', 'op.bin(d.column, 0, 100, 10)', 'The lower end of the interval that a number is in.'],
);

/** Helpers of `aq`. */
export const helpers: readonly ExplainedWord[] = list(
  ['desc', "aq.desc('column')", 'From the largest to the smallest, in orderby.'],
  ['not', "aq.not('column')", 'All columns but these, in select.'],
  ['all', 'aq.all()', 'All columns.'],
  ['range', "aq.range('a', 'c')", 'The columns from one to another.'],
  ['matches', "aq.matches('text')", 'The columns with this in their name.'],
  ['startswith', "aq.startswith('text')", 'The columns whose name begins so.'],
  ['endswith', "aq.endswith('text')", 'The columns whose name ends so.'],
  ['rolling', 'aq.rolling(d => op.mean(d.column), [-2, 0])', 'Works over the rows around each row.'],
  ['escape', 'aq.escape(d => …)', 'A step in plain JavaScript, which sees values from outside.'],
  ['frac', 'aq.frac(0.1)', 'A share of the rows, in sample.'],
  ['table', 'aq.table({ a: [1, 2] })', 'Makes a table of lists.'],
);

/** Every function of `op` that is explained here, without repeats. */
export const opFunctions: readonly ExplainedWord[] = [...aggregates, ...windowFunctions, ...rowFunctions];

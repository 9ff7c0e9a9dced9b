import type { Token } from '#src/sql/tokens.ts';
import { listWords } from '#src/words/list-words.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';

type Rule = readonly [
  pattern: RegExp,
  explain: (match: RegExpExecArray, failure: ReadFailure) => Explanation,
];

/** What a type is called in plain words. */
function nameType(type: string): string {
  if (/^(?:U?INT|U?(?:TINY|SMALL|BIG|HUGE)INT|INTEGER)/.test(type)) return 'a whole number';
  if (/^(?:DOUBLE|FLOAT|DECIMAL)/.test(type)) return 'a number';
  if (/^(?:VARCHAR|STRING)/.test(type)) return 'text';
  if (/^DATE/.test(type)) return 'a date';
  if (/^TIMESTAMP/.test(type)) return 'a date and time';
  if (/^TIME/.test(type)) return 'a time';
  if (/^BOOL/.test(type)) return 'true or false';
  return 'another kind of value';
}

const dateForm = "Write a date as year, month and day in single quotes, such as DATE '2025-04-01'.";

/** A place for what DuckDB gives none for: the first of these words. */
function markFirst(tokens: readonly Token[], ...words: readonly string[]): Pick<Explanation, 'place'> {
  const token = tokens.find(({ kind, text }) => kind !== 'text' && words.includes(text.toUpperCase()));
  return token ? { place: { start: token.start, end: token.end } } : {};
}

const changing = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'DROP', 'ALTER', 'MERGE', 'CREATE'];

const rules: readonly Rule[] = [
  [
    /^column (\w+) must appear in the GROUP BY clause or be used/,
    ([, column = ''], { tokens }) => ({
      message: 'HAVING is for groups, and this query makes none.',
      advice: `For a condition on ${column} in each row, write WHERE in place of HAVING.`,
      ...markFirst(tokens, 'HAVING'),
    }),
  ],
  [
    /^Column "(.*?)" does not exist on (?:left|right) side of join/,
    ([, column = ''], { tokens }) => ({
      message: `Only one of the two tables has a column called “${column}”.`,
      advice: 'In USING, name a column that both tables have, or write ON and one column of each.',
      ...markFirst(tokens, 'USING'),
    }),
  ],
  [
    /^NOT NULL constraint failed/,
    (_match, { tokens }) => ({
      message: 'The new row has no value in a column that needs one.',
      advice: 'The tables of this lesson are for reading: write a query that starts with SELECT.',
      ...markFirst(tokens, ...changing),
    }),
  ],
  [
    /argument types '!?~~\*?\((\w+)/,
    ([, type = ''], { tokens, index }) => ({
      message: `LIKE looks at text, and this is ${nameType(type)}.`,
      advice: type.startsWith('DATE')
        ? `Compare a part of the date: year(${tokens[index - 1]?.text ?? '…'}) = 2012, or a range: BETWEEN DATE '2012-01-01' AND DATE '2012-12-31'.`
        : 'Compare it with =, <, > or BETWEEN.',
    }),
  ],
  [
    /argument types '(\w+)\((.*?)\)'/,
    ([, name = '', given = ''], { tokens, index }) =>
      explainArguments(name, given, tokens[index]?.text ?? name),
  ],
  [
    /^column "(.*?)" must appear in the GROUP BY clause/,
    ([, column = ''], { tokens, index }) => {
      const group = tokens.findIndex(({ text }) => text.toUpperCase() === 'GROUP');
      const grouped = group >= 0;
      const and = tokens.slice(group, group + 8).find(({ text }) => text.toUpperCase() === 'AND');
      if (grouped && and) {
        return {
          message: 'AND joins conditions, not columns.',
          advice: 'After GROUP BY, put commas between columns.',
          place: { start: and.start, end: and.end },
        };
      }
      return {
        message: `“${column}” has many values, but the query asks for one row ${grouped ? 'a group' : 'in all'}.`,
        ...(index < 0 && markFirst(tokens, '*')),
        advice: `Add ${column} to GROUP BY${grouped ? '' : ` (write GROUP BY ${column} after FROM and WHERE)`}, or put it in a function such as max(${column}).`,
      };
    },
  ],
  [
    /^WHERE clause cannot contain aggregates/,
    () => ({
      message: 'WHERE looks at one row at a time, so it cannot use a total or a count.',
      advice: 'Put this condition after GROUP BY, in HAVING.',
    }),
  ],
  [
    /^(\w+(?: BY)?) clause cannot contain aggregates/,
    ([, clause = '']) => ({
      message: `${clause} cannot use a total or a count.`,
      advice:
        clause === 'GROUP BY'
          ? 'Group by the columns that say what a row is for, and leave the total in SELECT.'
          : 'Work it out in SELECT instead.',
    }),
  ],
  [
    /clause cannot contain window functions/,
    () => ({
      message: 'A function with OVER cannot stand here.',
      advice: 'Use QUALIFY for a condition on it, or work it out in a query inside FROM first.',
    }),
  ],
  [
    /aggregate function calls cannot be nested/,
    () => ({
      message: 'A total cannot be made inside another total.',
      advice: 'Work out the inner one in a query inside FROM, then use its result.',
    }),
  ],
  [
    /^\* expression without FROM/,
    (_match, { tokens, tables }) => ({
      message: 'The query does not say which table to use.',
      advice: `Write FROM and a table after the *, such as FROM ${tables[0]?.name ?? 'services'}.`,
      ...markFirst(tokens, '*'),
    }),
  ],
  [
    /^Could not convert string '([\s\S]*?)' to (\w+)(?:[\s\S]*source column (\w+))?/,
    ([, value = '', type = '', column]) => ({
      message: `The text “${value}” is not ${nameType(type)}.`,
      advice: column
        ? `${column} holds text. Compare it with text in single quotes, or use TRY_CAST, which gives NULL where it cannot convert.`
        : `Compare ${nameType(type)} with ${nameType(type)}, without quotes.`,
    }),
  ],
  [
    /(?:invalid (?:date|timestamp) field format|(?:date|timestamp) field value out of range): "(.*?)"/,
    ([, value = '']) => ({ message: `“${value}” is not a date.`, advice: dateForm }),
  ],
  [
    /^Cannot compare values of type (\w+)[^a-z]* and type (\w+)/,
    ([, left = '', right = '']) => ({
      message: `This compares ${nameType(left)} with ${nameType(right)}.`,
      advice: [left, right].some((type) => type.startsWith('DATE') || type.startsWith('TIMESTAMP'))
        ? dateForm
        : 'Make both sides the same kind of value.',
    }),
  ],
  [
    /^No function matches the given name and argument types '([^(]+)\((.*?)\)'/,
    ([, name = '', given = '']) => {
      const types = listWords(given.split(', ').map(nameType));
      return /^\W+$/.test(name)
        ? {
            message: `“${name}” does not work on ${types}.`,
            advice:
              name === '+'
                ? 'To join text, use ||. To add, both sides must be numbers.'
                : 'Both sides must be numbers.',
          }
        : {
            message: `${name} does not work on ${types || 'nothing'}.`,
            advice: `Check which column it should use, or convert it with CAST.`,
          };
    },
  ],
  [
    /^Set operations can only apply to expressions with the same number/,
    (_match, { tokens }) => ({
      message: 'The queries joined by UNION, INTERSECT or EXCEPT show different numbers of columns.',
      advice: 'Show the same columns in each, in the same order.',
      ...markFirst(tokens, 'UNION', 'INTERSECT', 'EXCEPT'),
    }),
  ],
  [
    /^Subquery returns (\d+) columns - expected 1/,
    ([, count = '']) => ({
      message: `The query in brackets shows ${count} columns, but only one fits here.`,
      advice: 'Choose one column in it.',
    }),
  ],
  [
    /^More than one row returned by a subquery/,
    () => ({
      message: 'The query in brackets gives more than one row, but only one value fits here.',
      advice: 'Use IN in place of =, or make it give one row, with max or LIMIT 1.',
    }),
  ],
  [
    /LIMIT\/OFFSET cannot be negative/,
    () => ({
      message: 'LIMIT cannot be less than 0.',
      advice: 'Write how many rows to show, such as LIMIT 5.',
    }),
  ],
  [
    /^(ORDER|GROUP BY) term out of range - should be between 1 and (\d+)/,
    ([, clause = '', count = '']) => ({
      message: `${clause === 'ORDER' ? 'ORDER BY' : clause} counts columns, and there are only ${count}.`,
      advice: `Write a column’s name, or a number from 1 to ${count}.`,
    }),
  ],
  [
    /^Overflow in|out of range/i,
    () => ({
      message: 'A number became too large for its type.',
      advice: 'Convert it first with CAST(… AS DOUBLE).',
    }),
  ],
  [
    /Could not parse string "(.*?)" according to format specifier "(.*?)"/,
    ([, value = '', format = '']) => ({
      message: `The text “${value}” does not fit the pattern “${format}”.`,
      advice: 'Check the pattern, or use try_strptime, which gives NULL where it does not fit.',
    }),
  ],
  [
    /but it exists in the (\w+) extension/,
    ([, extension = '']) => ({
      message: `This needs DuckDB’s ${extension} extension, which this site does not have.`,
      advice: 'Try another way to write it.',
    }),
  ],
  [
    /cannot be executed|file system (?:LocalFileSystem )?operations? (?:are|is|has been) disabled|external access|disabled by configuration|No extension found that is capable of reading the file/i,
    () => ({
      message: 'A query here cannot read or write files or other sites.',
      advice: 'Use the tables of this lesson.',
    }),
  ],
  [
    /read-only/i,
    () => ({
      message: 'The figures of this lesson cannot be changed.',
      advice: 'Make your own table with CREATE TABLE … AS SELECT, and change that.',
    }),
  ],
  [
    /^Can only (?:insert into|update|delete from|modify)|is not an? table|not of type Table|it is of type View|existing object .* is of type View|base table/i,
    (_match, failure) => refuseChange(failure),
  ],
  [
    /with name "(.*?)" already exists/,
    ([, name = '']) => ({
      message: `There is already a table called “${name}”.`,
      advice: 'Choose another name.',
    }),
  ],
  [
    /^table (\w+) has (\d+) columns but (\d+) values/,
    ([, table = '', columns = '', values = '']) => ({
      message: `${table} has ${columns} columns, but you gave ${values} values.`,
      advice: 'Give one value for each column, in order.',
    }),
  ],
  [
    /ORDER BY non-integer literal has no effect/,
    () => ({
      message: 'Text in quotes sorts nothing: it is the same in every row.',
      advice: 'After ORDER BY, write the name of the column without quotes.',
    }),
  ],
  [/configuration has been locked/i, () => ({ message: 'The settings of this database are fixed.' })],
];

/** What a statement that changes a table would do to it. */
const deeds: Readonly<Record<string, string>> = {
  INSERT: 'adds rows to',
  UPDATE: 'changes values in',
  DELETE: 'takes rows out of',
  TRUNCATE: 'takes all rows out of',
  DROP: 'takes away',
  ALTER: 'changes the columns of',
  MERGE: 'changes rows of',
  CREATE: 'would replace',
};

function refuseChange({ tokens, tables }: ReadFailure): Explanation {
  const known = new Set(tables.map(({ name }) => name.toLowerCase()));
  const changing = tokens.find(
    ({ kind, text }) => kind === 'word' && deeds[text.toUpperCase()] !== undefined,
  );
  const table = tokens.find(({ kind, text }) => kind === 'word' && known.has(text.toLowerCase()))?.text;
  const word = changing?.text.toUpperCase();
  if (word === undefined || table === undefined) {
    return {
      message: 'The tables of this lesson cannot be changed.',
      advice: 'Make your own table with CREATE TABLE … AS SELECT, and change that.',
    };
  }
  return {
    message: `${word} ${deeds[word] ?? 'changes'} ${table}, and the tables of this lesson stay as they are.`,
    advice:
      word === 'CREATE'
        ? 'Give your own table another name.'
        : `To look at it, write SELECT * FROM ${table}. To try ${word}, make a table of your own first: CREATE TABLE mine AS FROM ${table};`,
  };
}

/** A function that has got other values than it works on. */
function explainArguments(name: string, given: string, called: string): Explanation {
  const types = given === '' ? [] : given.split(', ').map(nameType);
  const isTotal = /^(?:sum|avg|min|max|median|count|stddev)$/.test(name);
  if (isTotal && types.length > 1) {
    return {
      message: `${called} takes one column, not ${types.length}.`,
      advice:
        name === 'count'
          ? 'Count one of them, or write count(*) to count rows.'
          : `Use it once for each column: ${called}(…), ${called}(…).`,
    };
  }
  if (types.length === 0) {
    return {
      message: `${called} does not say which column to use.`,
      advice: `Write a column in its brackets: ${called}(transactions).`,
    };
  }
  if (/^(?:sum|avg|median|stddev|round|abs|floor|ceil)$/.test(name) && types[0] === 'text') {
    return {
      message: `${called} needs numbers, but this holds text.`,
      advice: 'Choose a column that holds numbers. To count texts, use count.',
    };
  }
  if (/^(?:year|month|day|quarter|date_trunc|monthname|dayname)$/.test(name) && types.includes('text')) {
    return {
      message: `${called} needs a date, but this holds text.`,
      advice: 'Choose a column that holds dates.',
    };
  }
  return {
    message: `${called} does not work on ${listWords(types)}.`,
    advice: 'Check how many values it needs, and which column holds the right kind.',
  };
}

/** Mistakes that DuckDB names in words of its own: grouping, types, conversion, locked doors. */
export const explainRules: Explainer = (failure) => {
  const { error } = failure;
  switch (error.fault) {
    case 'memory':
      return {
        message: 'The query needed more memory than this page may use.',
        advice:
          'Ask for fewer rows: add a WHERE, or take away a join that matches every row with every other.',
      };
    case 'stopped':
      return { message: 'The query was stopped.' };
    case 'engine':
      return {
        message: 'The query engine failed, so it was started again.',
        advice: 'Your text is kept. Try to write the query another way.',
      };
    // A locked engine reads no file: a query that names one meets a rule below.
    case 'files':
    case 'query':
  }
  for (const [pattern, explain] of rules) {
    const match = pattern.exec(error.message);
    if (!match) continue;
    const place = failure.offset === undefined ? markFirst(failure.tokens.slice(0, 1), ...changing) : {};
    return { ...place, ...explain(match, failure) };
  }
  return undefined;
};

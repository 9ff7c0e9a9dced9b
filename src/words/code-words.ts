/** The languages in which an answer is written as code. */
export type CodeLanguage = 'sql' | 'javascript';

/** What a learner reads of an answer, where the two languages have words of their own. Code is marked as `code` where it says so. */
export interface CodeWords {
  /** What an answer is called. */
  readonly answer: 'query' | 'pipeline';
  /** What its result comes from, as one reads it beside an engine's own words. */
  readonly engine: string;
  /** What sorts the rows, marked. */
  readonly sorts: string;
  /** The right rows, in an order that is luck. */
  readonly unsorted: { readonly headline: string; readonly body: string };
  /** Where columns are picked, marked. */
  readonly picksColumns: string;
  /** How a column gets its name, marked. */
  readonly namesColumns: string;
  /** What cuts a result to a few rows, not marked. */
  readonly cuts: string;
}

export const codeWords: Readonly<Record<CodeLanguage, CodeWords>> = {
  sql: {
    answer: 'query',
    engine: 'The query engine',
    sorts: '`ORDER BY`',
    unsorted: {
      headline: 'You have the right rows, but your query does not sort them.',
      body: 'Without `ORDER BY` at the end, rows may come in any order, and in another one tomorrow. Which column sorts them, and which way?',
    },
    picksColumns: 'the list after `SELECT`',
    namesColumns: 'Give a column its name with `AS`.',
    cuts: 'LIMIT',
  },
  javascript: {
    answer: 'pipeline',
    engine: 'JavaScript',
    sorts: '`.orderby(…)`',
    unsorted: {
      headline: 'You have the right rows, but your pipeline does not sort them as the task asks.',
      body: 'Rows that `.orderby(…)` does not sort stand as the table holds them, and that may be another order tomorrow. Which column sorts them, and which way?',
    },
    picksColumns: '`.select(…)` or `.rollup({ … })`',
    namesColumns:
      'A column gets its name in `.rollup({ name: … })` or `.derive({ name: … })`, and another one with `.rename({ old: … })`.',
    cuts: '.slice(0, 100)',
  },
};

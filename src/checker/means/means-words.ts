import { listWords } from '#src/words/list-words.ts';
import type { Verdict, VerdictWords } from '../verdict.ts';

const words: Readonly<Record<string, string>> = {
  join: 'a join',
  window: 'a window function (`OVER`)',
  group: '`GROUP BY`',
  having: '`HAVING`',
  subquery: 'a query inside the query',
  cte: 'a named query (`WITH`)',
  distinct: '`DISTINCT`',
  case: '`CASE`',
  union: '`UNION`',
  limit: '`LIMIT`',
  'literal-answer': 'an answer that is typed in',
  'hard-coded-number': 'a number of the answer that is typed in',
};

/** A construct as a task names it. */
export function toConstructWords(construct: string): string {
  const name = /^function:(.*)$/.exec(construct)?.[1];
  return name === undefined ? (words[construct] ?? construct) : `the function \`${name}\``;
}

/** Says which means the task asks for: the result itself is right. */
export function toMeansWords(
  { lacks, uses }: Extract<Verdict, { kind: 'other-means' }>,
  answer: 'query' | 'pipeline' = 'query',
): VerdictWords {
  if (uses.includes('literal-answer')) {
    return {
      headline: `The result is right, but your ${answer} does not work it out from a table.`,
      body: `It is typed in. When the data change, so must the answer. Let the ${answer} work it out from the tables.`,
    };
  }
  if (uses.includes('reflection')) {
    return {
      headline: 'The result is right, but your query asks the database about more than the data.',
      body: 'It looks at how, where or when it runs, or it runs a text as a query. Such an answer cannot be checked. Write it with the tables alone.',
    };
  }
  if (uses.includes('row-count')) {
    return {
      headline: "The result is right for today's data, but not when the table has more rows.",
      body: 'With more of them, your query gives another result than the task asks for. Does it keep rows by their number or place?',
    };
  }
  if (uses.includes('hard-coded-number')) {
    return {
      headline: 'The result is right, but one of its numbers is typed in.',
      body: 'When the data change, so must the answer. Let the query work the number out.',
    };
  }
  if (uses.includes('limit') && lacks.length === 0 && uses.length === 1) {
    return {
      headline: "The result is right for today's data, but your query limits it.",
      body: 'The task asks for all such rows. With more of them in the table, `LIMIT` would leave some out.',
    };
  }
  const sentences = [
    ...(lacks.length > 0 ? [`The task asks you to use ${toList(lacks, 'and')}.`] : []),
    ...(uses.length > 0 ? [`The task asks you to do without ${toList(uses, 'or')}.`] : []),
  ];
  return { headline: 'The result is right. The task asks for another way to it.', body: sentences.join(' ') };
}

/** Constructs as a list in words. */
export function toList(constructs: readonly string[], last: 'and' | 'or'): string {
  return listWords(constructs.map(toConstructWords), last);
}

import type { Statement } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';

/**
 * How a statement is run: `rows` can stand inside `FROM (…)`; `listing` too, but its columns are only known there;
 * `change` and `explain` run as they stand; `refused` does not run here.
 */
export type StatementKind = 'rows' | 'listing' | 'change' | 'explain' | 'refused';

const kinds: Readonly<Record<string, StatementKind>> = {
  SELECT: 'rows',
  FROM: 'rows',
  VALUES: 'rows',
  TABLE: 'rows',
  '(': 'rows',
  PIVOT: 'rows',
  PIVOT_WIDER: 'rows',
  UNPIVOT: 'rows',
  PIVOT_LONGER: 'rows',
  DESCRIBE: 'listing',
  DESC: 'listing',
  SHOW: 'listing',
  SUMMARIZE: 'listing',
  INSERT: 'change',
  UPDATE: 'change',
  DELETE: 'change',
  TRUNCATE: 'change',
  MERGE: 'change',
  CREATE: 'change',
  DROP: 'change',
  ALTER: 'change',
};

/** Say how a statement is run, from its opening words. */
export function classifyStatement({ keyword, text }: Statement): StatementKind {
  if (keyword === 'WITH')
    return (
      outerWords(text)
        .map((word) => kinds[word])
        .find(Boolean) ?? 'rows'
    );
  if (keyword === 'EXPLAIN') {
    // EXPLAIN ANALYZE COMMIT would end the transaction that undoes a learner's changes.
    const word = outerWords(text).find((each) => each !== 'ANALYZE');
    return word === undefined || word === 'WITH' || kinds[word] ? 'explain' : 'refused';
  }
  return kinds[keyword] ?? 'refused';
}

/** The words outside brackets, in capitals, after the first. */
function outerWords(text: string): string[] {
  let depth = 0;
  const words = [];
  for (const token of tokenise(text)) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (depth === 0 && token.kind === 'word') words.push(token.text.toUpperCase());
  }
  return words.slice(1);
}

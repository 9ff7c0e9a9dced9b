import type { QueryError, TextRange } from '#src/results/run-outcome.ts';
import type { Statement } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import type { Token } from '#src/sql/tokens.ts';
import { toDetails } from '../engine-error.ts';
import { explainConditions } from './explain-conditions.ts';
import { explainLists } from './explain-lists.ts';
import { explainMarks } from './explain-marks.ts';
import { explainNames } from './explain-names.ts';
import { explainNumbers } from './explain-numbers.ts';
import { explainParts } from './explain-parts.ts';
import { explainRules } from './explain-rules.ts';
import { explainSyntax } from './explain-syntax.ts';
import type { Explainer, Explanation, Failure, ReadFailure } from './failure.ts';

const explainers: readonly Explainer[] = [
  explainMarks,
  explainNumbers,
  explainConditions,
  explainParts,
  explainLists,
  explainSyntax,
  explainNames,
  explainRules,
];

/**
 * Turn DuckDB's error into a sentence for a person who is new to SQL, with what to try and where when the mistake is a
 * known one. DuckDB's own words are kept under `details`.
 */
export function explainError(failure: Failure): QueryError {
  const { error, statement, offset } = failure;
  const tokens = tokenise(statement.text)
    .filter(({ kind, unterminated }) => kind !== 'comment' || unterminated)
    .map((token) => ({ ...token, start: token.start + statement.start, end: token.end + statement.start }));
  const index = offset === undefined ? -1 : findToken(tokens, offset);
  const read = { ...failure, tokens, index };
  // Only a query at fault has a slip to look for: nobody's comma makes the memory run out.
  const isQuery = error.fault === 'query';
  const explanation = (isQuery ? findExplanation(read) : explainRules(read)) ?? {
    message: 'The query did not run.',
    advice: firstSentence(error.message),
  };
  const place = explanation.place ?? placeAt(tokens[index], offset, statement);
  return { ...explanation, ...(place && { place }), details: toDetails(error) };
}

/** What the first explainer that knows the mistake says of it. */
export function findExplanation(read: ReadFailure): Explanation | undefined {
  for (const explain of explainers) {
    const explanation = explain(read);
    if (explanation) return explanation;
  }
  return undefined;
}

function findToken(tokens: readonly Token[], offset: number): number {
  const last = tokens.at(-1);
  if (last && offset >= last.end) return tokens.length;
  return tokens.findIndex(({ start, end }) => start <= offset && offset < end);
}

function placeAt(
  token: Token | undefined,
  offset: number | undefined,
  statement: Statement,
): TextRange | undefined {
  if (token) return { start: token.start, end: token.end };
  if (offset === undefined) return undefined;
  // Past the last token: mark its last character, so that there is something to see.
  return offset >= statement.end ? { start: statement.end - 1, end: statement.end } : undefined;
}

function firstSentence(message: string): string {
  const line = message.split('\n', 1)[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

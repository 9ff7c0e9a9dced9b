import { parse } from 'acorn';
import type { Expression, Program } from 'acorn';
import type { QueryError } from '#src/results/run-outcome.ts';
import { explainSyntaxFault } from './explain/explain-syntax-fault.ts';

/** A learner's JavaScript, read but not run. */
export interface Pipeline {
  readonly text: string;
  readonly program: Program;
  /** The expression whose value is the answer: the last one. */
  readonly answer: Expression;
  /** The same text as the body of a function that returns the answer. */
  readonly body: string;
}

export type ReadPipeline =
  { readonly ok: true; readonly pipeline: Pipeline } | { readonly ok: false; readonly error: QueryError };

/** Reads a learner's text as JavaScript whose last expression is the answer. What cannot be read is explained. */
export function readPipeline(text: string): ReadPipeline {
  let program: Program;
  try {
    program = parse(text, { ecmaVersion: 2022, sourceType: 'script', allowReturnOutsideFunction: true });
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { ok: false, error: explainSyntaxFault(text, cause as SyntaxError & { pos?: number }) };
  }
  const last = program.body.filter(({ type }) => type !== 'EmptyStatement').at(-1);
  if (!last) return { ok: false, error: nothingThere };
  const answer = last.type === 'ExpressionStatement' ? last.expression : undefined;
  if (last.type === 'ReturnStatement' && last.argument) {
    return { ok: true, pipeline: { text, program, answer: last.argument, body: text } };
  }
  if (!answer) {
    return { ok: false, error: { ...noAnswer, place: { start: last.start, end: last.end } } };
  }
  const body = `${text.slice(0, last.start)}return (${text.slice(answer.start, answer.end)}\n);`;
  return { ok: true, pipeline: { text, program, answer, body } };
}

const nothingThere: QueryError = {
  message: 'There is no pipeline to run.',
  advice: 'Begin with a table, such as `services`, and add a step after a full stop.',
  details: 'The text holds no JavaScript but comments.',
};

const noAnswer: QueryError = {
  message: 'The last line gives no table.',
  advice: 'End with the table that you want to show: its name, or its steps, without `const` before it.',
  details: 'The last statement is no expression.',
};

import { parse } from 'acorn';
import type { Expression, Program } from 'acorn';
import { full } from 'acorn-walk';
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
    return {
      ok: true,
      pipeline: { text, program, answer: last.argument, body: toPlainNumbers(text, program) },
    };
  }
  if (!answer) {
    return { ok: false, error: { ...noAnswer, place: { start: last.start, end: last.end } } };
  }
  const plain = toPlainNumbers(text, program);
  const body = `${plain.slice(0, last.start)}return (${plain.slice(answer.start, answer.end)}\n);`;
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

/**
 * The text with `1000000` for `1_000_000`, which Arquero cannot read in a step. Each number keeps its length, by blanks behind it,
 * so that all places stay.
 */
function toPlainNumbers(text: string, program: Program): string {
  let plain = text;
  full(program, (node) => {
    const written = text.slice(node.start, node.end);
    if (node.type !== 'Literal' || !/^\d/.test(written) || !written.includes('_')) return;
    const number = written.replaceAll('_', '').padEnd(written.length);
    plain = plain.slice(0, node.start) + number + plain.slice(node.end);
  });
  return plain;
}

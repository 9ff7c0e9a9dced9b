import type { ColumnKind } from '../pipeline-reply.ts';
import type { PipelineAdvice, PipelineExplainer } from './failed-pipeline.ts';

const kindWords: Readonly<Record<ColumnKind, string>> = {
  number: 'numbers',
  boolean: 'true and false',
  text: 'texts',
  date: 'dates',
  bigint: 'large whole numbers',
};

/** What came out ran, but is no table that can be shown. */
export const explainNoTable: PipelineExplainer = ({ pipeline, reply }) => {
  const { start, end } = pipeline.answer;
  const place = { start, end };
  switch (reply.status) {
    case 'no-table':
      return { ...toAdvice(reply.found, pipeline.text.slice(start, end)), place };
    case 'too-wide':
      return {
        message: `The result has ${reply.columnCount} columns.`,
        advice: 'Choose those that you need with `.select(…)`.',
        place,
      };
    case 'unfit':
      return {
        message: `The column \`${reply.column}\` holds more than one value in a row.`,
        advice:
          reply.found === 'array'
            ? 'Take the list apart with `.unroll(…)`, or put its values into one, such as `op.sum(…)`.'
            : 'Choose one value of it, or leave the column out.',
        place,
      };
    case 'mixed': {
      const [first, second] = reply.kinds;
      return {
        message: `The column \`${reply.column}\` mixes ${kindWords[first]} with ${kindWords[second]}.`,
        advice: 'Let every row give the same kind of value, or `null` for none.',
        place,
      };
    }
    default:
      return undefined;
  }
};

function toAdvice(found: string, answer: string): PipelineAdvice {
  switch (found) {
    case 'array':
      return {
        message: 'The answer is a list, not a table.',
        advice: 'Leave out the step that turns the table into a list, such as `.objects()` or `.array(…)`.',
      };
    case 'promise':
      return {
        message: 'The answer is not there yet: it is a promise.',
        advice: 'All tables are here already. Leave out `async`, `await` and whatever loads something.',
      };
    case 'function':
      return {
        message: 'The last step was named but not taken.',
        advice: `Put brackets after it: \`${answer.slice(-40)}()\`.`,
      };
    case 'nothing':
      return {
        message: 'The last line gives nothing.',
        advice: 'End with the table to show.',
      };
    default:
      return {
        message: `The answer is a single ${found === 'string' ? 'text' : found === 'object' ? 'object' : found}, not a table.`,
        advice:
          'End with a step that gives a table: to count rows, `.count()` or `.rollup({ n: op.count() })`.',
      };
  }
}

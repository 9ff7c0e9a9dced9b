import { toDrawnForm, type DrawnForm } from '#src/charts/drawn-form.ts';
import { parseSpecText } from '#src/charts/spec-text.ts';
import type { PlainVerdict } from '../verdict.ts';
import type { ChartKey } from './answer-key.ts';

/**
 * Judges a chart by what it draws: two ways to ask for the same chart are the same answer.
 *
 * @param answer - a chart as lines of text, see `spec-text.ts`
 */
export function judgeChart(answer: string, key: ChartKey): PlainVerdict {
  const spec = parseSpecText(answer);
  if (!spec)
    return {
      kind: 'unreadable',
      headline: 'You have not made a chart yet.',
      body: 'Choose a kind of chart and its columns, then check again.',
    };
  const read = toDrawnForm(spec, key.table);
  if (!read.ok) return { kind: 'unreadable', headline: 'This chart cannot be drawn yet.', body: read.why };
  const accepted = [key.solution, ...key.alternatives].flatMap((text) => readForm(text, key));
  const same = (form: DrawnForm) => isSame(read.form, form, key.order === 'required');
  if (accepted.some(same)) return { kind: 'correct' };
  // A slip in the order counts as one only where the task asks for an order.
  const slip = key.wrong.find(({ chart }) =>
    readForm(chart, key).some((form) => isSame(read.form, form, true)),
  );
  if (slip) return { kind: 'known-mistake', feedback: slip.feedback };
  const loose = key.wrong.find(({ chart }) =>
    readForm(chart, key).some((form) => isSame(read.form, form, false)),
  );
  if (loose && !accepted.some((form) => isSame(read.form, form, false)))
    return { kind: 'known-mistake', feedback: loose.feedback };
  return { kind: 'wrong-answer', headline: toHeadline(read.form, accepted), body: key.feedback };
}

function readForm(text: string, { table }: ChartKey): DrawnForm[] {
  const spec = parseSpecText(text);
  const read = spec && toDrawnForm(spec, table);
  return read?.ok ? [read.form] : [];
}

function isSame(a: DrawnForm, b: DrawnForm, withOrder: boolean): boolean {
  return (
    a.mark === b.mark && a.points === b.points && a.faults === b.faults && (!withOrder || a.order === b.order)
  );
}

/** The first thing that is not right yet, from the largest to the smallest. */
function toHeadline(form: DrawnForm, accepted: readonly DrawnForm[]): string {
  const ofMark = accepted.filter(({ mark }) => mark === form.mark);
  if (ofMark.length === 0) return 'Another kind of chart answers this question.';
  const ofPoints = ofMark.filter(({ points }) => points === form.points);
  if (ofPoints.length === 0)
    return 'The kind of chart fits. Look at which columns it shows, and what it draws of rows that share a place.';
  if (!ofPoints.some(({ faults }) => faults === form.faults))
    return 'The chart shows the right figures, but something in it still misleads.';
  return 'The chart shows the right figures. Look at the order of its groups.';
}

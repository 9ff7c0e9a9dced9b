import type { Finding } from '#src/authored/finding.ts';
import { toDrawnForm } from '#src/charts/drawn-form.ts';
import { toSpecMutants } from '#src/charts/spec-mutants.ts';
import { parseSpecText, toSpecText } from '#src/charts/spec-text.ts';
import type { Database } from '#src/results/database.ts';
import { toChartSpec } from '../chart-field.ts';
import type { Verified } from '../kind.ts';
import { readSmallResult } from '../read-result.ts';
import { toChartKey, type ChartKey } from './answer-key.ts';
import { judgeChart } from './judge.ts';
import type { BuiltChart } from './outline.ts';
import type { ChartExercise } from './schema.ts';

/**
 * Proves that the model answer and every alternative are accepted, that every declared wrong chart and the chart to begin with
 * are refused, and that no chart that is one slip away is accepted unless it draws the same.
 */
export async function verifyChart(
  database: Database,
  exercise: ChartExercise,
): Promise<Verified<BuiltChart>> {
  const read = await readSmallResult(database, exercise.query, 'query', { rows: 120, columns: 6 });
  if (!read.ok) return { findings: [read.finding], accepted: 0, refused: 0 };
  const built: BuiltChart = { table: read.table };
  const key = toChartKey(exercise, built);
  const right = [key.solution, ...key.alternatives];
  const accepted = right.filter((chart) => judgeChart(chart, key).kind === 'correct');
  const refused = key.wrong.filter(({ chart, feedback }) => {
    const verdict = judgeChart(chart, key);
    return verdict.kind === 'known-mistake' && verdict.feedback === feedback;
  });
  const findings: Finding[] = [
    ...findUndrawn(right, key),
    ...key.wrong.flatMap(({ chart }, index) =>
      refused.some((each) => each.chart === chart)
        ? []
        : [
            {
              path: `wrong.${index}.chart`,
              expected: 'a chart that can be drawn, and that is refused with its own feedback',
              found: `"${judgeChart(chart, key).kind}"`,
              remedy:
                'Choose a chart that draws something else than the right ones and than the other wrong ones.',
            },
          ],
    ),
    ...findRightStarter(exercise, key),
    ...findSurvivors(exercise, key),
  ];
  if (findings.length > 0) return { findings, accepted: accepted.length, refused: refused.length };
  return { built, findings, accepted: accepted.length, refused: refused.length };
}

function findUndrawn(charts: readonly string[], { table }: ChartKey): Finding[] {
  return charts.flatMap((text, index) => {
    const spec = parseSpecText(text);
    const read = spec && toDrawnForm(spec, table);
    if (read?.ok) return [];
    return [
      {
        path: index === 0 ? 'solution' : `alternatives.${index - 1}`,
        expected: 'a chart that can be drawn',
        found: read ? read.why : 'no chart',
      },
    ];
  });
}

function findRightStarter({ starter }: ChartExercise, key: ChartKey): Finding[] {
  if (!starter || judgeChart(toSpecText(toChartSpec(starter)), key).kind !== 'correct') return [];
  return [{ path: 'starter', expected: 'a chart that is not right yet', found: 'one that is accepted' }];
}

/** Slips that are accepted although they draw something else. */
function findSurvivors(exercise: ChartExercise, key: ChartKey): Finding[] {
  const solution = toChartSpec(exercise.solution);
  const starter = exercise.starter && toChartSpec(exercise.starter);
  const forms = [key.solution, ...key.alternatives].flatMap((text) => {
    const spec = parseSpecText(text);
    const read = spec && toDrawnForm(spec, key.table);
    return read?.ok ? [read.form] : [];
  });
  return toSpecMutants(solution, key.table, starter).flatMap(({ id, slip, spec }) => {
    if (judgeChart(toSpecText(spec), key).kind !== 'correct') return [];
    const read = toDrawnForm(spec, key.table);
    const draws = read.ok ? read.form : undefined;
    const isEquivalent = forms.some((form) => JSON.stringify(form) === JSON.stringify(draws));
    // The author says that the task asks for no order.
    if (isEquivalent || (slip === 'order' && exercise.order === 'ignored')) return [];
    const isOrderOnly =
      exercise.order === 'ignored' &&
      forms.some((form) => JSON.stringify({ ...form, order: draws?.order }) === JSON.stringify(draws));
    if (isOrderOnly) return [];
    return [
      {
        path: 'solution',
        expected: 'every slip refused, unless it draws the same chart',
        found: `the slip "${id}" is accepted`,
        remedy: 'Ask for it in the task, or add the chart as an alternative.',
      },
    ];
  });
}

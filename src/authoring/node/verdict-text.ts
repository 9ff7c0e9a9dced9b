import type { Judgement } from '#src/verifying/node/open-lesson-judge.ts';
import type { RowSample } from '#src/compare/difference.ts';
import { toValueText } from '#src/exercises/predict/answer-key.ts';
import type { AnswerVerdict } from '#src/exercises/verdict.ts';

/** A verdict as the page gives it, for a terminal. */
export function toVerdictText({ exercise, verdict, words, elapsedMs }: Judgement): string {
  return [
    exercise,
    `${verdict.kind === 'correct' ? '✓' : verdict.kind === 'undecided' ? '?' : '✗'} ${words.headline} [${verdict.kind}]`,
    ...(words.body ? [words.body] : []),
    ...toEvidence(verdict),
    `${elapsedMs.toFixed(0)} ms`,
  ].join('\n');
}

function toEvidence(verdict: AnswerVerdict): string[] {
  switch (verdict.kind) {
    case 'wrong-rows':
      return verdict.extra.rows.length > 0 ? ['', 'Not asked for:', toTableText(verdict.extra)] : [];
    case 'wrong-values':
      return verdict.cells.map(
        ({ row, column, found, expected }) =>
          `Row ${row}, ${column}: ${toValueText(found)}, expected ${toValueText(expected)}`,
      );
    case 'wrong-order':
      return 'unsorted' in verdict
        ? []
        : [`Row ${verdict.row}: ${verdict.found.map(toValueText).join(', ')}`];
    case 'right-here-only':
      return [
        ...verdict.tables.flatMap((table) => ['', `Table ${table.name} of the example:`, toTableText(table)]),
        ...(verdict.found ? ['', 'The query gives:', toTableText(verdict.found)] : []),
        '',
        'Expected:',
        toTableText(verdict.expected),
      ];
    case 'known-mistake':
      return 'difference' in verdict && verdict.difference ? toEvidence(verdict.difference) : [];
    default:
      return [];
  }
}

function toTableText({ columns, rows, rowCount }: RowSample): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map(toValueText))];
  const widths = columns.map((_column, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...text, ...(rows.length < rowCount ? [`… ${rowCount} rows in all`] : [])]
    .map((line) => `  ${line}`)
    .join('\n');
}

import type { ProseReport } from '#src/lessons/prose/read-prose.ts';
import { countWords } from '#src/words/count-words.ts';

/**
 * How hard the lessons are to read, for a terminal.
 *
 * @param options.all - With a line for each lesson, and for each remark.
 */
export function toProseText(reports: readonly ProseReport[], { all }: { readonly all: boolean }): string {
  if (reports.length === 0) return '';
  const grades = reports.map(({ grade }) => grade).sort((a, b) => a - b);
  const middle = (grades.length - 1) / 2;
  const median = ((grades[Math.floor(middle)] ?? 0) + (grades[Math.ceil(middle)] ?? 0)) / 2;
  const remarks = reports.flatMap((report) => report.remarks);
  const total = `Reading grade: ${median.toFixed(1)} in the middle, ${(grades.at(-1) ?? 0).toFixed(1)} at most. ${countWords(remarks.length, 'remark')} on wording${all || remarks.length === 0 ? '.' : ': --all lists them.'}`;
  if (!all) return total;
  const lines = reports.flatMap(({ lesson, grade, sentences, remarks: own }) => [
    `${lesson}  grade ${grade.toFixed(1)} over ${countWords(sentences, 'sentence')}`,
    ...own.map((remark) => `  ${remark}`),
  ]);
  return [...lines, total].join('\n');
}

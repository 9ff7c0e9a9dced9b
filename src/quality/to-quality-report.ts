import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { countWords } from '#src/words/count-words.ts';
import type { DatasetQuality } from './quality.ts';
import { toDimensions } from './to-dimensions.ts';
import { shareWords } from '#src/words/share-words.ts';

/**
 * One line on a dataset.
 *
 * @example 'nhs-ae: 2,386 rows. 99.8% of values are there; 0 keys repeated; 10 of 10 rules kept.'
 */
export function toReportLine({ id, tables }: DatasetQuality): string {
  const sum = (count: (table: DatasetQuality['tables'][number]) => number) =>
    tables.reduce((total, table) => total + count(table), 0);
  const cells = sum(({ rows, columns }) => rows * columns.length);
  const missing = sum(({ columns }) => columns.reduce((gaps, column) => gaps + column.missing, 0));
  const links = tables.flatMap((table) => table.links);
  const matched = links.reduce((total, link) => total + link.matchedRows, 0);
  const linked = links.reduce((total, link) => total + link.rows, 0);
  const rules = tables.flatMap((table) => table.rules);
  const parts = [
    `${shareWords(cells - missing, cells)} of values are there`,
    `${countWords(
      sum(({ uniqueness }) => uniqueness.repeatedKeys),
      'key',
    )} repeated`,
    ...(linked === 0 ? [] : [`${shareWords(matched, linked)} of links match`]),
    ...(rules.length === 0
      ? []
      : [`${rules.filter(({ broken }) => broken === 0).length} of ${countWords(rules.length, 'rule')} kept`]),
  ];
  const names = tables.map(({ name, rows }) => `${name} ${countWords(rows, 'row')}`).join(', ');
  return `${id}: ${names}. ${parts.join('; ')}.`;
}

/** All that was measured of a dataset, with the known problems beside it, as plain text. */
export function toQualityReport(descriptor: DatasetDescriptor, quality: DatasetQuality): string {
  const dimensions = toDimensions(descriptor, quality).flatMap(({ name, findings }) =>
    findings.map((finding, index) => `  ${(index === 0 ? name : '').padEnd(13)}${finding}`),
  );
  const problems = descriptor.problems.map((problem) => `    - ${problem}`);
  return [`${descriptor.id}: ${descriptor.title}`, ...dimensions, '  Known problems', ...problems].join('\n');
}

/** What a build must not pass over: figures that differ from published ones. */
export function findBrokenTotals(quality: DatasetQuality): string[] {
  return quality.controlTotals
    .filter(({ agrees }) => !agrees)
    .map(({ meaning, expected, found, tolerance, error }) => {
      const within = tolerance === 0 ? '' : ` within ${tolerance}`;
      const ours = error ?? (found === null ? 'no number' : String(found));
      return `datasets/${quality.id}/dataset.yaml\n  controlTotals: expected ${expected}${within}, found ${ours}. (${meaning})\n  Look for what changed in the table, or correct the query or the published figure.`;
    });
}

import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { MeasuredNumbers } from '#src/quality/quality.ts';

/**
 * The column of numbers that stands for a table in its chart: the first that is measured in a unit, else the first;
 * one with a single value tells nothing.
 */
export function mainNumbers(
  table: TableDescriptor,
  numbers: readonly MeasuredNumbers[],
): (MeasuredNumbers & { readonly unit?: string }) | undefined {
  const varied = numbers.filter(({ min, max }) => min < max);
  const unitOf = (name: string) => table.columns.find((column) => column.name === name)?.unit;
  const chosen = varied.find(({ column }) => unitOf(column) !== undefined) ?? varied[0];
  if (chosen === undefined) return undefined;
  const unit = unitOf(chosen.column);
  return unit === undefined ? chosen : { ...chosen, unit };
}

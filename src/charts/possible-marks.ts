import type { ChartColumn } from './chart-columns.ts';
import { chartMarks, type ChartMark } from './chart-spec.ts';

export interface PossibleMark {
  readonly mark: ChartMark;
  /** Why these columns do not allow it: a sentence. Undefined where they do. */
  readonly why?: string;
}

/** Which chartMarks the columns of a result allow at all, and why not the others. */
export function toPossibleMarks(columns: readonly ChartColumn[]): readonly PossibleMark[] {
  const has = (role: ChartColumn['role']) => columns.filter((column) => column.role === role).length;
  const [numbers, periods, categories] = [has('number'), has('period'), has('category')];
  const groups = periods + categories;
  const why: Readonly<Record<ChartMark, string | undefined>> = {
    bar: groups > 0 ? undefined : 'Bars compare groups: this table has no column of groups or periods.',
    line:
      numbers > 0 && (periods > 0 || numbers > 1)
        ? undefined
        : periods > 0
          ? undefined
          : 'A line shows change: this table has no column of periods.',
    dot:
      numbers > 1 || (numbers > 0 && groups > 0)
        ? undefined
        : 'Dots need a column of figures and another column to set it against.',
    histogram: numbers > 0 ? undefined : 'A histogram needs a column of figures.',
    heatmap: groups > 1 ? undefined : 'A heat map needs two columns of groups or periods.',
    hexmap: columns.some(({ layout }) => layout !== undefined)
      ? undefined
      : 'A map needs a column with codes of councils or constituencies, ten different ones at least.',
  };
  return chartMarks.map((mark) => ({ mark, ...(why[mark] !== undefined && { why: why[mark] }) }));
}

import type { Cell } from '#src/results/cell.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { toOutlineBase, type OutlineBase } from '../exercise-base.ts';
import type { ShownResult } from '../read-result.ts';
import type { PredictExercise } from './schema.ts';

/** What the build adds: the results to pick from, or the value of the cell; and the result beside the task. */
export type BuiltPredict = { readonly shown?: ShownResult } & (
  | {
      /** In the order in which the page shows them. */
      readonly options: readonly {
        readonly table: ResultTable;
        /** Place of the wrong answer that gives it; null for the query itself. */
        readonly wrong: number | null;
      }[];
    }
  | { readonly value: Cell; readonly wrongValues: readonly Cell[] }
);

export interface PredictOutline extends OutlineBase {
  readonly kind: 'predict';
  readonly query: string;
  readonly shown?: ShownResult;
  /** The results to pick from; without them a value is typed. */
  readonly options?: readonly ResultTable[];
  readonly cell?: { readonly row: number; readonly column: string };
}

export function toPredictOutline(exercise: PredictExercise, built: BuiltPredict): PredictOutline {
  return {
    kind: 'predict',
    ...toOutlineBase(exercise),
    query: exercise.query,
    ...(built.shown && { shown: built.shown }),
    ...('options' in built
      ? { options: built.options.map(({ table }) => table) }
      : exercise.cell && { cell: exercise.cell }),
  };
}

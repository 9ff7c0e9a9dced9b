import type { Cell } from '#src/results/cell.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import type { OutlineBase } from '../exercise-base.ts';
import type { ShownResult } from '../read-result.ts';
import { pickTold, type Told } from '../told.ts';
import { predictPlaces, type PredictExercise } from './schema.ts';

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

export interface PredictOutline extends OutlineBase, Told<PredictExercise, typeof predictPlaces, 'outline'> {
  readonly shown?: ShownResult;
  /** The results to pick from; without them a value is typed. */
  readonly options?: readonly ResultTable[];
}

export function toPredictOutline(exercise: PredictExercise, built: BuiltPredict): PredictOutline {
  return {
    ...pickTold(exercise, predictPlaces, 'outline'),
    starter: '',
    ...(built.shown && { shown: built.shown }),
    ...('options' in built && { options: built.options.map(({ table }) => table) }),
  };
}

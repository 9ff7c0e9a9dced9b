import type { ReactNode } from 'react';
import { createPart } from '#src/engine/browser/create-part.ts';
import { FigureInput } from '#src/ui/exercise/FigureInput.tsx';
import { PlainPanel, type PanelProps } from '#src/ui/exercise/PlainPanel.tsx';
import type { PanelOutline } from '../../exercise-base.ts';
import type { NumberOutline } from '../outline.ts';

/** An exercise to answer with a figure. */
export function NumberPanel(props: PanelProps<PanelOutline<NumberOutline>>): ReactNode {
  const { unit } = props.exercise;
  return (
    <PlainPanel {...props} loadJudging={loadJudging}>
      {(input) => <FigureInput {...input} unit={unit} label={`Your figure${toUnitHint(unit)}`} />}
    </PlainPanel>
  );
}

function toUnitHint(unit: string): string {
  if (unit === '') return '';
  return unit === '%' ? ', in per cent' : unit === '£' ? ', in pounds' : `, in ${unit}`;
}

const loadJudging = createPart(async () => {
  const [{ numberKeySchema }, { judgeNumber }] = await Promise.all([
    import('../key-schema.ts'),
    import('../judge.ts'),
  ]);
  return { answerKeySchema: numberKeySchema, judge: judgeNumber };
});

import type { ReactNode } from 'react';
import { createPart } from '#src/engine/browser/create-part.ts';
import { LateChart, loadChartWork } from '#src/ui/chart/LateChart.tsx';
import { ChartedTable } from '#src/ui/chart/ShownChart.tsx';
import { PlainPanel, type PanelProps } from '#src/ui/exercise/PlainPanel.tsx';
import type { PanelOutline } from '../../exercise-base.ts';
import type { ChartOutline } from '../outline.ts';

/** An exercise to answer with a chart. */
export function ChartPanel(props: PanelProps<PanelOutline<ChartOutline>>): ReactNode {
  const { table, caption, query, offered } = props.exercise;
  const tables = Object.keys(props.data);
  return (
    <>
      <ChartedTable caption={caption} table={table} />
      <PlainPanel {...props} loadJudging={loadJudging}>
        {({ id, text, onChange }) => (
          <LateChart load={loadChartWork} props={{ id, text, onChange, table, query, tables, offered }} />
        )}
      </PlainPanel>
    </>
  );
}

const loadJudging = createPart(async () => {
  const [{ chartKeySchema }, { judgeChart }] = await Promise.all([
    import('../key-schema.ts'),
    import('../judge.ts'),
  ]);
  return { answerKeySchema: chartKeySchema, judge: judgeChart };
});

import type { ReactNode } from 'react';
import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import { CodePanel, type CodePanelProps } from '#src/ui/exercise/CodePanel.tsx';
import type { ArqueroOutline } from '../outline.ts';
import { PairedAnswers } from './PairedAnswers.tsx';
import { createPipelineRunner } from './pipeline-runner.ts';

/** An exercise to answer with a pipeline in JavaScript. */
export function ArqueroPanel(props: CodePanelProps<PanelOutline<ArqueroOutline>>): ReactNode {
  return (
    <CodePanel {...props} createRunner={createPipelineRunner}>
      {(key) => <PairedAnswers pipeline={key.solution} query={key.query} differs={key.differs} />}
    </CodePanel>
  );
}

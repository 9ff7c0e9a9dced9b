import type { ReactNode } from 'react';
import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import { CodePanel, type CodePanelProps } from '#src/ui/exercise/CodePanel.tsx';
import type { SqlOutline } from '../outline.ts';
import { createSqlRunner } from './sql-runner.ts';

/** An exercise to answer with a query. */
export function SqlPanel(props: CodePanelProps<PanelOutline<SqlOutline>>): ReactNode {
  return <CodePanel {...props} createRunner={createSqlRunner} />;
}

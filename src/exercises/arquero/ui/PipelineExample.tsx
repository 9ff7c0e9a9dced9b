import { useState } from 'react';
import type { ReactNode } from 'react';
import { RunnableExample, type ExampleProps } from '#src/ui/example/RunnableExample.tsx';
import { pageTables } from '#src/ui/site/page-tables.ts';
import { pipelineTextRunner } from './pipeline-runner.ts';

interface Props extends Omit<ExampleProps, 'language' | 'createRunner'> {
  /** Those that the pipeline may use; the page holds what is known of them. */
  readonly tableNames: readonly string[];
}

/** A pipeline of a lesson's text, to run and to change. */
export function PipelineExample({ tableNames, ...props }: Props): ReactNode {
  const [tables] = useState(() => pageTables(tableNames));
  return (
    <RunnableExample
      {...props}
      language="javascript"
      createRunner={(engine) => pipelineTextRunner({ engine, tables })}
    />
  );
}

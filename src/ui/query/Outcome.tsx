import type { ReactNode } from 'react';
import type { EngineStatus } from '#src/engine/engine.ts';
import type { TextRange } from '#src/results/run-outcome.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import { FailureNotice } from '../failure/FailureNotice.tsx';
import { OutcomeBox } from './OutcomeBox.tsx';
import { RunResult } from './RunResult.tsx';
import type { ShownRun } from '../run/shown-run.ts';
import { Suspicions } from './Suspicions.tsx';

interface Props {
  readonly shown: ShownRun | undefined;
  readonly engine: EngineStatus;
  /** Of the text that was run. */
  readonly language?: CodeLanguage;
  /** For a downloaded result, without an ending. */
  readonly fileName: string;
  readonly onGoTo: ((place: TextRange) => void) | undefined;
  /** Ids of the datasets that the query may read: a chart says what they say of its columns. */
  readonly datasets: readonly string[];
  /** What a check adds: it goes before the rows. */
  readonly children?: ReactNode;
}

/** All that came of the last run or check: the verdict first, the rows last. */
export function Outcome({
  shown,
  engine,
  language = 'sql',
  fileName,
  onGoTo,
  datasets,
  children,
}: Props): ReactNode {
  // Why the engine failed is said by its own line.
  if (!shown || (shown.failure && engine.state === 'failed')) return null;
  const { text, outcome, suspicions, failure, reload = false } = shown;
  return (
    <OutcomeBox of={shown}>
      {failure && <FailureNotice failure={failure} reload={reload} />}
      {children}
      <Suspicions sentences={suspicions ?? []} />
      {outcome && <RunResult {...{ outcome, text, language, fileName, onGoTo, datasets }} />}
    </OutcomeBox>
  );
}

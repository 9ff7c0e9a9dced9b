import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { TextRange } from '#src/results/run-outcome.ts';
import { NextStep } from './NextStep.tsx';
import { Problem } from '../query/Problem.tsx';
import { RunResult } from '../query/RunResult.tsx';
import { Suspicions } from '../query/Suspicions.tsx';
import type { Shown } from './use-attempts.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

interface Props {
  readonly shown: Shown;
  readonly fileName: string;
  readonly onGoTo: ((place: TextRange) => void) | undefined;
}

/** All that came of the last run or check: the verdict first, the rows last. */
export function Outcome({ shown, fileName, onGoTo }: Props): ReactNode {
  const { text, outcome, suspicions, judged, failure } = shown;
  const unreadable = judged?.verdict.kind === 'does-not-run' ? judged.verdict.error : undefined;
  const box = useRef<HTMLDivElement>(null);
  // Hints may have pushed it below the screen. The focus stays where it is.
  useEffect(() => {
    box.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  return (
    <div className="app-outcome" ref={box}>
      {failure && <p className="app-notice app-notice--bad">{failure}</p>}
      {judged && !unreadable && <VerdictPanel {...judged} fileName={fileName} next={<NextStep />} />}
      {unreadable && outcome?.status !== 'error' && (
        <Problem error={unreadable} text={text} onGoTo={onGoTo} />
      )}
      <Suspicions sentences={suspicions ?? []} />
      {outcome && <RunResult outcome={outcome} text={text} fileName={fileName} onGoTo={onGoTo} />}
    </div>
  );
}

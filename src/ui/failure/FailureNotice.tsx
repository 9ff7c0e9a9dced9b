import type { ReactNode } from 'react';
import type { ShownFailure } from './to-failure.ts';
import { ReloadButton } from './ReloadButton.tsx';

/** Why a query or an answer could not be run or checked, when that was not the learner's doing. */
export function FailureNotice({ failure, reload }: ShownFailure): ReactNode {
  return (
    <div className="app-notice app-notice--bad">
      <p>{failure}</p>
      {reload && <ReloadButton />}
    </div>
  );
}

import type { ReactNode } from 'react';
import { RichText } from '../text/RichText.tsx';

/** The hints that were asked for; they stay. */
export function HintList({
  hints,
  total,
}: {
  readonly hints: readonly string[];
  readonly total: number;
}): ReactNode {
  if (hints.length === 0) return null;
  return (
    <div className="app-notice app-notice--info">
      <p className="app-notice__title">{total === 1 ? 'Hint' : `Hints, ${hints.length} of ${total}`}</p>
      <ol className="app-hints">
        {hints.map((hint) => (
          <li key={hint}>
            <RichText text={hint} />
          </li>
        ))}
      </ol>
    </div>
  );
}

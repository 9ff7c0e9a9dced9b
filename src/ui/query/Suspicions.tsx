import type { ReactNode } from 'react';
import { RichText } from '../text/RichText.tsx';

/** What looks like a slip in a query that ran all the same. */
export function Suspicions({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <div className="app-notice app-notice--warn">
      <p className="app-notice__title">Worth a look</p>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <RichText text={sentence} />
        </p>
      ))}
    </div>
  );
}

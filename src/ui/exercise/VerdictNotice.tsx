import type { ReactNode } from 'react';
import type { VerdictWords } from '#src/checker/verdict.ts';
import type { Tone } from '#src/exercises/verdict-kinds.ts';
import { RichText } from '../text/RichText.tsx';
import { NextStep } from './NextStep.tsx';
import { ReportOffer } from './ReportOffer.tsx';

interface Props {
  readonly tone: Tone;
  readonly words: VerdictWords;
  /** What the answer means for a decision: shown once the answer is right. */
  readonly explain: string;
  /** Offered while the answer is not right; left out where there was nothing to judge. */
  readonly makeReport?: () => Promise<string>;
  /** The answer has changed since: what is said is about an earlier one. */
  readonly isStale?: boolean;
  /** For a saved report, without an ending. */
  readonly fileName: string;
  /** The evidence. */
  readonly children?: ReactNode;
}

const marks = { good: '✓', warn: '!', unsure: '?', bad: '✗' } as const satisfies Record<Tone, string>;

/** What is said of an answer to an exercise of any kind: first the sentence, then what shows it, then the way on. */
export function VerdictNotice(props: Props): ReactNode {
  const { tone, words, explain, makeReport, isStale = false, fileName, children } = props;
  const look = isStale ? 'stale' : tone === 'unsure' ? 'warn' : tone;
  return (
    <div className={`app-notice app-notice--${look}`}>
      {isStale && <p className="app-notice__stale">For your earlier answer:</p>}
      <h3 className="app-notice__title">
        <span className="app-notice__mark" aria-hidden="true">
          {marks[tone]}
        </span>{' '}
        <RichText text={words.headline} />
      </h3>
      {words.body && (
        <p>
          <RichText text={words.body} />
        </p>
      )}
      {children}
      {tone === 'good' ? (
        <>
          <p>
            <RichText text={explain} />
          </p>
          <NextStep />
        </>
      ) : (
        makeReport && <ReportOffer makeReport={makeReport} fileName={fileName} />
      )}
    </div>
  );
}

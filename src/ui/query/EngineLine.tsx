import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EngineStatus } from '#src/engine/engine.ts';
import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { ReloadButton } from '../failure/ReloadButton.tsx';
import { engineWords } from './run-words.ts';
import type { Doing } from '../run/shown-run.ts';

interface Props {
  readonly status: EngineStatus;
  /** What the engine costs a browser that has never had it. */
  readonly firstBytes?: number | undefined;
  readonly doing: Doing;
  /** Of the text that is run. */
  readonly language?: CodeLanguage;
  readonly onStop: () => void;
  /** Called when the Stop button goes away from under the focus, which must not vanish with it. */
  readonly onStopGone?: () => void;
  readonly onRetry: () => void;
}

/** One line under the buttons: what is under way, how far the engine is, and the button that stops or retries. */
export function EngineLine(props: Props): ReactNode {
  const { status, firstBytes, doing, language = 'sql', onStop, onStopGone, onRetry } = props;
  if (status.state === 'failed' && doing === 'nothing') {
    return (
      <div className="app-status app-status--failed">
        <p>{status.message}</p>
        {status.reload ? (
          <ReloadButton />
        ) : (
          <button
            type="button"
            className="govuk-button govuk-button--secondary app-status__button"
            onClick={onRetry}
          >
            Try again
          </button>
        )}
      </div>
    );
  }
  const loading = status.state === 'starting' || status.state === 'idle' || status.state === 'failed';
  return (
    <div className="app-status">
      <p>
        {doing === 'nothing'
          ? engineWords(status, firstBytes)
          : doingWords(doing, language, loading ? engineWords(status, firstBytes) : undefined)}
      </p>
      {status.state === 'starting' && status.totalBytes > 0 && (
        <progress
          className="app-status__progress"
          max={status.totalBytes}
          value={status.loadedBytes}
          aria-label="Query engine downloaded"
        />
      )}
      {doing !== 'nothing' && <StopButton onStop={onStop} onGone={onStopGone} />}
    </div>
  );
}

function StopButton(props: {
  readonly onStop: () => void;
  readonly onGone: (() => void) | undefined;
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    const node = button.current;
    // It goes when the query ends too, whether it was pressed or not.
    return () => {
      if (document.activeElement === node) latest.current.onGone?.();
    };
  }, []);
  return (
    <button
      type="button"
      ref={button}
      className="govuk-button govuk-button--warning app-status__button"
      onClick={props.onStop}
    >
      Stop
    </button>
  );
}

function doingWords(
  doing: 'run' | 'check',
  language: CodeLanguage,
  engineStarting: string | undefined,
): string {
  const { answer } = codeWords[language];
  if (engineStarting !== undefined) {
    const what = doing === 'run' ? `Your ${answer} runs` : 'Your answer is checked';
    return `${engineStarting} ${what} as soon as it is ready.`.trim();
  }
  return doing === 'run' ? `Running your ${answer}…` : 'Checking your answer…';
}

import { useEffect, useRef, useState } from 'react';
import { deleteExploreData } from '#src/explore/browser/explore-store.ts';
import type { ProgressStore } from '#src/progress/browser/progress-store.ts';

interface Props {
  readonly store: ProgressStore;
  readonly onMessage: (message: string) => void;
}

/** Deletes all progress, after asking once more. */
export function DeletePanel({ store, onMessage }: Props) {
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLHeadingElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);

  // The button that had the focus goes away: the focus moves on to what took its place.
  useEffect(() => {
    if (asking) question.current?.focus();
    else if (asked.current) start.current?.focus();
    asked.current = asking;
  }, [asking]);

  const deleteAll = async () => {
    try {
      await store.deleteEverything();
      deleteExploreData();
      onMessage('All progress in this browser has been deleted.');
    } catch (cause) {
      console.error(cause);
      onMessage(
        'Your browser would not delete your progress. Close other tabs of this site and try again, or clear this site’s data in your browser’s settings.',
      );
    }
    setAsking(false);
  };

  if (!asking) {
    return (
      <>
        <h3 className="govuk-heading-m">Delete</h3>
        <p className="govuk-body">
          This removes all your answers and attempts, and the queries you kept on the Explore page, from this
          browser.
        </p>
        <button
          ref={start}
          type="button"
          className="govuk-button govuk-button--warning"
          onClick={() => {
            onMessage('');
            setAsking(true);
          }}
        >
          Delete everything
        </button>
      </>
    );
  }
  return (
    <>
      <h3 className="govuk-heading-m" ref={question} tabIndex={-1}>
        Delete all progress in this browser?
      </h3>
      <p className="govuk-body">
        You cannot undo this. If you may want your answers again, export them to a file first.
      </p>
      <div className="govuk-button-group">
        <button type="button" className="govuk-button govuk-button--warning" onClick={() => void deleteAll()}>
          Yes, delete everything
        </button>
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={() => setAsking(false)}
        >
          Keep my progress
        </button>
      </div>
    </>
  );
}

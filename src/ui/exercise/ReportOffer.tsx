import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { copyText, offerFile } from '../query/browser-files.ts';

interface Props {
  readonly makeReport: () => Promise<string>;
  /** For the saved file, without an ending. */
  readonly fileName: string;
}

/** What a learner can do who thinks that the checker is wrong: take the whole case away as text. */
export function ReportOffer({ makeReport, fileName }: Props): ReactNode {
  const [note, setNote] = useState('');
  // Shown only where the browser does not let the page copy.
  const [text, setText] = useState('');
  useEffect(() => {
    setNote('');
    setText('');
  }, [makeReport]);

  const use = async (what: (report: string) => Promise<string> | string) => {
    setNote('Making the report…');
    try {
      setNote(await what(await makeReport()));
    } catch (cause) {
      console.error(cause);
      setNote('The report could not be made. Try again; your answer is kept.');
    }
  };
  const copy = () =>
    use(async (report) => {
      if (await copyText(report)) return 'Copied.';
      setText(report);
      return 'Your browser does not let this page copy. Select the text below and copy it.';
    });
  const save = () =>
    use((report) => {
      offerFile(`${fileName}-report.yaml`, 'application/yaml', report);
      return 'Saved.';
    });

  return (
    <details className="govuk-details app-report">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">I think my answer is right</span>
      </summary>
      <div className="govuk-details__text">
        <p>
          It may be: checkers make mistakes too. A report lets whoever runs this lesson check your answer
          again. It holds the exercise, your answer, what came of it and what we said of it, and nothing about
          you.
        </p>
        <p>It goes nowhere by itself. Copy or save it, then send it to your trainer.</p>
        <div className="app-result__actions">
          <button type="button" className="app-link-button" onClick={() => void copy()}>
            Copy the report
          </button>
          <button type="button" className="app-link-button" onClick={() => void save()}>
            Save the report as a file
          </button>
          <span role="status">{note}</span>
        </div>
        {text && (
          <textarea className="govuk-textarea" aria-label="The report" rows={8} readOnly value={text} />
        )}
      </div>
    </details>
  );
}

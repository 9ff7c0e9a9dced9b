import { useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { ProgressStore } from '#src/progress/browser/progress-store.ts';
import { findSizeProblem, parseProgressFile } from '#src/progress/progress-file.ts';
import type { ProgressFileOutcome } from '#src/progress/progress-file.ts';
import { toImportWords } from './progress-words.ts';

interface Props {
  readonly store: ProgressStore;
  readonly onMessage: (message: string) => void;
}

/** Merges a file that was exported, here or elsewhere. */
export function ImportPanel({ store, onMessage }: Props) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const importProgress = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    onMessage('');
    const outcome = await readFile(input.current?.files?.[0]);
    if (outcome.status === 'ok') {
      const summary = await store.importFile(outcome.file);
      if (input.current !== null) input.current.value = '';
      onMessage(toImportWords(summary, outcome));
    } else {
      input.current?.focus();
    }
    setProblem(outcome.status === 'error' ? outcome.message : undefined);
    setBusy(false);
  };

  return (
    <form onSubmit={(event) => void importProgress(event)} noValidate>
      <h3 className="govuk-heading-m">Import</h3>
      <div className={`govuk-form-group ${problem === undefined ? '' : 'govuk-form-group--error'}`}>
        <label className="govuk-label" htmlFor={id}>
          Choose a file that you exported
        </label>
        <div className="govuk-hint" id={`${id}-hint`}>
          It is added to what is here. Nothing is overwritten: where both have an answer, the better one is
          kept.
        </div>
        <div role="alert">
          {problem !== undefined && (
            <p className="govuk-error-message" id={`${id}-problem`}>
              <span className="govuk-visually-hidden">Error:</span> {problem}
            </p>
          )}
        </div>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".json,application/json"
          className={`govuk-file-upload ${problem === undefined ? '' : 'govuk-file-upload--error'}`}
          aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`}
          aria-invalid={problem !== undefined}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary" aria-disabled={busy}>
        Import the file
      </button>
    </form>
  );
}

async function readFile(file: File | undefined): Promise<ProgressFileOutcome> {
  if (file === undefined) return { status: 'error', message: 'Choose a file first.' };
  const sizeProblem = findSizeProblem(file.size);
  if (sizeProblem !== undefined) return { status: 'error', message: sizeProblem };
  try {
    return parseProgressFile(await file.text(), new Date());
  } catch (cause) {
    console.error(cause);
    return {
      status: 'error',
      message: 'Your browser could not read the file. Check that it is still there, then choose it again.',
    };
  }
}

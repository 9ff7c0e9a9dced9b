import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { OwnTable } from '#src/explore/browser/read-own-file.ts';
import { acceptedEndings } from '#src/explore/reading/file-kind.ts';
import { countWords } from '#src/words/count-words.ts';
import { RichText } from '../text/RichText.tsx';
import type { FileState, OwnFilesHandle } from './use-own-files.ts';

interface Props {
  readonly files: OwnFilesHandle;
  readonly enabled: boolean;
  /** What the part is called, and what is said of a file that was read; those of Explore unless told. */
  readonly title?: string;
  readonly toDoneWords?: (table: OwnTable) => string;
}

/** Where a person chooses a file of their own, sees how far the reading is and why a file was not used. */
export function OwnFilePanel({
  files,
  enabled,
  title = 'Use your own file',
  toDoneWords = toTableWords,
}: Props): ReactNode {
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const { state, add, stop } = files;
  return (
    <section className="app-explore__part" aria-labelledby={`${id}title`}>
      <h2 className="govuk-heading-m" id={`${id}title`}>
        {title}
      </h2>
      <label className="govuk-label" htmlFor={`${id}file`}>
        Choose a file
      </label>
      <p className="govuk-hint" id={`${id}hint`}>
        CSV, TSV, JSON, Parquet, Excel or OpenDocument (.ods). It is read here in your browser and never
        uploaded. It is gone when you close or reload this page.
      </p>
      <input
        ref={chooser}
        id={`${id}file`}
        type="file"
        className="govuk-file-upload app-explore__file"
        accept={acceptedEndings}
        aria-describedby={`${id}hint`}
        disabled={!enabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) add(file);
          // So that the same file, mended, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <p role="status" className="govuk-visually-hidden">
        {toFileAnnouncement(state, toDoneWords)}
      </p>
      <FileStateView
        state={state}
        toDoneWords={toDoneWords}
        onStop={() => {
          stop();
          chooser.current?.focus();
        }}
      />
    </section>
  );
}

function FileStateView({
  state,
  toDoneWords,
  onStop,
}: {
  readonly state: FileState;
  readonly toDoneWords: (table: OwnTable) => string;
  readonly onStop: () => void;
}): ReactNode {
  switch (state.kind) {
    case 'nothing':
      return null;
    case 'stopped':
      return (
        <p className="app-explore__note">
          Stopped reading {state.fileName}.{' '}
          {state.again ? 'The table stays as it was.' : 'Nothing of it is kept.'}
        </p>
      );
    case 'problem':
      return (
        <div className="app-notice app-notice--bad">
          <p className="app-notice__title">
            {state.again
              ? `${state.fileName} was not read again. The table stays as it was.`
              : `${state.fileName} was not used`}
          </p>
          <p>{state.message}</p>
        </div>
      );
    case 'done':
      return (
        <div className="app-notice app-notice--good">
          <p>
            <span className="app-notice__mark" aria-hidden="true">
              ✓
            </span>{' '}
            <RichText text={toDoneWords(state.table)} />
          </p>
        </div>
      );
    case 'reading': {
      const { file, progress } = state;
      return (
        <div className="app-status">
          <p>
            {progress.stage === 'reading'
              ? `Reading ${file.name}: ${toMegabytes(progress.bytesRead)} of ${toMegabytes(file.size)} MB…`
              : `Making a table of ${file.name} and looking at what is in it…`}
          </p>
          <progress
            className="app-status__progress"
            aria-label={`Reading ${file.name}`}
            max={file.size}
            value={progress.stage === 'reading' ? progress.bytesRead : undefined}
          />
          <button
            type="button"
            className="govuk-button govuk-button--warning app-status__button"
            onClick={onStop}
          >
            Stop reading
          </button>
        </div>
      );
    }
  }
}

function toTableWords({ fileName, name, profile }: OwnTable): string {
  return `${fileName} is the table \`${name}\`, ${countWords(profile.rowCount, 'row')}.`;
}

/** One sentence a stage, and nothing for every megabyte. */
function toFileAnnouncement(state: FileState, toDoneWords: (table: OwnTable) => string): string {
  switch (state.kind) {
    case 'nothing':
      return '';
    case 'reading':
      return state.progress.stage === 'reading'
        ? `Reading ${state.file.name}.`
        : `Making a table of ${state.file.name}.`;
    case 'done':
      return toDoneWords(state.table).replaceAll('`', '');
    case 'problem':
      return `${state.fileName} was not ${state.again ? 'read again' : 'used'}. ${state.message}`;
    case 'stopped':
      return `Stopped reading ${state.fileName}.`;
  }
}

function toMegabytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 10 ? megabytes.toFixed(1) : String(Math.round(megabytes));
}

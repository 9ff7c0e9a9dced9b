import { useId, useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { SavedQuery, StoredWork } from '#src/explore/stored-schemas.ts';
import type { SavedQueriesHandle } from './use-saved-queries.ts';

interface Props {
  readonly saved: SavedQueriesHandle;
  readonly work: StoredWork;
  readonly enabled: boolean;
  readonly onOpen: (query: SavedQuery) => void;
}

/** Keep the query under a name, and the queries that were kept. */
export function KeepPanel({ saved, work, enabled, onOpen }: Props): ReactNode {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const { queries, keeping, message, undo } = saved;

  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const trimmed = name.trim();
    if (trimmed === '') return setProblem('Enter a name for the query.');
    if (work.text.trim() === '') return setProblem('There is no query in the editor yet.');
    setProblem('');
    setName('');
    saved.save(trimmed, work);
  };

  return (
    <section className="app-explore__part" aria-labelledby={`${id}title`}>
      <h2 className="govuk-heading-m" id={`${id}title`} ref={title} tabIndex={-1}>
        Your queries
      </h2>
      {keeping !== 'browser' && (
        <p className="app-notice app-notice--warn">
          Your browser does not keep your queries, since its storage is full or switched off: they are gone
          when you close {keeping === 'tab' ? 'this tab' : 'or reload this page'}. Copy what you need.
        </p>
      )}
      <form className="app-explore__form" onSubmit={save} noValidate>
        <div className="app-explore__field">
          <label className="govuk-label" htmlFor={`${id}name`}>
            Name this query
          </label>
          {problem && (
            <p className="govuk-error-message" id={`${id}problem`}>
              <span className="govuk-visually-hidden">Error:</span> {problem}
            </p>
          )}
          <input
            id={`${id}name`}
            className="app-explore__input"
            type="text"
            maxLength={120}
            autoComplete="off"
            value={name}
            disabled={!enabled}
            aria-invalid={problem !== '' || undefined}
            aria-describedby={problem ? `${id}problem` : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <button type="submit" className="govuk-button govuk-button--secondary" disabled={!enabled}>
          Save
        </button>
      </form>
      <p className="app-explore__note">
        <span role="status">{message}</span>{' '}
        {undo && (
          <button
            type="button"
            className="app-link-button"
            onClick={() => {
              undo();
              // This button goes away.
              title.current?.focus();
            }}
          >
            Undo
          </button>
        )}
      </p>
      <KeptQueries
        queries={queries}
        onOpen={onOpen}
        onDelete={(query) => {
          saved.remove(query);
          title.current?.focus();
        }}
      />
    </section>
  );
}

interface KeptQueriesProps {
  readonly queries: readonly SavedQuery[];
  readonly onOpen: (query: SavedQuery) => void;
  readonly onDelete: (query: SavedQuery) => void;
}

function KeptQueries({ queries, onOpen, onDelete }: KeptQueriesProps): ReactNode {
  if (queries.length === 0) return null;
  return (
    <ul className="app-queries">
      {queries.map((query) => (
        <li key={query.id} className="app-queries__item">
          <span className="app-queries__name">{query.name}</span>
          <span className="app-queries__actions">
            <button type="button" className="app-link-button" onClick={() => onOpen(query)}>
              Open <span className="govuk-visually-hidden">{query.name}</span>
            </button>
            <button type="button" className="app-link-button" onClick={() => onDelete(query)}>
              Delete <span className="govuk-visually-hidden">{query.name}</span>
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

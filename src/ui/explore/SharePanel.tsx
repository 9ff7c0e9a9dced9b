import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { toShareLink } from '#src/explore/share-link.ts';
import type { ShareLink } from '#src/explore/share-link.ts';
import type { StoredWork } from '#src/explore/stored-schemas.ts';
import { copyText } from '../query/browser-files.ts';

interface Props {
  readonly work: StoredWork;
  readonly enabled: boolean;
  readonly usesOwnFile: boolean;
}

/** Make a link that carries the query. */
export function SharePanel({ work, enabled, usesOwnFile }: Props): ReactNode {
  const id = useId();
  const [link, setLink] = useState<ShareLink>();
  const [note, setNote] = useState('');
  // A link to an earlier query would mislead.
  useEffect(() => {
    setLink(undefined);
    setNote('');
  }, [work]);

  const share = async () => {
    if (work.text.trim() === '') return setNote('There is no query in the editor yet.');
    const made = toShareLink(work, location.href);
    setLink(made);
    if (!made.ok) return setNote('');
    setNote(
      (await copyText(made.url)) ? 'Copied.' : 'Your browser did not allow copying. Copy it from here:',
    );
  };

  return (
    <section className="app-explore__part" aria-labelledby={`${id}title`}>
      <h2 className="govuk-heading-m" id={`${id}title`}>
        Share this query
      </h2>
      <p className="govuk-body">
        The link holds the query and the names of its datasets, in the part that browsers keep to themselves.
        It holds no results and no file. Whoever opens it sees the query and decides whether to run it.
      </p>
      <button
        type="button"
        className="govuk-button govuk-button--secondary app-explore__button"
        disabled={!enabled}
        onClick={() => void share()}
      >
        Copy a link
      </button>
      <p className="app-explore__note" role="status">
        {note}
      </p>
      {link && !link.ok && <p className="app-notice app-notice--warn">{link.message}</p>}
      {link?.ok && (
        <>
          <label className="govuk-label" htmlFor={`${id}link`}>
            The link
          </label>
          <input
            id={`${id}link`}
            className="app-explore__input app-explore__input--wide"
            type="text"
            readOnly
            value={link.url}
            onFocus={(event) => event.currentTarget.select()}
          />
          {usesOwnFile && (
            <p className="app-explore__note">
              Your own file is not in the link: others need a file of their own for that table.
            </p>
          )}
        </>
      )}
    </section>
  );
}

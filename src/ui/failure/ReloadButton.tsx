import { useState } from 'react';
import type { ReactNode } from 'react';

/** So long the site may take to answer, in milliseconds. */
const limitMs = 10_000;

/** Loads the page again, but only once it can be had: without a connection the one that is here would be lost. */
export function ReloadButton(): ReactNode {
  const [note, setNote] = useState('');
  const reload = async () => {
    setNote('Looking for a connection…');
    if (await isSiteThere()) location.reload();
    else
      setNote(
        'This site cannot be reached just now, so the page stays as it is. Try again in a little while.',
      );
  };
  return (
    <>
      <button
        type="button"
        className="govuk-button govuk-button--secondary app-status__button"
        onClick={() => void reload()}
      >
        Reload the page
      </button>
      <span role="status">{note}</span>
    </>
  );
}

async function isSiteThere(): Promise<boolean> {
  const request = new AbortController();
  const timer = setTimeout(() => request.abort(), limitMs);
  try {
    return (await fetch(location.href, { method: 'HEAD', cache: 'no-store', signal: request.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

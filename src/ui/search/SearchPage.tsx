import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { countWords } from '#src/words/count-words.ts';
import { siteUrl } from '../site-url.ts';
import { createSearch } from './find-entries.ts';
import type { SearchEntry } from './search-entry.ts';

const kinds = { lesson: 'Lesson', exercise: 'Exercise', dataset: 'Dataset', word: 'Word' } as const;

type Reading = 'waiting' | 'failed' | readonly SearchEntry[];

/** Searches lessons, exercises, datasets and the glossary, in this browser. */
export function SearchPage() {
  const [question, setQuestion] = useState('');
  const [reading, setReading] = useState<Reading>('waiting');
  const [tries, setTries] = useState(0);
  const asked = useDeferredValue(question);
  const id = useId();
  useEffect(() => {
    let ended = false;
    const read = async () => {
      const response = await fetch(siteUrl('/search/entries.json'));
      if (!response.ok) throw new Error(`The search list came with status ${response.status}.`);
      // Our own build wrote it, for this very page.
      const entries = (await response.json()) as SearchEntry[];
      if (!ended) setReading(entries);
    };
    read().catch((cause: unknown) => {
      console.error('The search list could not be read.', cause);
      if (!ended) setReading('failed');
    });
    return () => {
      ended = true;
    };
  }, [tries]);
  useEffect(() => {
    setQuestion(new URLSearchParams(location.search).get('q')?.slice(0, 200) ?? '');
  }, []);
  const change = (words: string) => {
    setQuestion(words);
    // So that a link, a reload and the way back keep the question.
    const query = words.trim() === '' ? '' : `?q=${encodeURIComponent(words)}`;
    history.replaceState(history.state, '', `${location.pathname}${query}`);
  };
  return (
    <>
      <form role="search" className="app-search" onSubmit={(event) => event.preventDefault()}>
        <label className="govuk-label govuk-label--m" htmlFor={id}>
          What are you looking for?
        </label>
        <div className="govuk-hint" id={`${id}-hint`}>
          A word such as median, a place, a dataset, or what you want to do.
        </div>
        <input
          className="govuk-input"
          id={id}
          aria-describedby={`${id}-hint`}
          type="search"
          autoComplete="off"
          maxLength={200}
          value={question}
          onChange={(event) => change(event.target.value)}
        />
      </form>
      {reading === 'failed' ? (
        <div className="app-notice app-notice--warn" role="alert">
          <p className="govuk-body">
            The list of what can be found did not arrive. Your connection may have stopped.
          </p>
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => {
              setReading('waiting');
              setTries(tries + 1);
            }}
          >
            Try again
          </button>
        </div>
      ) : (
        <Results entries={reading === 'waiting' ? undefined : reading} question={asked} />
      )}
    </>
  );
}

function Results({
  entries,
  question,
}: {
  readonly entries: readonly SearchEntry[] | undefined;
  readonly question: string;
}) {
  const search = useMemo(() => entries && createSearch(entries), [entries]);
  const asked = question.trim();
  const found = useMemo(() => (asked === '' ? [] : (search?.(asked) ?? [])), [search, asked]);
  return (
    <>
      <p className="govuk-body app-search__status" role="status">
        {asked !== '' && toStatus(search !== undefined, found.length, asked)}
      </p>
      <ol className="app-search__results">
        {found.map(({ kind, title, url, summary }) => (
          <li key={url} className="app-search__result">
            <span className="app-search__kind">{kinds[kind]}</span>
            <h2 className="govuk-heading-s app-search__title">
              <a className="govuk-link" href={siteUrl(url)}>
                {title}
              </a>
            </h2>
            <p className="govuk-body app-search__summary">{summary}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function toStatus(isReady: boolean, count: number, asked: string): string {
  if (!isReady) return 'Getting the list…';
  return count === 0
    ? `Nothing was found for “${asked}”. Try another word, or fewer words.`
    : `${countWords(count, 'result')} for “${asked}”`;
}

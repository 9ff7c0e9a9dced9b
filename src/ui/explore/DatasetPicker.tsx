import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { countWords } from '#src/words/count-words.ts';
import type { ExploreDataset } from './explore-dataset.ts';
import { findDatasets } from './find-datasets.ts';

interface Props {
  readonly datasets: readonly ExploreDataset[];
  readonly picked: readonly string[];
  readonly enabled: boolean;
  readonly onPick: (picked: readonly string[]) => void;
}

/** The datasets to choose from. What is picked is downloaded; nothing else is. */
export function DatasetPicker({ datasets, picked, enabled, onPick }: Props): ReactNode {
  const id = useId();
  const [search, setSearch] = useState('');
  const found = findDatasets(datasets, search);
  return (
    <section className="app-explore__part" aria-labelledby={`${id}title`}>
      <h2 className="govuk-heading-m" id={`${id}title`}>
        Pick datasets
      </h2>
      <label className="govuk-label" htmlFor={`${id}search`}>
        Search datasets
      </label>
      <input
        id={`${id}search`}
        className="app-explore__input"
        type="search"
        autoComplete="off"
        value={search}
        disabled={!enabled}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className="app-explore__note" role="status">
        {search.trim() === ''
          ? countWords(datasets.length, 'dataset')
          : `${found.length} of ${countWords(datasets.length, 'dataset')}`}
        , {picked.length} picked
      </p>
      <fieldset className="app-explore__choices">
        <legend className="govuk-visually-hidden">Datasets to query</legend>
        {found.map(({ id: datasetId, title, asset, tables, period }) => (
          <label key={datasetId} className="app-choice">
            <input
              type="checkbox"
              className="app-choice__box"
              checked={picked.includes(datasetId)}
              disabled={!enabled}
              aria-describedby={`${id}${datasetId}`}
              onChange={(event) =>
                onPick(
                  event.currentTarget.checked
                    ? [...picked, datasetId]
                    : picked.filter((each) => each !== datasetId),
                )
              }
            />
            <span className="app-choice__words">
              <span className="app-choice__title">{title}</span>
              <span className="app-choice__hint" id={`${id}${datasetId}`}>
                {tables.map(({ name }) => name).join(', ')}. {period}. {sizeWords(asset.bytes)}
              </span>
            </span>
          </label>
        ))}
        {found.length === 0 && <p className="app-explore__note">No dataset has all these words.</p>}
      </fieldset>
    </section>
  );
}

/** The size of a download, so that a person on a slow line can choose. */
function sizeWords(bytes: number): string {
  return bytes < 950_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

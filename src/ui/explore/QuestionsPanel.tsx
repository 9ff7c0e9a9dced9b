import { useId } from 'react';
import type { ReactNode } from 'react';
import type { ExploreDataset } from './explore-dataset.ts';

interface Props {
  readonly datasets: readonly ExploreDataset[];
  readonly onAsk: (query: string) => void;
}

/** Questions to start from: a press writes the query and runs it. */
export function QuestionsPanel({ datasets, onAsk }: Props): ReactNode {
  const id = useId();
  if (datasets.length === 0) return null;
  return (
    <section className="app-explore__part" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        Questions to start from
      </h2>
      <ul className="govuk-list app-explore__questions">
        {datasets.flatMap((dataset) =>
          dataset.questions.map(({ question, query }) => (
            <li key={`${dataset.id} ${question}`}>
              <button type="button" className="app-link-button" onClick={() => onAsk(query)}>
                {question}
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

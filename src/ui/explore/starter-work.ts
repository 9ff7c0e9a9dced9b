import { parseAskLink } from '#src/explore/ask-link.ts';
import type { StoredWork } from '#src/explore/stored-schemas.ts';
import type { ExploreDataset } from './explore-dataset.ts';

/** The query of a question that a link asks for, with its dataset; undefined where there is no such question. */
export function toAskedWork(hash: string, datasets: readonly ExploreDataset[]): StoredWork | undefined {
  const asked = parseAskLink(hash);
  const dataset = datasets.find(({ id }) => id === asked?.datasetId);
  const question = dataset?.questions[asked?.index ?? 0];
  return dataset && question && { text: question.query, datasets: [dataset.id] };
}

/** Whether a text is nobody's work: nothing, or a prepared query as it was written. */
export function isUntouched(text: string, datasets: readonly ExploreDataset[]): boolean {
  return (
    text.trim() === '' || datasets.some(({ questions }) => questions.some(({ query }) => query === text))
  );
}

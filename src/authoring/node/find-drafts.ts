import { isDraft } from '#src/datasets/draft.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { listWords } from '#src/words/list-words.ts';

/** The datasets that are drafts, and the lessons that use one: nothing of either is published. */
export interface Drafts {
  readonly datasets: readonly string[];
  readonly lessons: readonly string[];
}

/** @returns ids, in their order */
export async function findDrafts(root: string): Promise<Drafts> {
  const [{ datasets: all }, { tracks }] = await Promise.all([loadDatasets(root), loadCatalogue(root)]);
  const datasets = all.flatMap(({ text, descriptor }) => (isDraft(text) ? [descriptor.id] : []));
  const lessons = tracks.flatMap((track) => track.lessons);
  const usesDraft = (ids: readonly string[]) => ids.some((id) => datasets.includes(id));
  return { datasets, lessons: lessons.filter((lesson) => usesDraft(lesson.datasets)).map(({ id }) => id) };
}

/**
 * What is not published, and what to do to publish it.
 *
 * @example
 * toDraftText({ datasets: ['rivers'], lessons: ['water/01-rivers'] })
 * // => 'The build leaves out a draft: the dataset rivers, and the lesson water/01-rivers, which uses it. …'
 */
export function toDraftText({ datasets, lessons }: Drafts): string {
  const isOne = datasets.length === 1;
  const it = isOne ? 'it' : 'them';
  const named = `the ${isOne ? 'dataset' : 'datasets'} ${listWords(datasets)}`;
  const using =
    lessons.length === 0
      ? ''
      : `, and the ${lessons.length === 1 ? `lesson ${listWords(lessons)}, which uses` : `lessons ${listWords(lessons)}, which use`} ${it}`;
  return (
    `The build leaves out ${isOne ? 'a draft' : 'drafts'}: ${named}${using}. ` +
    `To publish ${it}, add the licence and the checksums to dataset.yaml and take out "draft: true".`
  );
}

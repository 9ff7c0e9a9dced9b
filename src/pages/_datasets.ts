import assets from '#assets';
import { toProblemText } from '#src/authored/parse-authored.ts';
import type { Assets } from '#src/datasets/assets.ts';
import { isDraft } from '#src/datasets/draft.ts';
import { parseDataset } from '#src/datasets/parse-dataset.ts';
import type { PublishedDataset } from '#src/ui/site/published-dataset.ts';

export const siteAssets: Assets = assets;

const descriptors = import.meta.glob<string>('/datasets/*/dataset.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

// While writing, a draft is shown like any other; a site that is published holds none.
const isShown = (text: string) => !import.meta.env.PROD || !isDraft(text);

/** The ids of the datasets that are left out, since they are drafts. */
export const leftOutIds: readonly string[] = Object.entries(descriptors).flatMap(([path, text]) =>
  isShown(text) ? [] : [path.split('/').at(-2) ?? ''],
);

/** Every dataset, by title. Throws with all mistakes in all descriptors at once. */
export const datasets: readonly PublishedDataset[] = loadDatasets();

/** The datasets with these ids, in this order. Throws when one does not exist. */
export function datasetsById(ids: readonly string[]): readonly PublishedDataset[] {
  return ids.map((id) => {
    const dataset = datasets.find(({ descriptor }) => descriptor.id === id);
    if (dataset === undefined) throw new Error(`There is no dataset "${id}". Look in the folder datasets/.`);
    return dataset;
  });
}

function loadDatasets(): readonly PublishedDataset[] {
  const parsed = Object.entries(descriptors)
    .filter(([, text]) => isShown(text))
    .map(([path, text]) => parseDataset(text, path.slice(1)));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) {
    throw new Error(`The datasets cannot be published.\n${problems.map(toProblemText).join('\n')}`);
  }
  return parsed
    .flatMap((result) => (result.ok ? [result.value] : []))
    .map((descriptor) => {
      const asset = siteAssets.datasets[descriptor.id];
      if (asset === undefined) {
        throw new Error(
          `Dataset "${descriptor.id}" has no file for the browser. Run "npm run prepare-assets".`,
        );
      }
      return { descriptor, asset };
    })
    .sort((a, b) => a.descriptor.title.localeCompare(b.descriptor.title, 'en-GB'));
}

import measured from '#quality';
import type { DatasetQuality, Quality } from '#src/quality/quality.ts';

/** What the build measured of every dataset. */
// The build itself wrote the file a moment ago, from these very types.
export const quality = measured as unknown as Quality;

/** Throws for a dataset that was not measured. */
export function qualityOf(id: string): DatasetQuality {
  const found = quality[id];
  if (found === undefined)
    throw new Error(`The quality of "${id}" was not measured. Run "npm run prepare-assets".`);
  return found;
}

const recipes = import.meta.glob<string>('/datasets/*/recipe.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The text of a dataset's recipe. Throws when it has none. */
export function recipeOf(id: string): string {
  const recipe = recipes[`/datasets/${id}/recipe.sql`];
  if (recipe === undefined) throw new Error(`Dataset "${id}" has no recipe.sql.`);
  return recipe.trim();
}

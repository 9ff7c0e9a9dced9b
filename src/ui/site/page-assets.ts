import type { DatasetAsset, EngineAsset, SandboxAsset } from '#src/datasets/assets.ts';

/** What runs the answers of a page. */
export interface PageAssets {
  readonly engine: EngineAsset;
  readonly datasets: readonly DatasetAsset[];
  /** Where pages run JavaScript; absent where nobody is asked to write any. */
  readonly sandbox?: SandboxAsset | undefined;
}

/** The id of the element in which a page keeps, once, where its engine and its data are. */
export const pageAssetsId = 'page-assets';

/** The text of that element: no end of a script can stand in it. */
export function toPageAssets(assets: PageAssets): string {
  return JSON.stringify(assets).replaceAll('<', '\\u003c');
}

/**
 * What the page says of its engine and of the datasets with these ids.
 *
 * @throws When the page has no such element, as while the server draws.
 */
export function pageAssets(ids: readonly string[]): PageAssets {
  const { datasets, ...others } = readPageAssets();
  return { ...others, datasets: datasets.filter(({ id }) => ids.includes(id)) };
}

/** The path of the page that runs JavaScript, from the site's root. */
export function pageSandboxPath(): string {
  const { sandbox } = readPageAssets();
  if (!sandbox) throw new Error('The page does not say where its sandbox is.');
  return sandbox.path;
}

function readPageAssets(): PageAssets {
  const text = document.getElementById(pageAssetsId)?.textContent;
  if (!text) throw new Error('The page does not say where its engine is.');
  // Written by our own build into the same page.
  return JSON.parse(text) as PageAssets;
}

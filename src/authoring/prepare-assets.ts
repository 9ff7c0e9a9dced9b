import { findDrafts, toDraftText } from './node/find-drafts.ts';
import { prepareAssets } from './node/prepare-assets.ts';
import { projectRoot } from './node/project-root.ts';

const startedAt = performance.now();
const { engine, datasets } = await prepareAssets(projectRoot, { drafts: true });
const drafts = await findDrafts(projectRoot);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
console.log(
  `Engine: ${megabytes(engine.moduleBytes)} MB${engine.slim ? '' : ' (the stock module: see the warning above)'}. ` +
    `Datasets: ${Object.keys(datasets).length}. ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`,
);
if (drafts.datasets.length > 0) console.log(toDraftText(drafts));

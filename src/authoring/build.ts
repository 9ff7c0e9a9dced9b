import { buildSite } from './node/build-site.ts';
import { findDrafts, toDraftText } from './node/find-drafts.ts';
import { projectRoot } from './node/project-root.ts';

const startedAt = performance.now();
const { built } = await buildSite(projectRoot);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  built ? `Built the site into dist in ${seconds} s.` : `The site in dist is up to date (${seconds} s).`,
);
const drafts = await findDrafts(projectRoot);
if (drafts.datasets.length > 0) console.log(toDraftText(drafts));

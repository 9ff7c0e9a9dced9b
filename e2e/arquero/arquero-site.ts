import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Assets } from '#src/datasets/assets.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { openLoadedDatasets } from '#src/engine/node/open-datasets.ts';
import { openLearnerTables } from '#src/engine/node/open-learner-tables.ts';
import { toArqueroKey, type ArqueroKey } from '#src/exercises/arquero/answer-key.ts';
import { toArqueroOutline } from '#src/exercises/arquero/outline.ts';
import type { ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import { toPanelOutline } from '#src/exercises/exercise-base.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { examplePipelines } from '#src/testing/example-pipelines.ts';
import { pageAssetsId, toPageAssets } from '#src/ui/site/page-assets.ts';
import { pageTablesId, toPageTables } from '#src/ui/site/page-tables.ts';
import { verifyArquero } from '#src/verifying/pipeline/verify-arquero.ts';
import { serveDist, type DistServer } from '../support/dist-server.ts';

/** A site with one page: the panels of the example exercises, under the policy that lesson pages have. */
export interface ArqueroSite {
  readonly url: string;
  /** The same site from a host that sends these headers with the sandbox's page. */
  readonly serveWith: (headers: Readonly<Record<string, string>>) => Promise<DistServer>;
  readonly close: () => Promise<void>;
}

const dataset = 'government-services';

/** Builds the page with all that it fetches, and serves it. Needs what `npm run build` left. */
export async function openArqueroSite(): Promise<ArqueroSite> {
  const folder = await mkdtemp(join(tmpdir(), 'arquero-site-'));
  const publicDir = join(projectRoot, 'public');
  for (const name of await readdir(publicDir)) await symlink(join(publicDir, name), join(folder, name));
  await bundlePage(folder);
  const { tables, keys } = await makeKeys();
  for (const key of keys) {
    const file = join(folder, 'exercises', `${key.id}.json`);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, JSON.stringify(key));
  }
  const assets = JSON.parse(await readFile(join(projectRoot, '.cache/assets.json'), 'utf8')) as Assets;
  await writeFile(join(folder, 'index.html'), toPage(assets, tables));
  const server = await serveDist(folder, 'nothing');
  return {
    url: `${server.url}/`,
    serveWith: (headers) =>
      serveDist(folder, 'nothing', { headers: (path) => (path.startsWith('/sandbox/') ? headers : {}) }),
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bundlePage(folder: string): Promise<void> {
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    css: { lightningcss: { errorRecovery: true } },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 9_000,
      cssCodeSplit: true,
      rolldownOptions: {
        input: join(import.meta.dirname, 'arquero-page.tsx'),
        output: { entryFileNames: 'page.js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });
}

/** What the build would make of the exercises. */
async function makeKeys(): Promise<{
  readonly tables: readonly TableDescriptor[];
  readonly keys: readonly ArqueroKey[];
}> {
  const { datasets } = await loadDatasets(projectRoot);
  const used = datasets.filter(({ descriptor }) => descriptor.id === dataset);
  const tables = used.flatMap(({ descriptor }) => descriptor.tables);
  const [stored, learner] = await Promise.all([openLoadedDatasets(used), openLearnerTables(used)]);
  try {
    const keys: ArqueroKey[] = [];
    for (const exercise of examplePipelines) {
      const { made } = await verifyArquero({ learner, stored: stored.database }, exercise, {
        tables,
        run: (body, handed) => runAuthored(body, handed, 100_000),
      });
      if (!made) throw new Error(`${exercise.id} is not right.`);
      keys.push(toArqueroKey(exercise, made.compiled));
    }
    return { tables, keys };
  } finally {
    stored.close();
    learner.close();
  }
}

const policy = [
  "default-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:; worker-src 'self'",
  "object-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'",
].join('; ');

function toPage({ engine, sandbox, datasets }: Assets, tables: readonly TableDescriptor[]): string {
  const used = Object.values(datasets).filter(({ id }) => id === dataset);
  return [
    '<!doctype html><html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"><title>Pipelines</title>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    '<meta name="color-scheme" content="light dark"><link rel="icon" href="/favicon.svg">',
    '<link rel="stylesheet" href="/assets/arquero-page.css"></head>',
    '<body class="govuk-template__body"><div class="govuk-width-container">',
    '<main class="govuk-main-wrapper"><article class="app-lesson"><h1 class="govuk-heading-xl">Pipelines</h1>',
    `<script type="application/json" id="${pageAssetsId}">${toPageAssets({ engine, datasets: used, sandbox })}</script>`,
    `<script type="application/json" id="${pageTablesId}">${toPageTables(tables)}</script>`,
    ...examplePipelines.map((exercise) => toTask(exercise, tables)),
    '</article></main></div><script type="module" src="/page.js"></script></body></html>',
  ].join('\n');
}

function toTask(exercise: ArqueroExercise, tables: readonly TableDescriptor[]): string {
  const keyUrl = `/exercises/${exercise.id}.json`;
  const props = {
    exercise: toPanelOutline(toArqueroOutline(exercise)),
    versions: { exerciseVersion: exercise.version, lessonVersion: 'trial' },
    datasets: [dataset],
    tableNames: tables.map(({ name }) => name),
    keys: ['services', 'filter', 'groupby', 'rollup', 'count', 'department', 'transactions'].join('\n'),
    keyUrl,
  };
  const anchor = exercise.id.split('/').at(-1) ?? '';
  return [
    `<section class="app-task" aria-labelledby="${anchor}"><div class="app-task__brief">`,
    `<h2 class="govuk-heading-m" id="${anchor}">${exercise.title}</h2><p class="govuk-body">${exercise.task}</p></div>`,
    `<div class="app-task__work"><template data-answer-key="${keyUrl}"></template>`,
    `<div data-panel="${JSON.stringify(props).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></div></div></section>`,
  ].join('\n');
}

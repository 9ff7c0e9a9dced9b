import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { BrowserContext } from 'playwright';
import type { TestSite } from '../test-site.ts';
import { createTestSite } from '../test-site.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { openBenchProfile, requireBrowser } from './open-bench-browser.ts';

/** One start of the engine on a new page, in milliseconds. */
interface Measurement {
  readonly readyMs: number;
  readonly queryMs: number;
}

interface Results {
  readonly bytes: number;
  readonly brotliBytes: number;
  readonly cold: readonly Measurement[];
  readonly warm: readonly Measurement[];
}

const query =
  'SELECT department, count(*) AS services, sum(transactions) AS total FROM services GROUP BY ALL ORDER BY total';
const coldRounds = 5;
const warmRounds = 9;

async function main(): Promise<void> {
  requireBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'bench-engine-'));
  const sites: TestSite[] = [];
  try {
    console.log('Building both engines. The first time takes about half a minute.');
    for (const kind of ['stock', 'slim'] as const) {
      const site = await createTestSite({
        root: projectRoot,
        folder: join(folder, kind),
        cacheDir: join(projectRoot, '.cache'),
        pageScript: join(projectRoot, 'e2e/support/engine-page.ts'),
        slim: kind === 'slim',
      });
      sites.push(site);
      if (kind === 'slim' && !site.engine.slim)
        throw new Error('The slim engine could not be made: see above.');
    }
    const [stockSite, slimSite] = sites;
    if (!stockSite || !slimSite) throw new Error('Both sites must stand.');
    const [stock, slim] = await measureBoth(stockSite, slimSite, folder);
    print(stock, slim);
  } finally {
    await Promise.all(sites.map((site) => site.close()));
    await rm(folder, { recursive: true, force: true });
  }
}

/** In turns, so that a busy moment of the machine falls on both alike. */
async function measureBoth(
  stockSite: TestSite,
  slimSite: TestSite,
  folder: string,
): Promise<[Results, Results]> {
  const sites = [stockSite, slimSite];
  const cold: Measurement[][] = [[], []];
  for (let round = 0; round < coldRounds; round++) {
    for (const [index, site] of sites.entries()) {
      const context = await openBenchProfile(join(folder, `cold-${index}-${round}`));
      cold[index]?.push(await measureOnce(context, site));
      await context.close();
    }
  }
  const warm: Measurement[][] = [[], []];
  const context = await openBenchProfile(join(folder, 'warm'));
  for (const site of sites) await measureOnce(context, site);
  for (let round = 0; round < warmRounds; round++) {
    for (const [index, site] of sites.entries()) warm[index]?.push(await measureOnce(context, site));
  }
  await context.close();

  const measured = await Promise.all(
    sites.map(async (site, index): Promise<Results> => {
      const module = await readFile(join(site.folder, site.engine.modulePath));
      const compressed = await promisify(brotliCompress)(module, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
      });
      return {
        bytes: module.length,
        brotliBytes: compressed.length,
        cold: cold[index] ?? [],
        warm: warm[index] ?? [],
      };
    }),
  );
  return measured as [Results, Results];
}

async function measureOnce(context: BrowserContext, site: TestSite): Promise<Measurement> {
  const page = await context.newPage();
  try {
    await page.goto(site.url);
    await page.waitForFunction(() => 'createTrial' in window);
    const { readyMs, queryMs, outcome } = await page.evaluate(
      ([assets, sql]) => window.createTrial(assets).measure(sql),
      [{ engine: site.engine, datasets: site.datasets }, query] as const,
    );
    if (outcome.status !== 'ok') throw new Error(`The query did not run: ${JSON.stringify(outcome)}`);
    return { readyMs, queryMs };
  } finally {
    await page.close();
  }
}

function print(stock: Results, slim: Results): void {
  const row = (name: string, read: (results: Results) => number, unit: string, digits: number) => {
    const [a, b] = [read(stock), read(slim)];
    return [name, `${a.toFixed(digits)} ${unit}`, `${b.toFixed(digits)} ${unit}`, `${(a / b).toFixed(2)} ×`];
  };
  const rows = [
    ['', 'stock', 'slim', 'stock : slim'],
    row('Module', ({ bytes }) => bytes / 1e6, 'MB', 1),
    row('Module, Brotli 11', ({ brotliBytes }) => brotliBytes / 1e6, 'MB', 2),
    row('Ready, cold cache', ({ cold }) => median(cold.map(({ readyMs }) => readyMs)), 'ms', 0),
    row('Ready, warm cache', ({ warm }) => median(warm.map(({ readyMs }) => readyMs)), 'ms', 0),
    row('First query, cold cache', ({ cold }) => median(cold.map(({ queryMs }) => queryMs)), 'ms', 0),
    row('First query, warm cache', ({ warm }) => median(warm.map(({ queryMs }) => queryMs)), 'ms', 0),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of rows) {
    console.log(
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   '),
    );
  }
  console.log(
    `\nMedians of ${coldRounds} cold and ${warmRounds} warm starts in Chromium, from a server on this machine.`,
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

await main();

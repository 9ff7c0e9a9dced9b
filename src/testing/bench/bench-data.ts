import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { buildCheckPage } from './build-check-page.ts';
import { browserArguments, findBrowser } from '#src/authoring/node/find-browser.ts';
import { prepareAssets } from '#src/authoring/node/prepare-assets.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';

const origin = 'http://localhost:4398';
const query = `SELECT service, count(*), sum(amount) FROM leeds_spend.main.leeds_spending GROUP BY ALL`;

const { engine, datasets } = await prepareAssets(projectRoot);
const folder = await mkdtemp(join(tmpdir(), 'bench-data-'));
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: browserArguments });
try {
  const { html, script } = await buildCheckPage(projectRoot, folder, 'data-page.ts');
  const page = await browser.newPage();
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html });
    else if (pathname === '/check-page.js') await route.fulfill({ path: script });
    else await route.fulfill({ path: join(projectRoot, 'public', pathname) });
  });
  await page.goto(origin);
  await page.waitForFunction(() => 'measureData' in window);
  const measured = await page.evaluate(
    ([engine, datasets, query]) => window.measureData(engine, datasets, query),
    [engine, Object.values(datasets), query] as const,
  );
  for (const { id, attachMs } of measured.attaches)
    console.log(`${id.padEnd(24)} attach ${attachMs.toFixed(1)} ms`);
  const sorted = [...measured.queryMs].sort((a, b) => a - b);
  console.log(
    `Slowest attach ${Math.max(...measured.attaches.map(({ attachMs }) => attachMs)).toFixed(1)} ms (target: under 100 ms).`,
  );
  console.log(
    `Group-by over all rows of leeds_spending (${measured.rows} groups): first ${measured.queryMs[0]?.toFixed(1)} ms, ` +
      `median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms (target: under 200 ms).`,
  );
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

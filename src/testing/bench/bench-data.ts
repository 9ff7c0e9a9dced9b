import { prepareAssets } from '#src/authoring/node/prepare-assets.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { benchUrl, withBenchPage } from './with-bench-page.ts';

const query = `SELECT service, count(*), sum(amount) FROM leeds_spend.main.leeds_spending GROUP BY ALL`;

const { engine, datasets } = await prepareAssets(projectRoot, { drafts: false });
await withBenchPage('data-page.ts', async (page) => {
  await page.goto(benchUrl);
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
});

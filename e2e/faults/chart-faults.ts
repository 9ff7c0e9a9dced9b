import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { editorOf, findExercise, run } from '../support/exercise.ts';
import type { Fault } from './fault.ts';

const drawingCode = /\/_astro\/ChartView\.[^/]*\.js$/;
const counted = 'SELECT department, count(*) AS n FROM services GROUP BY ALL -- typed before it broke';

async function openChart(exercise: Locator): Promise<void> {
  await exercise.getByRole('tab', { name: 'Chart' }).click({ timeout: 40_000 });
}

async function showsChart(exercise: Locator): Promise<void> {
  await expect(exercise.getByRole('slider', { name: 'Walk over the points' })).toBeVisible({
    timeout: 30_000,
  });
}

/** The table of the result stays beside the chart that did not come. */
async function keepsTable(exercise: Locator): Promise<void> {
  await exercise.getByRole('tab', { name: 'Table' }).click();
  await expect(exercise.getByRole('tabpanel', { name: 'Table' }).getByRole('table')).toBeVisible();
}

/** What can become of a chart. */
export const chartFaults: readonly Fault[] = [
  {
    fault: 'what draws charts does not arrive',
    place: 'exercise',
    types: counted,
    happens: async (page, exercise) => {
      await page.route(drawingCode, (route) => route.abort());
      await run(exercise);
      await openChart(exercise);
    },
    says: /A part of this page could not be downloaded.*reload the page: your text is kept/,
    recover: async (page, exercise) => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      const loaded = page.waitForEvent('load');
      await exercise.getByRole('button', { name: 'Reload the page' }).first().click();
      await loaded;
      const again = await findExercise(page, 'Choose your columns');
      await expect(editorOf(again)).toHaveValue(counted);
      await run(again);
      await openChart(again);
      await showsChart(again);
      await keepsTable(again);
    },
  },
  {
    fault: 'the browser makes no picture of a chart',
    place: 'exercise',
    types: counted,
    before: (page) =>
      page.addInitScript(() => {
        HTMLCanvasElement.prototype.toBlob = (done) => done(null);
      }),
    happens: async (_page, exercise) => {
      await run(exercise);
      await openChart(exercise);
      await showsChart(exercise);
      await exercise.getByRole('button', { name: 'Download PNG' }).click();
    },
    says: /Your browser could not make this picture\. Download SVG instead\./,
    recover: async (page, exercise) => {
      const download = page.waitForEvent('download');
      await exercise.getByRole('button', { name: 'Download SVG' }).click();
      expect((await download).suggestedFilename()).toMatch(/\.svg$/);
      await showsChart(exercise);
      await keepsTable(exercise);
    },
  },
  {
    fault: 'what is known of the data does not arrive for a chart',
    place: 'exercise',
    types: counted,
    happens: async (page, exercise) => {
      await page.route('**/api/v1/datasets/*/metadata.json', (route) => route.fulfill({ status: 503 }));
      await run(exercise);
      await openChart(exercise);
    },
    // The chart stands without its units and its source line.
    says: /Walk over the points/,
    recover: async (page, exercise) => {
      await showsChart(exercise);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    },
  },
];

import { expect, test } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { findFaults } from '../support/soundness.ts';

const drawing =
  /\/_astro\/(?:ChartView|ChartFigure|ChartControls|ShownFigure|ChartWork|districts|constituencies|use-chart)\./;

/** Explore with a query of one dataset, run. */
async function ask(page: Page, dataset: string, query: string): Promise<Locator> {
  const link = Buffer.from(JSON.stringify({ v: 1, d: [dataset], q: query })).toString('base64url');
  await page.goto(`/explore/#query=${link}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const chart = page.getByRole('tab', { name: 'Chart' });
  await expect(chart).toBeVisible({ timeout: 40_000 });
  return chart;
}

const regions = `SELECT area, people FROM population WHERE area_type = 'Region' AND year = 2023 ORDER BY area`;
const councils = `SELECT area_code, area, people FROM population WHERE area_type = 'Council' AND year = 2022`;

test('a result is a table first; nothing that draws is fetched before its chart is asked for by keys', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const tab = await ask(page, 'population', regions);
  await expect(page.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => drawing.test(path))).toEqual([]);

  await page.getByRole('tab', { name: 'Table' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab).toBeFocused();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  const figure = page.getByRole('figure', { name: 'People by area' });
  await expect(figure).toBeVisible();
  expect(fetched.filter((path) => drawing.test(path))).not.toEqual([]);

  const image = figure.getByRole('img', { name: 'People by area' });
  await expect(image).toHaveAccessibleDescription(
    /Largest: South East: [\d,]+ people\..*Smallest: North East/,
  );
  await expect(image.locator('svg g[aria-label="bar"] rect')).toHaveCount(9);
  await expect(figure).toContainText('Source: Population');

  const walk = figure.getByRole('slider', { name: 'Walk over the points' });
  await walk.focus();
  const said = figure.getByRole('status');
  const first = await said.textContent();
  expect(first).toMatch(/: [\d,]+ people$/);
  await page.keyboard.press('ArrowRight');
  await expect(said).not.toHaveText(first ?? '');
  await expect(said).toHaveText(/: [\d,]+ people$/);

  await page.getByLabel('Title: say what the chart shows').fill('Where people live');
  await page.getByRole('tab', { name: 'Chart' }).press('ArrowLeft');
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Table' }).press('ArrowRight');
  await expect(page.getByRole('figure', { name: 'Where people live' })).toBeVisible();
});

for (const [look, media] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const) {
  test(`bars and a map have no faults in ${look}`, async ({ page }) => {
    await page.emulateMedia(media);
    await (await ask(page, 'population', regions)).click();
    await expect(page.getByRole('figure')).toBeVisible();
    expect(await findFaults(page, '.app-result-tabs')).toEqual([]);
    await (await ask(page, 'population', councils)).click();
    await expect(page.getByRole('figure', { name: 'People by council' })).toBeVisible();
    await expect(page.locator('.app-chart__drawing svg g[aria-label="dot"] path')).toHaveCount(361);
    expect(await findFaults(page, '.app-result-tabs')).toEqual([]);
  });
}

test('a chart fits a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await (await ask(page, 'population', regions)).click();
  await expect(page.getByRole('figure')).toBeVisible();
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
});

test('a chart is taken along as pictures, figures, a page and code', async ({ page }) => {
  await (await ask(page, 'population', regions)).click();
  await expect(page.getByRole('figure')).toBeVisible();
  const take = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return readFile(await (download as Download).path());
  };
  const svg = (await take('Download SVG')).toString('utf8');
  const read = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ''), 'image/svg+xml');
    return {
      root: parsed.documentElement.nodeName,
      errors: parsed.querySelectorAll('parsererror').length,
      bars: parsed.querySelectorAll('g[aria-label="bar"] rect').length,
    };
  }, svg);
  expect(read).toEqual({ root: 'svg', errors: 0, bars: 9 });
  expect(svg).not.toMatch(/var\(--|currentcolor|<script/i);
  expect(svg).toContain('Source: Population');

  const png = await take('Download PNG');
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * width);

  const csv = (await take('Download CSV of what is drawn')).toString('utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(10);
  expect(csv).toContain('Area,People');

  const html = (await take('Download as a web page')).toString('utf8');
  expect(html).not.toMatch(/<script|https?:\/\/[^"]*\.(js|css)/i);
  expect(html).toContain('<svg');
  expect(html.match(/<tr>/g)).toHaveLength(10);

  await page.getByText('Take it with you as code').click();
  const code = page.locator('.app-chart__code');
  await expect(code).toContainText(
    `read_parquet('${new URL('/', page.url()).href}api/v1/datasets/population/population.parquet')`,
  );
  await page.getByLabel('For', { exact: true }).selectOption({ label: 'Observable Plot (the chart)' });
  await expect(code).toContainText('Plot.barX(data');
});

test('a chart exercise: refused with words, then right; a figure beside a choice', async ({ page }) => {
  await page.goto('/lessons/trusting-charts/02-what-is-wrong/#cut-axis');
  const exercise = page.locator('section.app-task[aria-labelledby="cut-axis"]');
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('figure')).toBeVisible();
  const check = exercise.getByRole('button', { name: 'Check my answer' });
  const notice = exercise.locator('.app-outcome .app-notice');
  await check.click();
  await expect(notice).toContainText('Read the two ends of the axis.');
  await exercise.getByLabel('Axis of values begins').selectOption({ label: 'Where it should' });
  await check.click();
  await expect(notice).toContainText('That is right.');
  expect(await findFaults(page, '.app-task')).toEqual([]);

  const choice = page.locator('section.app-task[aria-labelledby="two-axes"]');
  await choice.scrollIntoViewIfNeeded();
  await expect(choice.getByRole('figure')).toContainText('on a second axis');
});

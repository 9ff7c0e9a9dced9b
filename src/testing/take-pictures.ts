import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { serveDist } from '../../e2e/support/dist-server.ts';
import { openBenchBrowser } from './bench/open-bench-browser.ts';

// Takes the pictures that the README shows from the site as it was built last: npm run pictures

interface Picture {
  readonly name: string;
  readonly path: string;
  /** CSS pixels; all are as wide as `width`. */
  readonly height: number;
  /** Brings the page to what the picture shows. */
  readonly prepare: (page: Page) => Promise<void>;
}

const width = 1280;
/** Whoever reads the README fetches all of them. */
const mostBytes = 150_000;
const folder = join(projectRoot, 'public', 'images');

const pictures: readonly Picture[] = [
  { name: 'home', path: '/', height: 1040, prepare: async () => {} },
  {
    name: 'lesson',
    path: '/lessons/asking-questions/01-first-question/',
    height: 860,
    async prepare(page) {
      const exercise = page.getByRole('region', { name: 'Choose your columns' });
      await exercise.scrollIntoViewIfNeeded();
      await exercise.locator('.monaco-editor').first().waitFor();
      await exercise.getByRole('textbox', { name: /^Your query for/ }).focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText('SELECT service, department\nFROM services');
      await exercise.getByRole('button', { name: 'Check my answer' }).click();
      await exercise.locator('.app-notice__title').first().waitFor();
      await page.mouse.click(4, 4);
      await exercise.evaluate((element) => {
        // Below the bar that stays at the top.
        window.scrollTo({
          top: element.getBoundingClientRect().top + window.scrollY - 64,
          behavior: 'instant',
        });
      });
    },
  },
  {
    name: 'dataset',
    path: '/datasets/government-services/',
    height: 900,
    async prepare(page) {
      await page.getByRole('heading', { name: 'Questions to start from' }).evaluate((element) => {
        window.scrollTo({
          top: element.getBoundingClientRect().top + window.scrollY - 24,
          behavior: 'instant',
        });
      });
    },
  },
];

const server = await serveDist(join(projectRoot, 'dist'), 'text');
const browser = await openBenchBrowser();
await mkdir(folder, { recursive: true });
for (const { name, path, height, prepare } of pictures) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await prepare(page);
  await page.waitForLoadState('networkidle');
  // Playwright itself takes PNG and JPEG alone; WebP is a third as large.
  const developer = await page.context().newCDPSession(page);
  const { data } = await developer.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > mostBytes)
    throw new Error(`The picture ${name} has ${bytes.length} bytes, more than ${mostBytes}.`);
  await writeFile(join(folder, `${name}.webp`), bytes);
  console.log(`public/images/${name}.webp: ${bytes.length} bytes`);
  await page.close();
}
await browser.close();
await server.close();

import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { serveDist } from './support/dist-server.ts';
import { check, editorOf, findExercise, firstLesson, waitForCodeEditor } from './support/exercise.ts';
import { budgets, editorFiles, lessonBudgets, pipelineFiles } from './support/page-budgets.ts';

for (const [lesson, limit] of Object.entries(lessonBudgets)) {
  test(`${lesson} weighs no more than its parts may before the first Run`, async ({ page, request }) => {
    // Who saves data gets the engine, and all that comes with it, at the first Run.
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    const paths = new Set<string>();
    page.on('request', (each) => paths.add(new URL(each.url()).pathname));
    await page.goto(lesson);
    for (const task of await page.locator('.app-task').all()) {
      await task.scrollIntoViewIfNeeded();
      await expect(task.locator('.app-task__work astro-island[ssr]')).toHaveCount(0);
    }
    await page.waitForLoadState('networkidle');

    const weights: { readonly path: string; readonly bytes: number }[] = [];
    for (const path of [...paths].filter((each) => !editorFiles.test(each)))
      weights.push({ path, bytes: gzipSync(await (await request.get(path)).body()).length });
    expect(weights.filter(({ path }) => !budgets.some(({ files }) => files.test(path)))).toEqual([]);
    const total = (files: RegExp) =>
      weights.filter(({ path }) => files.test(path)).reduce((sum, { bytes }) => sum + bytes, 0);
    const parts = budgets.map(({ part, files, bytes }) => ({ part, bytes: total(files), limit: bytes }));
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify(parts) });
    expect(parts.filter(({ bytes }) => bytes === 0)).toEqual([]);
    expect(parts.filter((each) => each.bytes > each.limit)).toEqual([]);
    expect(total(/./)).toBeLessThanOrEqual(limit);
  });
}

for (const [compresses, limit] of [
  ['text', 8_000_000],
  ['nothing', 11_000_000],
] as const) {
  test(`a first checked answer costs under ${limit / 1e6} MB where the host compresses ${compresses}`, async ({
    page,
  }) => {
    const server = await serveDist(join(import.meta.dirname, '../dist'), compresses);
    try {
      await page.goto(server.url + firstLesson);
      const exercise = await findExercise(page, 'Choose your columns');
      await waitForCodeEditor(exercise);
      await editorOf(exercise).focus();
      await page.keyboard.press('ControlOrMeta+A');
      // Typed, so that suggestions open and bring their signs with them.
      await page.keyboard.type('select service, department, transactions from services', { delay: 30 });
      await page.keyboard.press('Escape');
      await check(exercise);
      await expect(exercise.locator('.app-notice--good')).toBeVisible({ timeout: 40_000 });
      const bytes = [...server.sent.values()].reduce((sum, each) => sum + each, 0);
      test.info().annotations.push({ type: 'bytes', description: String(bytes) });
      expect(server.sent.get(firstLesson)).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(limit);
      expect([...server.sent.keys()].filter((path) => pipelineFiles.test(path))).toEqual([]);
    } finally {
      await server.close();
    }
  });
}

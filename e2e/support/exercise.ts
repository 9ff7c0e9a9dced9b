import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The engine and the datasets as the pages fetch them, packed. */
export const engineFile = '**/duckdb-module.bin';
export const dataFile = /\/engine-data\//;

export const firstLesson = '/lessons/asking-questions/01-first-question/';

/** The exercise with this title, in view and ready to take text. */
export async function openExercise(page: Page, title: string, lesson = firstLesson): Promise<Locator> {
  await page.goto(lesson);
  return findExercise(page, title);
}

export async function findExercise(page: Page, title: string): Promise<Locator> {
  const exercise = page.getByRole('region', { name: title });
  await exercise.getByText(/^Your (query|pipeline)$/).scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  return exercise;
}

export function editorOf(exercise: Locator): Locator {
  return exercise.getByRole('textbox', { name: /^Your query for/ });
}

/** Waits for the code editor to stand where the plain one stood. */
export async function waitForCodeEditor(exercise: Locator): Promise<void> {
  await expect(exercise.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 });
}

/** Replaces what is in the editor, as a person would: select all, type. */
export async function write(page: Page, exercise: Locator, text: string): Promise<void> {
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

export async function run(exercise: Locator): Promise<void> {
  await exercise.getByRole('button', { name: 'Run', exact: true }).click();
}

export async function check(exercise: Locator): Promise<void> {
  await exercise.getByRole('button', { name: 'Check my answer' }).click();
}

/** The table with the rows that the query gave. */
export function resultOf(exercise: Locator): Locator {
  return exercise
    .getByRole('table')
    .filter({ has: exercise.page().getByText(/^(The first )?[\d,]+ (of [\d,]+ )?rows? in /) });
}

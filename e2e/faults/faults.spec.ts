import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { editorOf, openExercise } from '../support/exercise.ts';
import { arrivingFaults } from './arriving-faults.ts';
import { auditFaults } from './audit-faults.ts';
import { chartFaults } from './chart-faults.ts';
import type { Fault, FaultPlace } from './fault.ts';
import { ownFileFaults } from './own-file-faults.ts';
import { sandboxFaults } from './sandbox-faults.ts';
import { savingFaults } from './saving-faults.ts';

const query = 'SELECT service FROM services -- typed before it broke';
const texts: Readonly<Record<FaultPlace, string>> = {
  audit: '',
  exercise: query,
  pipeline: "services.select('service') // typed before it broke",
  explore: query,
};

const places: Readonly<Record<FaultPlace, (page: Page) => Promise<Locator>>> = {
  exercise: (page) => openExercise(page, 'Choose your columns'),
  pipeline: (page) =>
    openExercise(
      page,
      'Three columns of every service',
      '/lessons/from-sql-to-javascript/01-first-pipeline/',
    ),
  explore: async (page) => {
    await page.goto('/explore/');
    return page.getByRole('main');
  },
  audit: async (page) => {
    await page.goto('/audit/');
    return page.getByRole('main');
  },
};

const editors: Readonly<Record<FaultPlace, ((work: Locator) => Locator) | undefined>> = {
  exercise: editorOf,
  pipeline: (work) => work.getByRole('textbox', { name: /^Your pipeline for/ }),
  explore: (work) => work.getByRole('textbox', { name: 'Your query' }),
  audit: undefined,
};

const faults: readonly Fault[] = [
  ...arrivingFaults,
  ...savingFaults,
  ...ownFileFaults,
  ...auditFaults,
  ...sandboxFaults,
  ...chartFaults,
];

// The plain editor is a text box like any other; the code editor has tests of its own.
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    try {
      localStorage.setItem(
        'lunchtime-code-club-settings',
        JSON.stringify({ editor: 'plain', theme: 'system' }),
      );
    } catch {
      // Some rows take localStorage away.
    }
  });
});

for (const { fault, place, types, before, happens, says, recover } of faults) {
  test(`${place}: ${fault}`, async ({ page }) => {
    const typed = types ?? texts[place];
    await before?.(page);
    const work = await places[place](page);
    const editor = editors[place]?.(work);
    const keepsText = async () => {
      if (editor) await expect(editor).toHaveValue(typed);
    };
    await editor?.fill(typed);
    await happens(page, work);
    await expect(page.getByText(says).filter({ visible: true }).first()).toBeVisible({ timeout: 30_000 });
    await keepsText();
    await recover(page, work);
    await keepsText();
  });
}

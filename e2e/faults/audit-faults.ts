import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { keepKillableWorkers, killWorkers } from './break-arrival.ts';
import type { Fault } from './fault.ts';

const rows = 200_000;
const large = `Area,Amount,Day,Note\n${Array.from({ length: rows }, (_row, index) => `Area ${index % 977},${index * 7},2024-01-${String((index % 28) + 1).padStart(2, '0')},Note ${index}`).join('\n')}\n`;

async function choose(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.getByRole('button', { name: 'Choose a file' });
  await expect(chooser).toBeEnabled();
  await chooser.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

const auditOf = (page: Page, name: string) => page.getByRole('region', { name: `Audit of ${name}` });
const isAtWork = (page: Page) =>
  expect(page.getByRole('progressbar', { name: 'Audit of large.csv' })).not.toHaveJSProperty('value', 0, {
    timeout: 60_000,
  });

/** Choose the large file, and go on while its audit is at work. */
async function beginAudit(page: Page): Promise<void> {
  await choose(page, 'large.csv', large);
  await isAtWork(page);
}

async function auditAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Audit this file/ }).click();
  await expect(auditOf(page, 'large.csv')).toBeVisible({ timeout: 60_000 });
}

/** On Explore the audit begins by a click, and queries run on after it. */
async function beginOnExplore(page: Page, work: Locator): Promise<void> {
  await choose(page, 'large.csv', large);
  await work.getByRole('button', { name: /^Audit this file/ }).click({ timeout: 60_000 });
  await isAtWork(page);
}

const wantOfMemory = /The audit of this file takes more memory than your browser gives/;

/** What can go wrong with the audit of a file: it says why, the file stays read, and it can be asked for again. */
export const auditFaults: readonly Fault[] = [
  {
    fault: 'the file is broken',
    place: 'audit',
    happens: (page) => choose(page, 'broken.xlsx', 'PK\u0003\u0004 and no more'),
    says: /cannot be read as a workbook: it is broken or not whole/,
    recover: async (page) => {
      await choose(page, 'mended.csv', 'Area,n\nLeeds ,1\nYork,2\n');
      await expect(auditOf(page, 'mended.csv')).toContainText('Spaces before or after', { timeout: 60_000 });
    },
  },
  {
    fault: 'the worker dies while it audits',
    place: 'audit',
    before: (page) => page.addInitScript(keepKillableWorkers),
    happens: async (page) => {
      await beginAudit(page);
      await killWorkers(page);
    },
    says: wantOfMemory,
    recover: auditAgain,
  },
  {
    fault: 'the person stops the audit',
    place: 'audit',
    happens: async (page) => {
      await beginAudit(page);
      await page.getByRole('button', { name: 'Stop the audit' }).click();
    },
    says: /Stopped the audit of large\.csv/,
    recover: async (page) => {
      await expect(page.getByRole('button', { name: /^Audit this file/ })).toBeFocused();
      await auditAgain(page);
    },
  },
  {
    fault: 'the part of the page that audits does not arrive',
    place: 'audit',
    before: (page) => page.route(/\/audit-part\.[^/]*\.js$/, (route) => route.abort()),
    happens: (page) => choose(page, 'large.csv', large),
    says: /large\.csv was not audited/,
    recover: async (page) => {
      await expect(page.getByText(/on our side/)).toHaveCount(0);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await auditAgain(page);
    },
  },
  {
    fault: 'the worker dies while it audits a table beside a query',
    place: 'explore',
    before: (page) => page.addInitScript(keepKillableWorkers),
    happens: async (page, work) => {
      await beginOnExplore(page, work);
      await killWorkers(page);
    },
    says: wantOfMemory,
    recover: auditAgain,
  },
];

import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#src/authoring/node/project-root.ts';

/** What only the build and the trainers' commands use: nothing of it is sent. */
const buildOnly = ['acorn-walk', 'marked', 'yaml'];

const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const shipped = Object.entries(dependencies).filter(([name]) => !buildOnly.includes(name));

test('every package that goes out is named, and its licence stands in full beside it', async ({
  page,
  request,
}) => {
  await page.goto('/about/');
  await page.getByRole('link', { name: 'All packages, with their licences in full' }).click();
  const named = await page.getByRole('rowheader').allTextContents();
  expect(named).toEqual(expect.arrayContaining(shipped.map(([name]) => name)));
  // Packages of packages, and what only a worker holds.
  expect(named).toEqual(expect.arrayContaining(['scheduler', 'flatbuffers', 'fzstd']));
  expect(named).not.toEqual(expect.arrayContaining(['vitest']));

  const href = await page
    .getByRole('link', { name: 'Read all licences and notices in full' })
    .getAttribute('href');
  const text = await (await request.get(href ?? '')).text();
  for (const [name, version] of shipped) expect(text).toContain(`\n${name} ${version} (`);
  for (const owner of [
    'Meta Platforms',
    'Microsoft',
    'Apache Software Foundation',
    'DuckDB Foundation',
    'Crown',
  ])
    expect(text).toContain(owner);
});

import { test } from '@playwright/test';
import { join } from 'node:path';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { learnerPath } from '../path/learner-path.ts';
import { createVisitor } from '../path/visitor.ts';
import { serveDist } from '../support/dist-server.ts';
import { firefoxPath, openFirefox } from './open-firefox.ts';
import { createPuppeteerDriver } from './puppeteer-driver.ts';

test.skip(!firefoxPath, 'There is no Firefox here.');

test('in Firefox a learner goes all the way from a lesson to a file of their own', async () => {
  test.setTimeout(120_000);
  const server = await serveDist(join(projectRoot, 'dist'), 'text');
  const browser = await openFirefox();
  try {
    const page = await browser.newPage();
    const visitor = createVisitor(createPuppeteerDriver(page), server.url);
    for (const { step, walk } of learnerPath) await test.step(step, () => walk(visitor));
  } finally {
    await browser.close();
    await server.close();
  }
});

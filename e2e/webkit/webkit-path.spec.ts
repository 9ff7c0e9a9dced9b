import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { learnerPath } from '../path/learner-path.ts';
import { createVisitor } from '../path/visitor.ts';
import { serveDist } from '../support/dist-server.ts';
import { openWebKit } from './web-driver.ts';

test('in WebKit a learner goes all the way from a lesson to a file of their own', async () => {
  test.setTimeout(300_000);
  const server = await serveDist(join(projectRoot, 'dist'), 'text');
  const webkit = await openWebKit();
  try {
    expect(webkit.version).toMatch(/^\d/);
    const visitor = createVisitor(webkit, server.url);
    for (const { step, walk } of learnerPath) await test.step(step, () => walk(visitor));
  } finally {
    await webkit.close();
    await server.close();
  }
});

import { createPart } from '#src/engine/browser/create-part.ts';
import type { Sandbox } from '#src/sandbox/sandbox.ts';
import { toSite } from '#src/ui/run/page-engine.ts';
import { pageSandboxPath } from '#src/ui/site/page-assets.ts';

/** What runs and judges pipelines, fetched late and only by pages that have one to write. */
export const pipelineParts = {
  sandbox: createPart(() => import('#src/sandbox/browser/create-sandbox.ts')),
  runOnPage: createPart(() => import('./run-on-page.ts')),
  judgePipeline: createPart(() => import('./judge-pipeline.ts')),
  keySchema: createPart(() => import('../key-schema.ts')),
};

let sandbox: Sandbox | undefined;

/** The one sandbox of the page, which all its exercises share. */
export async function pageSandbox(): Promise<Sandbox> {
  const { createSandbox } = await pipelineParts.sandbox();
  return (sandbox ??= createSandbox(toSite(pageSandboxPath())));
}

/** Stops what runs in the sandbox, if there is one yet. */
export function stopPageSandbox(): void {
  sandbox?.stop();
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { buildSandboxPage, bundle, bundleName } from '#src/sandbox/node/build-sandbox-page.ts';
import { parsePipelineReply, type HandedTable } from '#src/sandbox/pipeline-reply.ts';
import type { Sandbox, SandboxOutcome } from '#src/sandbox/sandbox.ts';
import type { RunPipeline } from '#src/verifying/node/run-pipeline.ts';
import { browserArguments, ensureBrowser } from './find-browser.ts';

/** A browser whose sandbox runs pipelines that anybody may have written. */
export interface BrowserSandbox {
  readonly run: RunPipeline;
  readonly close: () => Promise<void>;
}

// No server is there: the browser is answered by this process.
const url = 'http://localhost:4398';
const rowLimit = 100_000;
/** Beyond the limit: starting the sandbox, and handing over the rows. */
const graceMs = 20_000;

/** Opens nothing until the first run. A browser is installed when the machine has none. */
export function createBrowserSandbox(root: string): BrowserSandbox {
  let opened: Promise<{ readonly browser: Browser; readonly page: Page }> | undefined;
  const close = async () => {
    const browser = await opened?.then((open) => open.browser).catch(() => undefined);
    opened = undefined;
    await browser?.close();
  };
  return {
    async run(body, tables, timeLimitMs) {
      opened ??= openPage(root);
      const { page } = await opened;
      const stop = new AbortController();
      const outcome = await Promise.race([
        runInPage(page, body, tables, timeLimitMs).catch((): SandboxOutcome => broken),
        setTimeout(timeLimitMs + graceMs, undefined, { signal: stop.signal }).catch(() => undefined),
      ]);
      stop.abort();
      if (outcome && outcome.status !== 'failed') return outcome;
      // The next run starts afresh.
      await close();
      return outcome ?? { status: 'timeout', limitMs: timeLimitMs };
    },
    close,
  };
}

const broken: SandboxOutcome = { status: 'failed', message: 'The browser that ran the pipeline broke.' };

async function openPage(root: string): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const publicDir = join(root, 'public');
  const [script] = await Promise.all([
    bundle(root, join(root, 'src/sandbox/browser/create-sandbox.ts')),
    buildSandboxPage({ root, publicDir, cacheDir: join(root, '.cache') }),
  ]);
  const sandboxPage = await readFile(join(publicDir, 'sandbox/index.html'), 'utf8');
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
  const page = await browser.newPage();
  await page.route('**', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== url) return route.abort();
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
    return pathname === '/sandbox/'
      ? route.fulfill({ contentType: 'text/html', body: sandboxPage })
      : route.fulfill({ status: 404, body: '' });
  });
  await page.goto(url);
  await page.addScriptTag({
    content: `${script}\nwindow.openedSandbox = ${bundleName}.createSandbox('/sandbox/')`,
  });
  return { browser, page };
}

interface SandboxWindow {
  readonly openedSandbox: Sandbox;
}

async function runInPage(
  page: Page,
  body: string,
  tables: readonly HandedTable[],
  timeLimitMs: number,
): Promise<SandboxOutcome> {
  const given = {
    body,
    tables: tables.map(({ name, arrow }) => ({ name, base64: Buffer.from(arrow).toString('base64') })),
    options: { rowLimit, timeLimitMs },
  };
  const outcome = await page.evaluate(async (handed) => {
    const rows = handed.tables.map(({ name, base64 }) => ({
      name,
      arrow: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    }));
    const { openedSandbox } = window as unknown as SandboxWindow;
    return openedSandbox.run(handed.body, rows, handed.options);
  }, given);
  if (outcome.status !== 'replied') return outcome;
  const reply = parsePipelineReply(outcome.reply);
  return reply ? { status: 'replied', reply } : broken;
}

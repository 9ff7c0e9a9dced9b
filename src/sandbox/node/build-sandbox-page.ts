import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { hashCode } from '#src/cache/node/hash-code.ts';
import type { BuildFolders, SandboxAsset } from '#src/datasets/assets.ts';

const pageName = 'index.html';

/**
 * Makes `publicDir/sandbox/index.html`: one file with all that runs a learner's JavaScript, under a policy that forbids the
 * network. A page made from the same code is taken from the cache.
 */
export async function buildSandboxPage({ root, publicDir, cacheDir }: BuildFolders): Promise<SandboxAsset> {
  const [worker, frame] = ['pipeline-worker.ts', 'frame.ts'].map((name) =>
    join(root, 'src', 'sandbox', 'browser', name),
  ) as [string, string];
  const cache = await openContentCache({ cacheDir, kind: 'sandbox', code: import.meta.filename });
  const texts = [hashCode(worker), hashCode(frame)];
  const { folder } = await cache.getFiles({ name: 'page', texts }, async (made) => {
    const workerText = await bundle(root, worker);
    const script = await bundle(root, frame, { workerText: JSON.stringify(workerText) });
    await writeFile(join(made, pageName), toSandboxPage(script));
    return {};
  });
  const target = join(publicDir, 'sandbox');
  await mkdir(target, { recursive: true });
  await copyFile(join(folder, pageName), join(target, pageName));
  const version = createHash('sha256').update(texts.join()).digest('hex').slice(0, 16);
  return { path: `/sandbox/?v=${version}` };
}

/** The global by which a bundled script gives what its module exports. */
export const bundleName = 'sandbox';

/** One script without imports, made of a module and all that it imports. */
export async function bundle(
  root: string,
  entry: string,
  define: Record<string, string> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      define,
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'es2022',
        lib: { entry, formats: ['iife'], name: bundleName, fileName: () => 'bundle.js' },
      },
    });
    return await readFile(join(folder, 'bundle.js'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The script may be run because its hash stands in the policy; `blob:` stays out of `script-src`, where it would open `import()`. */
function toSandboxPage(script: string): string {
  // What would end the element early is the same text to JavaScript.
  const content = script.replaceAll(/<(\/script|!--)/gi, '\\x3C$1');
  const hash = createHash('sha256').update(content).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}' 'unsafe-eval'; worker-src blob:`;
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="robots" content="noindex">',
    '<title>Where JavaScript of exercises runs</title>',
    '<p>This page runs the JavaScript of exercises. By itself it does nothing.</p>',
    `<script>${content}</script>`,
    '</html>',
    '',
  ].join('\n');
}

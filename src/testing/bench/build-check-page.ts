import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** The files of a page with nothing on it but the engine and the checker. */
export interface CheckPage {
  readonly html: string;
  /** The path of its script on disk, to be served as `/check-page.js`. */
  readonly script: string;
}

/** Bundles the page's own engine and checker, or another script of `e2e/support`, into one script in `folder`. */
export async function buildCheckPage(
  root: string,
  folder: string,
  entry = 'check-page.ts',
): Promise<CheckPage> {
  await mkdir(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // A library's bundle leaves the question to whoever uses it; React asks it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(root, 'e2e', 'support', entry),
        formats: ['es'],
        fileName: () => 'check-page.js',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return {
    html: '<!doctype html><title>Checks</title><script type="module" src="/check-page.js"></script>',
    script: join(folder, 'check-page.js'),
  };
}

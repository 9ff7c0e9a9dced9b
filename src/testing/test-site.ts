import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { build } from 'vite';
import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import { buildEngineFiles } from '#src/engine/node/build-engine-files.ts';

/** A page with nothing on it but the engine, for browser tests and measurements. */
export interface TestSite {
  readonly url: string;
  readonly engine: EngineAsset;
  readonly datasets: readonly DatasetAsset[];
  /** The folder it serves. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  wasm: 'application/wasm',
};

/**
 * Build the engine's files, a small dataset and `pageScript` into `folder`, and serve them on a free port, to be cached
 * for good as a static host would serve files named by their content.
 */
export async function createTestSite(options: {
  readonly root: string;
  readonly folder: string;
  readonly cacheDir: string;
  readonly pageScript: string;
  readonly slim: boolean;
}): Promise<TestSite> {
  const { root, folder, cacheDir, pageScript, slim } = options;
  await mkdir(folder, { recursive: true });
  const engine = await buildEngineFiles({ root, publicDir: folder, cacheDir, slim });
  const dataset = await makeDataset(folder);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: pageScript, formats: ['es'], fileName: () => 'page.js' },
    },
  });
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>Engine</title><script type="module" src="/page.js"></script>',
  );

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = path === '/' ? '/index.html' : path;
    const file = join(folder, name);
    stat(file).then(
      ({ size }) => {
        response.writeHead(200, {
          'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          'Content-Length': size,
          'Cache-Control': name === '/index.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
        });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    engine,
    datasets: [dataset],
    folder,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Two small tables whose contents are known. */
async function makeDataset(folder: string): Promise<DatasetAsset> {
  const path = join(folder, 'trial-data.duckdb');
  await rm(path, { force: true });
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE services AS
     SELECT 'Service ' || i AS service, 'Department ' || i % 7 AS department, i * 1000 AS transactions,
       CASE WHEN i % 3 > 0 THEN (i / 7)::DECIMAL(12, 2) END AS cost_per_transaction
     FROM range(1, 659) AS numbers(i)`,
  );
  await connection.run(
    `CREATE TABLE readings AS SELECT i AS reading, hash(i) % 1000 AS amount FROM range(200000) AS numbers(i)`,
  );
  connection.closeSync();
  instance.closeSync();
  const bytes = await readFile(path);
  return {
    id: 'trial-data',
    path: '/trial-data.duckdb',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    tables: [
      { name: 'services', rows: 658 },
      { name: 'readings', rows: 200_000 },
    ],
  };
}

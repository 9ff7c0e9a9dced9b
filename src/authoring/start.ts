import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildSite } from './node/build-site.ts';
import { projectRoot } from './node/project-root.ts';

console.log('Building the site. The first time takes a minute or two; later only what changed is built.');
const startedAt = performance.now();
const { built } = await buildSite(projectRoot);
console.log(
  `${built ? 'Built' : 'Nothing has changed since the last build. Checked'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s. Starting the server…`,
);

const port = process.env['PORT'] ?? '4321';
const server = spawn(
  process.execPath,
  [
    join(projectRoot, 'node_modules', 'astro', 'bin', 'astro.mjs'),
    'preview',
    '--ignore-lock',
    '--port',
    port,
  ],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
);
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));

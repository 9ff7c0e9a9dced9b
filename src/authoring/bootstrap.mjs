// Runs before `npm start` and `npm test`, on whatever Node the machine has and with nothing installed: installs the
// packages when node_modules is missing or older than the lockfile. npm's own record in node_modules says what is there.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stampPath = join(root, 'node_modules', '.lockfile-hash');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(readFileSync(join(root, 'package.json')))
  .digest('hex');

if (readIfThere(stampPath) !== wanted) install();

function install() {
  console.log(
    'Installing the packages this project needs (npm ci). This takes about a minute the first time.',
  );
  const startedAt = Date.now();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(
      'The packages could not be installed. See the lines above; then run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stampPath, wanted);
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

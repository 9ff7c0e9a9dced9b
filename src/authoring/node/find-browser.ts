import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Chromium without its own calls home, which a closed network would refuse at every start. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The first Chromium, Chrome or Edge on this machine: `CHROMIUM_PATH`, Playwright's own, then the usual places.
 *
 * @returns the path of its executable, or `undefined` when there is none
 * @throws when `CHROMIUM_PATH` names a file that is not there
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROMIUM_PATH is "${named}", and there is no such file. Mend it or unset it.`);
    return named;
  }
  return [chromium.executablePath(), ...installed].find((path) => existsSync(path));
}

/**
 * A browser for the tests and benches, installed when the machine has none: Playwright's download first, then Debian's package.
 *
 * @throws with a sentence saying what to do when no way works: the browser tests are never skipped
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;

  console.log('No Chromium, Chrome or Edge here. Installing one…');
  run('npx', ['playwright', 'install', 'chromium']);
  if (!findBrowser() && canInstallFromDebian()) installFromDebian('chromium');
  const path = findBrowser();
  if (path) return path;
  throw new Error(
    'This needs Chromium, Chrome or Edge, and none could be installed. ' +
      'Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to its executable; then try again.',
  );
}

const installedFirefox = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * A stock Firefox on this machine: `FIREFOX_PATH`, then the usual places.
 *
 * @returns the path of its executable, or `undefined` when there is none
 * @throws when `FIREFOX_PATH` names a file that is not there
 */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['FIREFOX_PATH'];
  if (named && !existsSync(named))
    throw new Error(`FIREFOX_PATH is "${named}", and there is no such file. Mend it or unset it.`);
  return named || installedFirefox.find((path) => existsSync(path));
}

/** Firefox, installed from Debian's package when the machine has none and lets us. Undefined when none can be had. */
export function ensureFirefox(): string | undefined {
  const found = findFirefox();
  if (found || !canInstallFromDebian()) return found;
  console.log('No Firefox here. Installing one…');
  installFromDebian('firefox-esr');
  return findFirefox();
}

function canInstallFromDebian(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function installFromDebian(name: string): void {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', name]);
}

function run(command: string, args: string[]): void {
  // Playwright's download is refused at once on closed networks; a slow refusal must not hold up the second way.
  spawnSync(command, args, { stdio: 'inherit', timeout: 5 * 60_000, shell: process.platform === 'win32' });
}

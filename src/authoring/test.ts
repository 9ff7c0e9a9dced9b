import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureFirefox } from './node/find-browser.ts';
import { projectRoot } from './node/project-root.ts';
import { readBrowserReport } from './node/read-browser-report.ts';

/** One step of the checks. A step with a report counts its tests; any other counts as one check. */
interface TestStep {
  readonly name: string;
  readonly command: readonly string[];
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Tally };
  /** The step that must have passed for this one to mean anything. */
  readonly needs?: string;
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The tests that passed at their second try, by name. */
  readonly secondTries?: readonly string[];
}

const steps: readonly TestStep[] = [
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { name: 'assets', command: ['npm', 'run', '--silent', 'prepare-assets'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  {
    name: 'unit tests',
    command: [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
    report: { file: 'test-results/unit.json', count: countVitest },
  },
  { name: 'datasets', command: ['npm', 'run', '--silent', 'datasets:check'] },
  { name: 'lessons', command: ['npm', 'run', '--silent', 'lessons:check'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], needs: 'assets' },
  {
    name: 'browser tests',
    command: ['npx', 'playwright', 'test'],
    report: { file: 'test-results/report.json', count: readBrowserReport },
    needs: 'build',
  },
];

process.chdir(projectRoot);
let hasFirefox = true;
const outcomes = new Map<string, Tally & { seconds: number; note: string }>();
for (const step of steps) outcomes.set(step.name, runStep(step));

console.log('\nWhat was checked');
for (const [name, { passed, failed, seconds, note }] of outcomes) {
  console.log(
    `  ${failed ? 'FAILED' : 'passed'}  ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${passed} of ${passed + failed}${note}`,
  );
}
for (const { secondTries = [] } of outcomes.values())
  for (const test of secondTries) console.log(`Passed only at the second try: ${test}`);
if (!hasFirefox)
  console.log(
    '\nNot tried in Firefox: there is none here, and none could be installed. Install Firefox, or set FIREFOX_PATH to its executable; then run npm test again.',
  );
const total = [...outcomes.values()].reduce(
  (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
  { passed: 0, failed: 0 },
);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

function runStep({ name, command, report, needs }: TestStep): Tally & { seconds: number; note: string } {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const done = (tally: Tally, note = '') => ({
    ...tally,
    seconds: (performance.now() - startedAt) / 1000,
    note,
  });
  if (needs && outcomes.get(needs)?.failed)
    return done({ passed: 0, failed: 1 }, ` (not run: ${needs} failed)`);

  if (report) rmSync(join(projectRoot, report.file), { force: true });
  try {
    if (name === 'browser tests') {
      ensureBrowser();
      hasFirefox = ensureFirefox() !== undefined;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return done({ passed: 0, failed: 1 }, ' (no browser)');
  }
  const { status } = spawnSync(command[0] ?? '', command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  });
  if (!report) return done(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (!existsSync(report.file)) return done({ passed: 0, failed: 1 }, ' (no report)');
  const tally = report.count(JSON.parse(readFileSync(report.file, 'utf8')));
  // A runner can fail without a failed test: a broken file, no test at all.
  const failedOtherwise = tally.failed === 0 && (status !== 0 || tally.passed === 0);
  return done(failedOtherwise ? { ...tally, failed: 1 } : tally, failedOtherwise ? ' (see above)' : '');
}

function countVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

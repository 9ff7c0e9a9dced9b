import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#src/authoring/node/project-root.ts';

// The same tests as in `npm test`, with 10,000 texts (or as many as asked) and every rewrite of every answer.
const { status } = spawnSync(
  process.execPath,
  [
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    'src/testing/fuzz.test.ts',
    'src/testing/fair-rewrites.test.ts',
    '--no-file-parallelism',
  ],
  {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FUZZ_CASES: process.argv[2] ?? '10000', FAIR_REWRITES: 'all' },
  },
);
process.exitCode = status ?? 1;

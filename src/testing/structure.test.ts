import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
/** More than this nobody takes in at a glance: find the second subject and give it a folder. */
const maxFiles = 25;

test.each(['src', 'e2e', 'lessons'])('no folder of %s holds more files than a person takes in', (top) => {
  const counts = new Map<string, number>();
  for (const { name, parentPath } of readdirSync(join(root, top), {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile())) {
    // Answers that people may send: one file each, by exercise.
    if (join(parentPath, name).startsWith(join(root, 'e2e', 'answers'))) continue;
    counts.set(parentPath, (counts.get(parentPath) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(0);
  expect([...counts].filter(([, count]) => count > maxFiles)).toEqual([]);
});

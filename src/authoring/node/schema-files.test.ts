import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project-root.ts';
import { schemaFiles } from './schema-files.ts';

test.each(schemaFiles())('$path is up to date: else run "npm run schemas"', ({ path, text }) => {
  expect(readFileSync(join(projectRoot, path), 'utf8')).toBe(text);
});

test('a schema tells editors what a field is for', () => {
  const dataset = schemaFiles().find(({ path }) => path.includes('dataset'));
  expect(dataset?.text).toContain('"description": "What a value says, in a sentence');
});

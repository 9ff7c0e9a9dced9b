import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from './node/project-root.ts';
import { schemaFiles } from './node/schema-files.ts';

for (const { path, text } of schemaFiles()) {
  await mkdir(dirname(join(projectRoot, path)), { recursive: true });
  await writeFile(join(projectRoot, path), text);
  console.log(`Wrote ${path}`);
}

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of some of the real datasets in a folder of its own, which a test may break. */
export interface TemporaryProject {
  readonly root: string;
  /** Replaces text in a file, which must have it. `file` runs from `datasets/`. */
  edit(file: string, from: string | RegExp, to: string): void;
  remove(): void;
}

/** Three small datasets that link to no others: with all of them each test would take seconds. */
const smallDatasets = ['government-services', 'local-authorities', 'nhs-ae'];

export function createTemporaryProject(ids: readonly string[] = smallDatasets): TemporaryProject {
  const root = mkdtempSync(join(tmpdir(), 'lunchtime-'));
  const source = join(import.meta.dirname, '..', '..', 'datasets');
  mkdirSync(join(root, 'datasets'));
  for (const id of ids) cpSync(join(source, id), join(root, 'datasets', id), { recursive: true });
  return {
    root,
    edit(file, from, to) {
      const path = join(root, 'datasets', file);
      const text = readFileSync(path, 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`${file} has no ${String(from)} to replace.`);
      writeFileSync(path, changed);
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

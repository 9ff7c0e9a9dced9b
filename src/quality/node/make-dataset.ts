import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import type { MadeTable } from '#src/datasets/node/making/make-tables.ts';
import { editDescriptor } from '../edit-descriptor.ts';
import { acceptFindings, type Acceptance, type EditionFinding, nameApart } from '../edition-finding.ts';
import { judgeEdition, makeEdition } from './make-edition.ts';
import { toEdits } from './refresh-dataset.ts';

export interface MadeDataset {
  /** What was written; empty where a finding is left. */
  readonly made: readonly MadeTable[];
  readonly findings: readonly EditionFinding[];
  readonly accepted: readonly Acceptance[];
  readonly unknown: readonly string[];
  readonly details?: string;
}

/**
 * Makes the tables of a dataset from the publisher's files that its descriptor names, beside the project, and puts them in
 * place where nothing speaks against them. The descriptor stays as it is.
 *
 * @param accept - Findings to accept, each with a reason.
 */
export async function makeDataset(
  root: string,
  dataset: LoadedDataset,
  rawFolders: readonly string[],
  accept: readonly string[] = [],
): Promise<MadeDataset> {
  const { descriptor } = dataset;
  const scratch = await mkdtemp(join(tmpdir(), 'lunchtime-make-'));
  const newRoot = join(scratch, 'project');
  try {
    const edition = await makeEdition({ root, dataset, rawFolders, newRoot });
    if (edition.made === undefined) return { made: [], accepted: [], unknown: accept, ...edition };
    const files = descriptor.source.files.map((file) => ({ ...file, isNew: false }));
    // The numbers of rows and the checksums are what is being found out, so they are no findings.
    const edited = editDescriptor(dataset.text, toEdits(descriptor, files, edition.made, undefined));
    await writeFile(join(newRoot, dataset.file), edited);
    const judged = await judgeEdition(dataset, edition, newRoot);
    const { accepted, left, unknown } = acceptFindings(
      nameApart([...edition.findings, ...judged.findings]),
      accept,
    );
    if (left.length > 0 || unknown.length > 0) return { made: [], findings: left, accepted, unknown };
    for (const path of edition.paths)
      await replaceFile(join(root, path), (part) => copyFile(join(newRoot, path), part));
    return { made: edition.made, findings: [], accepted, unknown };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '#src/authored/parse-authored.ts';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import type { MadeTable } from '#src/datasets/node/making/make-tables.ts';
import type { TableChange } from '../compare-tables.ts';
import { editDescriptor, type FieldEdit, recordAcceptances } from '../edit-descriptor.ts';
import { acceptFindings, type Acceptance, type EditionFinding, nameApart } from '../edition-finding.ts';
import { compareAnswers, type ComparedAnswers } from './compare-answers.ts';
import {
  type FetchOptions,
  type GatheredFile,
  gatherFromFolder,
  gatherFromPublisher,
} from './gather-files.ts';
import { judgeEdition, makeEdition } from './make-edition.ts';

export interface RefreshOptions {
  /** The project's root. */
  readonly root: string;
  readonly dataset: LoadedDataset;
  /** Where the publisher's files lie: a folder, or with the publisher. */
  readonly from: { readonly folder: string } | FetchOptions;
  /** Puts the new tables and their checksums into the project, if no finding is left. */
  readonly write: boolean;
  /** Findings to accept, each with a reason: "rivers rows: The publisher closed two gauges". */
  readonly accept?: readonly string[];
  /** The day, as ISO text, which is recorded beside each acceptance. */
  readonly today?: string;
}

export interface Refresh {
  readonly files: readonly GatheredFile[];
  readonly tables: readonly TableChange[];
  /** Where the new tables break the descriptor: ranges, lists or rules that the new figures outgrew. */
  readonly problems: readonly Problem[];
  /** What stops the new edition from being written. */
  readonly findings: readonly EditionFinding[];
  readonly accepted: readonly Acceptance[];
  /** Texts that were to accept a finding and name none. */
  readonly unknown: readonly string[];
  /** The engine's own words where the recipe did not run. */
  readonly details?: string;
  readonly answers: ComparedAnswers;
  /** Paths from the root that were written; empty when nothing changed, something was found or nothing was to be written. */
  readonly written: readonly string[];
}

/**
 * Takes the publisher's files, runs the recipe on them beside the project, and says what changed in the tables and in
 * the answers of the exercises, and what speaks against the new edition. The project itself changes only when told to,
 * and never while a finding is left.
 *
 * @throws {DownloadProblem} when a file cannot be had
 */
export async function refreshDataset(options: RefreshOptions): Promise<Refresh> {
  const { root, dataset, from, write, accept = [] } = options;
  const { descriptor } = dataset;
  const scratch = await mkdtemp(join(tmpdir(), 'lunchtime-refresh-'));
  try {
    const raw =
      'folder' in from
        ? join(scratch, 'raw')
        : join(root, '.cache', 'raw', descriptor.id, from.commit ?? descriptor.source.commit);
    const files =
      'folder' in from
        ? await gatherFromFolder(descriptor.source, from.folder, raw)
        : await gatherFromPublisher(descriptor.source, raw, from);
    const commit = 'folder' in from ? undefined : from.commit;
    const newRoot = join(scratch, 'project');
    const renewed = withChecksums(dataset, files);
    const edition = await makeEdition({ root, dataset: renewed, rawFolders: [raw], newRoot });
    if (edition.made === undefined) {
      const nothing = { tables: [], problems: [], accepted: [], unknown: accept, written: [] };
      return { files, ...nothing, answers: { compared: 0, changed: [] }, ...edition };
    }
    const edited = editDescriptor(dataset.text, toEdits(descriptor, files, edition.made, commit));
    await writeFile(join(newRoot, dataset.file), edited);
    const judged = await judgeEdition(dataset, edition, newRoot);
    const { accepted, left, unknown } = acceptFindings(
      nameApart([...edition.findings, ...judged.findings]),
      accept,
    );
    const answers = await compareAnswers(root, newRoot, descriptor.id);
    const changed = edited !== dataset.text;
    let written: string[] = [];
    if (write && changed && left.length === 0 && unknown.length === 0) {
      const recorded = recordAcceptances(
        edited,
        accepted,
        options.today ?? new Date().toISOString().slice(0, 10),
      );
      await writeFile(join(newRoot, dataset.file), recorded);
      written = [dataset.file, ...edition.paths];
      for (const path of written)
        await replaceFile(join(root, path), (part) => copyFile(join(newRoot, path), part));
    }
    const { tables, problems } = judged;
    return { files, tables, problems, findings: left, accepted, unknown, answers, written };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The dataset with the checksums that its files have now. */
function withChecksums(dataset: LoadedDataset, files: readonly GatheredFile[]): LoadedDataset {
  const { descriptor } = dataset;
  const source: DatasetDescriptor['source'] = {
    ...descriptor.source,
    files: descriptor.source.files.map((each, index) => ({
      ...each,
      sha256: files[index]?.sha256 ?? each.sha256,
    })),
  };
  return { ...dataset, descriptor: { ...descriptor, source } };
}

/** What changes in a descriptor when its files and tables do. */
export function toEdits(
  descriptor: DatasetDescriptor,
  files: readonly GatheredFile[],
  made: readonly MadeTable[],
  commit: string | undefined,
): FieldEdit[] {
  const edits: FieldEdit[] = [];
  const edit = (path: FieldEdit['path'], before: string | number, value: string | number) => {
    if (before !== value) edits.push({ path, value });
  };
  if (commit !== undefined) edit(['source', 'commit'], descriptor.source.commit, commit);
  descriptor.source.files.forEach((file, index) =>
    edit(['source', 'files', index, 'sha256'], file.sha256, files[index]?.sha256 ?? file.sha256),
  );
  descriptor.tables.forEach((table, index) => {
    const now = made.find(({ name }) => name === table.name);
    if (now === undefined) return;
    edit(['tables', index, 'rowCount'], table.rowCount, now.rowCount);
    edit(['tables', index, 'sha256'], table.sha256, now.sha256);
  });
  return edits;
}

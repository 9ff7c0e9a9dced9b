import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { checkDatasets } from '#src/datasets/node/check-datasets.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { type MadeTable, makeTables } from '#src/datasets/node/making/make-tables.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { createTableSql } from '#src/datasets/table-sql.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { compareTables, type TableChange } from '../compare-tables.ts';
import { editDescriptor, type FieldEdit } from '../edit-descriptor.ts';
import { compareAnswers, type ComparedAnswers } from './compare-answers.ts';
import {
  type FetchOptions,
  type GatheredFile,
  gatherFromFolder,
  gatherFromPublisher,
} from './gather-files.ts';

export interface RefreshOptions {
  /** The project's root. */
  readonly root: string;
  readonly dataset: LoadedDataset;
  /** Where the publisher's files lie: a folder, or with the publisher. */
  readonly from: { readonly folder: string } | FetchOptions;
  /** Puts the new tables and their checksums into the project. */
  readonly write: boolean;
}

export interface Refresh {
  readonly files: readonly GatheredFile[];
  readonly tables: readonly TableChange[];
  /** Where the new tables break the descriptor: ranges, lists or rules that the new figures outgrew. */
  readonly problems: readonly Problem[];
  readonly answers: ComparedAnswers;
  /** Paths from the root that were written; empty when nothing changed or nothing was to be written. */
  readonly written: readonly string[];
}

/**
 * Takes the publisher's files, runs the recipe on them beside the project, and says what changed in the tables and in
 * the answers of the exercises. The project itself changes only when told to.
 *
 * @throws {DownloadProblem} when a file cannot be had
 */
export async function refreshDataset({ root, dataset, from, write }: RefreshOptions): Promise<Refresh> {
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
    const made = await makeNew(dataset, files, raw, join(newRoot, 'datasets', descriptor.id));
    const tables = await compareEditions(dataset, join(newRoot, 'datasets', descriptor.id));
    await copyNeeded(root, newRoot, descriptor);
    const edited = editDescriptor(dataset.text, toEdits(descriptor, files, made, commit));
    await writeFile(join(newRoot, dataset.file), edited);
    const checked = await checkDatasets(newRoot);
    const problems = checked.problems.filter(({ file }) => file.startsWith(`datasets/${descriptor.id}/`));
    const answers = await compareAnswers(root, newRoot, descriptor.id);
    const changed = edited !== dataset.text;
    const written =
      write && changed ? [dataset.file, ...made.map(({ file }) => `datasets/${descriptor.id}/${file}`)] : [];
    for (const path of written) await copyFile(join(newRoot, path), join(root, path));
    return { files, tables, problems, answers, written };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Runs the recipe in a folder of its own, on files that the descriptor there names by their new checksums. */
async function makeNew(
  { descriptor, file, text, folder }: LoadedDataset,
  files: readonly GatheredFile[],
  raw: string,
  newFolder: string,
): Promise<MadeTable[]> {
  await mkdir(newFolder, { recursive: true });
  await copyFile(join(folder, 'recipe.sql'), join(newFolder, 'recipe.sql'));
  const source: DatasetDescriptor['source'] = {
    ...descriptor.source,
    files: descriptor.source.files.map((each, index) => ({
      ...each,
      sha256: files[index]?.sha256 ?? each.sha256,
    })),
  };
  return makeTables({ descriptor: { ...descriptor, source }, file, text, folder: newFolder }, [raw]);
}

async function compareEditions(
  { descriptor, folder }: LoadedDataset,
  newFolder: string,
): Promise<TableChange[]> {
  const database = await createNativeDatabase();
  try {
    const changes: TableChange[] = [];
    for (const [schema, at] of [
      ['before', folder],
      ['after', newFolder],
    ] as const) {
      await database.query(`CREATE SCHEMA ${toQuotedName(schema)}`);
      await database.query(`USE ${toQuotedName(schema)}`);
      for (const table of descriptor.tables) {
        for (const sql of createTableSql(
          { ...table, columns: table.columns.map((each) => ({ ...each, nullable: true })) },
          join(at, table.file),
        ))
          await database.query(sql);
      }
    }
    for (const table of descriptor.tables) {
      const name = toQuotedName(table.name);
      changes.push(await compareTables(database, table, `"before".${name}`, `"after".${name}`));
    }
    return changes;
  } finally {
    database.close();
  }
}

/** Copies the other datasets that exercises use together with this one, and those it links to. */
async function copyNeeded(root: string, newRoot: string, { id, tables }: DatasetDescriptor): Promise<void> {
  const { tracks } = await loadCatalogue(root);
  const exercises = tracks.flatMap(({ lessons }) => lessons).flatMap((lesson) => lesson.exercises);
  const together = exercises
    .filter(({ datasets }) => datasets.includes(id))
    .flatMap(({ datasets }) => datasets);
  const links = tables.flatMap(({ foreignKeys, links }) => [...foreignKeys, ...links]);
  const linked = links.flatMap(({ references }) => references.dataset ?? []);
  for (const other of new Set([...together, ...linked])) {
    if (other === id) continue;
    await cp(join(root, 'datasets', other), join(newRoot, 'datasets', other), { recursive: true });
  }
}

function toEdits(
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

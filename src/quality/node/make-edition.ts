import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, toProblemText } from '#src/authored/parse-authored.ts';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { checkDatasets } from '#src/datasets/node/check-datasets.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { type MadeTable, makeTables } from '#src/datasets/node/making/make-tables.ts';
import {
  findRawFiles,
  loadRawForms,
  readRawForms,
  toFormsFile,
} from '#src/datasets/node/making/raw-files.ts';
import { createTableSql } from '#src/datasets/table-sql.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { compareTables, type TableChange } from '../compare-tables.ts';
import { findRawFaults } from '../find-raw-faults.ts';
import { findShrinkage } from '../find-shrinkage.ts';
import type { EditionFinding } from '../edition-finding.ts';

/** A new edition of a dataset, in a folder of its own beside the project. */
export interface Edition {
  /** Undefined where the recipe did not run. */
  readonly made?: readonly MadeTable[];
  /** What speaks against the publisher's files. */
  readonly findings: readonly EditionFinding[];
  /** The engine's own words where the recipe did not run. */
  readonly details?: string;
  /** The files that were made, by their paths from either root. */
  readonly paths: readonly string[];
}

interface EditionOptions {
  readonly root: string;
  /** Its descriptor names the files by the checksums that they have now. */
  readonly dataset: LoadedDataset;
  readonly rawFolders: readonly string[];
  /** A folder that becomes a project with this dataset, and with those that it and its lessons need. */
  readonly newRoot: string;
}

/** Looks at the publisher's files and runs the recipe on them in a folder of its own. */
export async function makeEdition({ root, dataset, rawFolders, newRoot }: EditionOptions): Promise<Edition> {
  const { descriptor, folder } = dataset;
  const newFolder = join(newRoot, 'datasets', descriptor.id);
  await mkdir(newFolder, { recursive: true });
  await copyFile(join(folder, 'recipe.sql'), join(newFolder, 'recipe.sql'));
  const known = await loadRawForms(folder);
  const files = readRawForms(await findRawFiles(descriptor.source.files, rawFolders));
  const findings = files.flatMap(({ file, name, reading }) =>
    findRawFaults(basename(name), reading, known[file.path]),
  );
  const missing = descriptor.source.files.filter(
    ({ sha256 }) => !files.some(({ file }) => file.sha256 === sha256),
  );
  if (missing.length > 0) {
    const list = missing.map(({ path, sha256 }) => `${path} (SHA-256 ${sha256})`).join(', ');
    return {
      findings: [{ name: 'files', says: `These files of the publisher are not there: ${list}.` }],
      paths: [],
    };
  }
  const forms = toFormsFile(files);
  try {
    const made = await makeTables({ ...dataset, folder: newFolder }, rawFolders, known);
    await writeFile(join(newFolder, forms.name), forms.text);
    await copyNeeded(root, newRoot, descriptor);
    const paths = [...made.map(({ file }) => file), forms.name].map(
      (file) => `datasets/${descriptor.id}/${file}`,
    );
    return { made, findings, paths };
  } catch (error) {
    const says =
      `datasets/${descriptor.id}/recipe.sql does not run on these files. ` +
      'Look whether the publisher renamed a column or changed how a date or a number is written.';
    const details = error instanceof Error ? error.message : String(error);
    return { findings: [...findings, { name: 'recipe', says }], details, paths: [] };
  }
}

/**
 * Holds a new edition against the descriptor that stands beside it, and against the tables of the old one.
 *
 * @param dataset - The old one.
 */
export async function judgeEdition(
  { descriptor, folder }: LoadedDataset,
  { made = [] }: Edition,
  newRoot: string,
): Promise<{ tables: TableChange[]; problems: Problem[]; findings: EditionFinding[] }> {
  const checked = await checkDatasets(newRoot);
  const problems = checked.problems.filter(({ file }) => file.startsWith(`datasets/${descriptor.id}/`));
  const broken = problems.map((problem): EditionFinding => ({
    name: `${basename(problem.file)} ${problem.path}`,
    says: toProblemText(problem),
  }));
  const same = descriptor.tables.every(({ name, sha256 }) =>
    made.some((table) => table.name === name && table.sha256 === sha256),
  );
  try {
    const { tables, findings } = await compareEditions(
      descriptor,
      folder,
      join(newRoot, 'datasets', descriptor.id),
      same,
    );
    return { tables, problems, findings: [...broken, ...findings] };
  } catch (error) {
    // Values that fit no column are told by the check already.
    if (problems.length > 0) return { tables: [], problems, findings: broken };
    throw error;
  }
}

async function compareEditions(
  descriptor: DatasetDescriptor,
  folder: string,
  newFolder: string,
  same: boolean,
): Promise<{ tables: TableChange[]; findings: EditionFinding[] }> {
  const tables: TableChange[] = [];
  const findings: EditionFinding[] = [];
  const compared = descriptor.tables.filter(({ file }) => existsSync(join(folder, file)));
  const database = await createNativeDatabase();
  try {
    for (const [schema, at] of [
      ['before', folder],
      ['after', newFolder],
    ] as const) {
      await database.query(`CREATE SCHEMA ${toQuotedName(schema)}`);
      await database.query(`USE ${toQuotedName(schema)}`);
      for (const table of compared) {
        for (const sql of createTableSql(
          { ...table, columns: table.columns.map((each) => ({ ...each, nullable: true })) },
          join(at, table.file),
        ))
          await database.query(sql);
      }
    }
    for (const table of compared) {
      const [before, after] = [`"before".${toQuotedName(table.name)}`, `"after".${toQuotedName(table.name)}`];
      tables.push(await compareTables(database, table, before, after));
      if (!same) findings.push(...(await findShrinkage(database, table, before, after)));
    }
    return { tables, findings };
  } finally {
    database.close();
  }
}

/** Copies the other datasets that exercises use together with this one, and those it links to. */
async function copyNeeded(root: string, newRoot: string, { id, tables }: DatasetDescriptor): Promise<void> {
  const { tracks } = await loadCatalogue(root);
  const together = exercisesOf(tracks)
    .filter(({ datasets }) => datasets.includes(id))
    .flatMap(({ datasets }) => datasets);
  const links = tables.flatMap(({ foreignKeys, links }) => [...foreignKeys, ...links]);
  const linked = links.flatMap(({ references }) => references.dataset ?? []);
  for (const other of new Set([...together, ...linked])) {
    if (other === id) continue;
    await cp(join(root, 'datasets', other), join(newRoot, 'datasets', other), { recursive: true });
  }
}

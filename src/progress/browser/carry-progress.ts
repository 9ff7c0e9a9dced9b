import { mergeRecords } from '../exercise-record.ts';
import { createProgressFile, mergeImported, mergePlaces } from '../progress-file.ts';
import type { ImportSummary, ProgressFile } from '../progress-file.ts';
import type { PageMemory } from './page-memory.ts';
import type { ProgressConnection } from './progress-connection.ts';
import { readSetAside } from './progress-database.ts';
import type { ProgressSync } from './progress-sync.ts';

/** All that is kept here, as a file to take to another browser. */
export async function exportProgress(
  { readAll }: ProgressSync,
  memory: PageMemory,
  { attempt }: ProgressConnection,
): Promise<ProgressFile> {
  await readAll();
  const texts = await attempt(readSetAside);
  return createProgressFile({
    exportedAt: new Date().toISOString(),
    records: memory.records.values(),
    lastPlace: memory.place() ?? null,
    setAside: texts?.value ?? [],
  });
}

/** Merges a file into what is kept here, and counts the records by what it did to them. */
export async function importProgress(
  { readAll, change, changePlace }: ProgressSync,
  memory: PageMemory,
  file: ProgressFile,
): Promise<ImportSummary> {
  const summary: Record<keyof ImportSummary, number> = { added: 0, updated: 0, unchanged: 0 };
  await readAll();
  for (const theirs of file.records) {
    const known = memory.records.get(theirs.exerciseId);
    summary[mergeImported(known, theirs).effect] += 1;
    await change(theirs.exerciseId, (record) => mergeRecords(record, theirs));
  }
  if (file.lastPlace !== null) await changePlace((mine) => mergePlaces(mine, file.lastPlace ?? undefined));
  return summary;
}

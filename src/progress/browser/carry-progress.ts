import { toMoment } from '../moment.ts';
import { createProgressFile, mergeImported, mergePlaces } from '../progress-file.ts';
import type { ImportSummary, ProgressFile } from '../progress-file.ts';
import type { PageMemory } from './page-memory.ts';
import type { ProgressConnection } from './progress-connection.ts';
import { readSetAside } from './progress-database.ts';
import type { ProgressSync } from './progress-sync.ts';
import type { UnsavedEdits } from './unsaved-edits.ts';

/** All that is kept here, as a file to take to another browser. */
export async function exportProgress(
  { readAll }: ProgressSync,
  memory: PageMemory,
  { attempt }: ProgressConnection,
): Promise<ProgressFile> {
  await readAll();
  const texts = await attempt(readSetAside);
  return createProgressFile({
    exportedAt: toMoment(new Date()),
    records: memory.all().values(),
    lastPlace: memory.place() ?? null,
    setAside: texts?.value ?? [],
  });
}

/** Merges a file into what is kept here, and counts the records by what it did to them. */
export async function importProgress(
  { readAll, saveAll, changePlace }: ProgressSync,
  memory: PageMemory,
  unsaved: UnsavedEdits,
  file: ProgressFile,
): Promise<ImportSummary> {
  const summary = { added: 0, updated: 0, unchanged: 0, attemptsLeftOut: 0 };
  await readAll();
  for (const theirs of file.records) {
    const { effect, attemptsLeftOut } = mergeImported(memory.get(theirs.exerciseId), theirs);
    summary[effect] += 1;
    summary.attemptsLeftOut += attemptsLeftOut;
    if (effect !== 'unchanged') unsaved.add(theirs.exerciseId, { kind: 'merge', record: theirs });
  }
  await saveAll();
  if (file.lastPlace !== null) await changePlace((mine) => mergePlaces(mine, file.lastPlace ?? undefined));
  return summary;
}

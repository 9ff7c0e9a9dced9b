import { hashContent } from '#src/engine/browser/hash-content.ts';
import type { EngineWorker, OwnFile } from '#src/engine/browser/start-worker.ts';
import { loadApart } from '#src/explore/browser/read-own-file.ts';
import type { OwnTable } from '#src/explore/browser/read-own-file.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import type { Audit } from '../audit.ts';
import { auditTable } from '../audit-table.ts';

const tooMuchMemory =
  'The audit of this file takes more memory than your browser gives. Your table is as it was. Try again, or save a part of it, fewer rows or columns, and audit that.';

/**
 * Audit a person's own table in a database apart, so that the page stays alive and the work can be stopped. Nothing of it
 * leaves the browser.
 *
 * @param signal - Aborting it ends all work at once; the promise then rejects with the signal's reason.
 * @throws FileProblem with a sentence when there is too little memory.
 */
export async function auditOwnTable(options: {
  readonly table: OwnTable;
  readonly openApart: (files: readonly OwnFile[]) => Promise<EngineWorker>;
  readonly version: string;
  /** Called with the share of the work that is done. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}): Promise<Audit> {
  const { table, openApart, version, onProgress, signal } = options;
  const { file } = table.source;
  const sha256 = await hashContent(new Uint8Array(await file.arrayBuffer()));
  const { file: source, content } = table.ownFile;
  const work = ({ database }: EngineWorker) =>
    auditTable(database, {
      file: { name: file.name, bytes: file.size, sha256 },
      source,
      ready: table.ready,
      loaded: table.loaded,
      madeAt: new Date().toISOString(),
      version,
      onProgress,
    });
  try {
    return await loadApart(openApart([{ file: source, content }]), signal, work, tooMuchMemory);
  } catch (cause) {
    throw /out of memory/i.test(String(cause)) ? new FileProblem(tooMuchMemory, { cause }) : cause;
  }
}

import { takeNetworkAway } from '#src/engine/take-network-away.ts';
import { readTable } from '#src/explore/reading/read-table.ts';
import { findFileKind } from '#src/explore/reading/file-kind.ts';
import { FileProblem } from '../own-table.ts';
import type { FileMessage, FileRequest } from './file-messages.ts';

// Reads a person's own file apart from the page, so that the page stays alive and reading can be stopped. The file goes
// nowhere: this code asks no server for anything but the readers of Parquet and workbooks.

// The page's policy does not hold here. The readers are still imported.
takeNetworkAway(self);

const send = (message: FileMessage) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  read(data).catch((cause: unknown) =>
    send({ type: 'failed', message: toMessage(cause), details: String(cause) }),
  );
});

async function read({ file, choice }: FileRequest): Promise<void> {
  // Before the whole is read: it may be far too large.
  findFileKind(file.name, file.size, new Uint8Array(await readSlice(file.slice(0, 4096))));
  const bytes = await readWithProgress(file, 0.5);
  const { ready, parts } = await readTable({ name: file.name, bytes }, choice, (done) =>
    send({ type: 'progress', bytesRead: (file.size + done) / 2 }),
  );
  send({ type: 'ready', ready, content: new Blob([...parts]) });
}

/** A sentence for the person who chose the file; null when the fault is ours. */
function toMessage(cause: unknown): string | null {
  if (cause instanceof FileProblem) return cause.message;
  const isTooMuch =
    cause instanceof RangeError ||
    /out of memory|allocation failed|invalid (array|string) length|could not be allocated/i.test(
      String(cause),
    );
  return isTooMuch
    ? 'Reading this file takes more memory than your browser gives. Save a part of it, fewer rows or columns, and choose that.'
    : null;
}

/** The whole file. `share` is the part of the work that reading is, in what is reported. */
async function readWithProgress(file: File, share: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  const step = 4_000_000;
  for (let at = 0; at < file.size; at += step) {
    bytes.set(new Uint8Array(await readSlice(file.slice(at, at + step))), at);
    send({ type: 'progress', bytesRead: Math.min(at + step, file.size) * share });
  }
  return bytes;
}

async function readSlice(slice: Blob): Promise<ArrayBuffer> {
  try {
    return await slice.arrayBuffer();
  } catch (cause) {
    throw new FileProblem(
      'The browser cannot read this file any more: it has changed, moved or is open elsewhere. Choose it again.',
      { cause },
    );
  }
}

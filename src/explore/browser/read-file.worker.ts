import { takeNetworkAway } from '#src/engine/take-network-away.ts';
import { checkCsv } from '#src/explore/reading/check-csv.ts';
import { toLineFeeds } from '#src/explore/reading/line-ends.ts';
import { findCsvFormat } from '#src/explore/reading/csv-format.ts';
import { findFileKind } from '#src/explore/reading/file-kind.ts';
import { FileProblem } from '../own-table.ts';
import type { ReadyFile } from '../own-table.ts';
import { checkSize, packRows } from '#src/explore/reading/pack-rows.ts';
import type { ValueRows } from '#src/explore/reading/pack-rows.ts';
import { toSafeNames } from '../safe-name.ts';
import { toUtf8 } from '#src/explore/reading/to-utf8.ts';
import type { FileMessage } from './file-messages.ts';

// Reads a person's own file apart from the page, so that the page stays alive and reading can be stopped. The file goes
// nowhere: this code asks no server for anything but the readers of Parquet and Excel.

const headBytes = 256_000;

// The page's policy does not hold here. The readers are still imported.
takeNetworkAway(self);

const send = (message: FileMessage) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  read(data).catch((cause: unknown) =>
    send({
      type: 'failed',
      message: cause instanceof FileProblem ? cause.message : null,
      details: String(cause),
    }),
  );
});

async function read(file: File): Promise<void> {
  const start = new Uint8Array(await readSlice(file.slice(0, 8)));
  const kind = findFileKind(file.name, file.size, start);
  if (kind === 'csv') return readCsv(await readWithProgress(file, 0.5));
  const bytes = await readWithProgress(file, 1);
  const { file: ready, parts } = packRows(await readValues(kind, bytes));
  send({ type: 'ready', file: ready, content: new Blob([...parts]) });
}

async function readValues(
  kind: 'json' | 'parquet' | 'excel',
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ValueRows> {
  switch (kind) {
    case 'json': {
      const { readJson } = await import('#src/explore/reading/read-json.ts');
      const { bytes: utf8, notes } = toUtf8(bytes);
      const values = readJson(new TextDecoder().decode(utf8));
      return { ...values, notes: [...notes, ...values.notes] };
    }
    case 'parquet': {
      const { readParquet } = await import('#src/explore/reading/read-parquet.ts');
      return readParquet(bytes.buffer);
    }
    case 'excel': {
      const { readExcel } = await import('#src/explore/reading/read-excel.ts');
      return readExcel(bytes.buffer);
    }
  }
}

function readCsv(raw: Uint8Array<ArrayBuffer>): void {
  const { bytes, notes } = toUtf8(raw);
  const isCut = bytes.length > headBytes;
  const head = new TextDecoder().decode(bytes.subarray(0, headBytes));
  const { format, headings } = findCsvFormat(head, isCut);
  checkSize(headings.length, 1);
  const share = raw.length / bytes.length / 2;
  const check = checkCsv(bytes, format, headings.length, (done) =>
    send({ type: 'progress', bytesRead: raw.length / 2 + done * share }),
  );
  if (!check.ok) throw new FileProblem(check.message);
  const names = toSafeNames(headings);
  const ready: ReadyFile = {
    format,
    columns: names.map((name, index) => ({ name, heading: headings[index] ?? '' })),
    types: undefined,
    notes: [...notes, ...formatNotes(format.skippedLines, format.hasHeader)],
  };
  send({
    type: 'ready',
    file: ready,
    content: new Blob([check.mixedLineEnds ? toLineFeeds(bytes) : bytes]),
  });
}

function formatNotes(skippedLines: number, hasHeader: boolean): string[] {
  const notes = [];
  if (skippedLines > 0) {
    notes.push(`Lines before line ${skippedLines + 1}, which holds the headings, were left out.`);
  }
  if (!hasHeader) {
    notes.push(
      'The first line looks like values, not headings, so the columns are called column_1, column_2 and so on.',
    );
  }
  return notes;
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

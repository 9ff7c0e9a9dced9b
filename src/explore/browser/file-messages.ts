import type { ReadingChoice, ReadyFile } from '../own-table.ts';

/** What the page asks of the worker that reads a file. */
export interface FileRequest {
  readonly file: File;
  readonly choice: ReadingChoice;
}

/** What the worker that reads a file says to the page. */
export type FileMessage =
  | { readonly type: 'progress'; readonly bytesRead: number }
  | { readonly type: 'ready'; readonly ready: ReadyFile; readonly content: Blob }
  /** `message` is a sentence for the person who chose the file; null when the fault is ours. */
  | { readonly type: 'failed'; readonly message: string | null; readonly details: string };

import { type Parsed, parseAuthored } from '#src/authored/parse-authored.ts';
import { datasetSchema } from './dataset-schema.ts';
import { draftSchema, fillDraft, isDraft } from './draft.ts';
import type { DatasetDescriptor } from './descriptor.ts';

/**
 * Reads the text of a `dataset.yaml`, or gives every mistake in it at once. A draft may lack its licence and its checksums.
 *
 * @param file - Name for the messages, from the project's root.
 */
export function parseDataset(text: string, file: string): Parsed<DatasetDescriptor> {
  if (!isDraft(text)) return parseAuthored(datasetSchema, text, file);
  const parsed = parseAuthored(draftSchema, text, file);
  return parsed.ok ? { ok: true, value: fillDraft(parsed.value) } : parsed;
}

import { type Parsed, parseAuthored } from '#src/authored/parse-authored.ts';
import { datasetSchema } from './dataset-schema.ts';
import type { DatasetDescriptor } from './descriptor.ts';

/**
 * Reads the text of a `dataset.yaml`, or gives every mistake in it at once.
 *
 * @param file - Name for the messages, from the project's root.
 */
export function parseDataset(text: string, file: string): Parsed<DatasetDescriptor> {
  return parseAuthored(datasetSchema, text, file);
}

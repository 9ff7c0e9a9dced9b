import { z } from 'zod';
import { checkDescriptor } from './check-descriptor.ts';
import { datasetFields, tableSchema, type DatasetDescriptor } from './descriptor.ts';

/** The fields of a `dataset.yaml` as long as it may be a draft: some may still be missing. */
export const draftFields = datasetFields.extend({
  draft: z
    .boolean()
    .optional()
    .describe(
      'True while the dataset is being written. It is checked and can be tried, and is never published. The licence and the checksums may be missing until then.',
    ),
  licence: datasetFields.shape.licence.optional(),
  tables: z
    .array(tableSchema.partial({ sha256: true }))
    .min(1)
    .describe('The tables that we publish.'),
});

type Draft = z.infer<typeof draftFields>;

/** A draft, with the rules between its fields. */
export const draftSchema = draftFields.superRefine((draft, context) =>
  // Only paths and words are added, whatever is missing.
  checkDescriptor(fillDraft(draft), context as unknown as z.core.$RefinementCtx<DatasetDescriptor>),
);

/**
 * Whether the text of a `dataset.yaml` says that it is a draft.
 *
 * @example isDraft('id: rivers\ndraft: true') // => true
 */
export function isDraft(text: string): boolean {
  return /^draft:[ \t]*true[ \t]*(#.*)?$/m.test(text);
}

/** A draft as a descriptor: its title says what it is, and a checksum that is not known is empty. */
export function fillDraft({ draft: _draft, ...fields }: Draft): DatasetDescriptor {
  const attribution = 'A draft: nobody has said yet what others may do with it.';
  return {
    ...fields,
    title: `${fields.title} (draft)`,
    licence: fields.licence ?? { name: 'None yet', url: fields.source.page, attribution },
    tables: fields.tables.map((table) => ({ ...table, sha256: table.sha256 ?? '' })),
  };
}

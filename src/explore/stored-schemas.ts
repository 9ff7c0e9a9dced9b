import { z } from 'zod';

// The content policy of the pages forbids making code from text. Zod tries it once to find out, and the browser reports
// that as a breach. This must run before the first schema is made.
z.config({ jitless: true });

/** The longest query that is shared, in UTF-16 code units. */
export const longestQuery = 100_000;

const datasetId = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*$/);

/** A query and the datasets it is about. */
export const workSchema = z.object({
  text: z.string().max(longestQuery),
  datasets: z.array(datasetId).max(100),
});

/** As it is kept in the browser: however long, and whatever became of the list of its datasets. */
const keptWorkSchema = z.object({
  text: z.string(),
  datasets: workSchema.shape.datasets.catch([]),
});

/** What the page holds: the work in the editor, and the one that it took the place of. */
export const workspaceSchema = z.object({
  current: keptWorkSchema,
  aside: keptWorkSchema.nullable().catch(null),
});

/** A query that a person gave a name. */
export const savedQuerySchema = keptWorkSchema.extend({
  id: z.string().min(1).max(80),
  name: z.string().trim().min(1).max(120),
  savedAt: z.iso.datetime(),
});

/** What a share link carries. */
export const sharedSchema = z.object({
  v: z.literal(1),
  q: workSchema.shape.text,
  d: workSchema.shape.datasets,
});

export type StoredWork = Readonly<z.infer<typeof workSchema>>;
export type Workspace = Readonly<z.infer<typeof workspaceSchema>>;
export type SavedQuery = Readonly<z.infer<typeof savedQuerySchema>>;

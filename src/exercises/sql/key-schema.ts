import { z } from 'zod/mini';
import { compiledChecksSchema } from '#src/checker/parse-compiled-checks.ts';
import { toKeySchema } from '../to-key-schema.ts';
import type { SqlKey } from './answer-key.ts';

export const sqlKeySchema = toKeySchema<SqlKey>({
  alternatives: z.array(z.string()),
  wrong: z.array(z.object({ answer: z.string(), feedback: z.string() })),
  compiled: compiledChecksSchema,
});

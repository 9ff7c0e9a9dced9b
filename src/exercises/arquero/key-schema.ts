import { z } from 'zod/mini';
import { pipelineChecksSchema } from '#src/checker/pipeline/parse-pipeline-checks.ts';
import { toKeySchema } from '../to-key-schema.ts';
import type { ArqueroKey } from './answer-key.ts';

export const arqueroKeySchema = toKeySchema<ArqueroKey>({
  alternatives: z.array(z.string()),
  wrong: z.array(z.object({ answer: z.string(), feedback: z.string() })),
  differs: z.exactOptional(z.string()),
  query: z.string(),
  compiled: pipelineChecksSchema,
});

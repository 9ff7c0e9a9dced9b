import { parse } from 'yaml';
import { z } from 'zod';
import { toContentHash } from '#src/authored/content-hash.ts';
import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';
import { kinds, type Exercise, type ExerciseKindName } from './kinds.ts';

const kindNames = Object.keys(kinds) as [ExerciseKindName, ...ExerciseKindName[]];
const kindSchema = z.object({ kind: z.enum(kindNames).describe('What the learner does.') });

/** Reads one exercise file of any kind. `id` is its path id, `file` names it in the problems. */
export function parseExercise({
  id,
  file,
  text,
}: {
  id: string;
  file: string;
  text: string;
}): Parsed<Exercise> {
  const kind = readKind(text);
  const schema = kinds[kind ?? 'sql'].schema as z.ZodType<Exercise>;
  // Without a known kind nobody can tell which other fields belong.
  const parsed = kind ? parseAuthored(schema, text, file) : parseAuthored(kindSchema, text, file);
  if (!parsed.ok) return parsed;
  return { ok: true, value: { ...(parsed.value as Exercise), id, version: toContentHash(text) } };
}

function readKind(text: string): ExerciseKindName | undefined {
  try {
    const { kind } = parse(text) as { kind?: unknown };
    return kindNames.find((name) => name === kind);
  } catch {
    // The text is no YAML: any schema says so.
    return 'sql';
  }
}

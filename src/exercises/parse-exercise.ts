import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';
import { toContentHash } from '#src/authored/content-hash.ts';
import { sqlExerciseSchema, type SqlExercise } from './sql/schema.ts';

/** Reads one exercise file. `id` is its path id, `file` names it in the problems. */
export function parseExercise({
  id,
  file,
  text,
}: {
  id: string;
  file: string;
  text: string;
}): Parsed<SqlExercise> {
  const parsed = parseAuthored(sqlExerciseSchema, text, file);
  return parsed.ok ? { ok: true, value: { id, version: toContentHash(text), ...parsed.value } } : parsed;
}

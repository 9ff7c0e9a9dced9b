import { z } from 'zod';
import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';
import type { Lesson } from './lesson.ts';

/** `track.yaml`. */
export const trackHeaderSchema = z.strictObject({
  title: z.string().trim().min(3).max(70).describe('The track in a few words, in sentence case.'),
  summary: z.string().trim().min(20).max(300).describe('One or two sentences: what the lessons lead to.'),
  order: z.int().min(1).describe('Where the track stands among the tracks: 1 comes first.'),
  audience: z.string().trim().min(10).max(300).describe('For whom the track is written.'),
});

/** What one `track.yaml` says. `id` is the folder's name. */
export type TrackHeader = z.infer<typeof trackHeaderSchema> & { readonly id: string };

/** A track with its lessons, in the order of their folders. */
export type Track = TrackHeader & { readonly lessons: readonly Lesson[] };

/** Reads one `track.yaml`. `file` names it in the problems. */
export function parseTrack({
  id,
  file,
  text,
}: {
  id: string;
  file: string;
  text: string;
}): Parsed<TrackHeader> {
  const parsed = parseAuthored(trackHeaderSchema, text, file);
  return parsed.ok ? { ok: true, value: { id, ...parsed.value } } : parsed;
}

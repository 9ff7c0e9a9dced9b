import { z } from 'zod/mini';
import '#src/results/parse-without-eval.ts';

/** At this width and below a page counts as small, in CSS pixels. */
const smallScreenWidth = 640;

export const settingsSchema = z.object({
  editor: z.catch(z.enum(['auto', 'code', 'plain']), 'auto'),
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
});

/** What a person chose for the pages. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = { editor: 'auto', theme: 'system' };

/** Reads stored settings; whatever cannot be read takes its default. */
export function parseSettings(value: unknown): Settings {
  return settingsSchema.safeParse(value).data ?? defaultSettings;
}

/** The screen a page is on: its width in CSS pixels, and whether the main pointer is a finger. */
export interface Screen {
  readonly width: number;
  readonly coarsePointer: boolean;
}

/** The editor to show: what the person chose, else the plain one on small screens and for fingers. */
export function chooseEditor({ editor }: Settings, { width, coarsePointer }: Screen): 'code' | 'plain' {
  if (editor !== 'auto') return editor;
  return width <= smallScreenWidth || coarsePointer ? 'plain' : 'code';
}

import { orElse, readFields, readOneOf, readValue } from './read-value.ts';

/** At this width and below a page counts as small, in CSS pixels. */
const smallScreenWidth = 640;

/** What a person chose for the pages. */
export interface Settings {
  readonly editor: 'auto' | 'code' | 'plain';
  readonly theme: 'system' | 'light' | 'dark';
}

export const defaultSettings: Settings = { editor: 'auto', theme: 'system' };

const readSettings = readFields<Settings>({
  editor: orElse(readOneOf(['auto', 'code', 'plain']), defaultSettings.editor),
  theme: orElse(readOneOf(['system', 'light', 'dark']), defaultSettings.theme),
});

/** Reads stored settings; whatever cannot be read takes its default. */
export function parseSettings(value: unknown): Settings {
  return readValue(readSettings, value) ?? defaultSettings;
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

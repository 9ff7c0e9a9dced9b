import { chooseEditor, defaultSettings, parseSettings } from '../settings.ts';
import type { Settings } from '../settings.ts';

// `src/ui/settings/apply-theme.ts` reads the same key before the page is painted.
const settingsKey = 'lunchtime-code-club-settings';

const listeners = new Set<(settings: Settings) => void>();
let current: Settings | undefined;

/** The settings of this browser; the defaults where nothing is stored or storing is forbidden. */
export function loadSettings(): Settings {
  current ??= readSettings() ?? defaultSettings;
  return current;
}

/** Puts settings to use on this page and keeps them; false when the browser would not keep them. */
export function saveSettings(settings: Settings): boolean {
  const saved = writeSettings(settings);
  adopt(settings);
  return saved;
}

/** Calls back when the settings change, here or in another tab; returns the way to stop. */
export function subscribeSettings(listener: (settings: Settings) => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', followOtherTab);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followOtherTab);
  };
}

/** The editor to show on this screen now. */
export function chooseEditorHere(settings: Settings): 'code' | 'plain' {
  const coarsePointer = window.matchMedia('(pointer: coarse)').matches;
  return chooseEditor(settings, { width: window.innerWidth, coarsePointer });
}

function followOtherTab({ key }: StorageEvent): void {
  if (key === settingsKey || key === null) adopt(readSettings() ?? defaultSettings);
}

function adopt(settings: Settings): void {
  current = settings;
  const root = document.documentElement;
  if (settings.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = settings.theme;
  listeners.forEach((listener) => listener(settings));
}

function readSettings(): Settings | undefined {
  try {
    const text = localStorage.getItem(settingsKey);
    return text === null ? undefined : parseSettings(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function writeSettings(settings: Settings): boolean {
  try {
    localStorage.setItem(settingsKey, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

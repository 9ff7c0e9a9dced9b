import { useSyncExternalStore } from 'react';
import type { EditorTheme } from './monaco-themes.ts';

/** The editor's theme: what `<html data-theme>` says, else what the system prefers. */
export function useEditorTheme(): EditorTheme {
  return useSyncExternalStore(subscribe, readTheme, () => 'app-light');
}

const darkScheme = () => window.matchMedia('(prefers-color-scheme: dark)');

function readTheme(): EditorTheme {
  const chosen = document.documentElement.dataset['theme'];
  const dark = chosen === 'dark' || (chosen !== 'light' && darkScheme().matches);
  return dark ? 'app-dark' : 'app-light';
}

function subscribe(listener: () => void): () => void {
  const scheme = darkScheme();
  const observer = new MutationObserver(listener);
  scheme.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    scheme.removeEventListener('change', listener);
    observer.disconnect();
  };
}

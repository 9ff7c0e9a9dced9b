import type * as Monaco from 'monaco-editor/editor/editor.api';

/** How the code editor looks and behaves: a text box for a short query, not a workbench. */
export const monacoOptions: Monaco.editor.IStandaloneEditorConstructionOptions = {
  // WCAG 2.1.2: Tab moves on, as in any text box.
  tabFocusMode: true,
  // Enter makes a new line, always: who types "desc" and Enter does not want DESC and no line.
  acceptSuggestionOnEnter: 'off',
  automaticLayout: true,
  bracketPairColorization: { enabled: false },
  contextmenu: false,
  fixedOverflowWidgets: true,
  folding: false,
  glyphMargin: false,
  guides: { indentation: false },
  lineDecorationsWidth: 8,
  lineNumbersMinChars: 2,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { other: true, comments: false, strings: false },
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, vertical: 'auto', horizontal: 'hidden', useShadows: false },
  selectionHighlight: false,
  // The words beside each name say what it is; the signs would cost another 150 kB.
  suggest: { showIcons: false, showStatusBar: false },
  tabSize: 2,
  unicodeHighlight: { ambiguousCharacters: false },
  wordBasedSuggestions: 'off',
  wordWrap: 'on',
};

/** Sizes in CSS pixels from the reader's own text size: Monaco takes no rem. */
export function measures() {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize) || 16;
  return {
    fontSize: rem,
    lineHeight: rem * 1.5,
    fontFamily: style.getPropertyValue('--app-font-mono').trim() || 'monospace',
  };
}

/** The height of so many lines, in CSS pixels. */
export function toHeight(lines: number): number {
  return lines * measures().lineHeight + 16;
}

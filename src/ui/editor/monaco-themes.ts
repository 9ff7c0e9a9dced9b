import type * as Monaco from 'monaco-editor/editor/editor.api';

export type EditorTheme = 'app-light' | 'app-dark';

/** Our colours for code: Monaco's own red and grey are too faint on white (WCAG 1.4.3). */
export function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme('app-light', {
    base: 'vs',
    inherit: true,
    rules: toRules({
      keyword: '0F5257',
      string: '9C2A1B',
      number: '175A96',
      comment: '4A5557',
      function: '6B3A8C',
    }),
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#14282b',
      ...toBracketColours('#14282b'),
      'editorLineNumber.foreground': '#5c6e70',
      'editorLineNumber.activeForeground': '#0b0c0c',
      'editorError.foreground': '#b3261e',
    },
  });
  monaco.editor.defineTheme('app-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: toRules({
      keyword: '6CC3C6',
      string: 'F0A898',
      number: '93C7F7',
      comment: 'B3BFC1',
      function: 'D2B4F0',
    }),
    colors: {
      'editor.background': '#10181a',
      'editor.foreground': '#dcebec',
      ...toBracketColours('#dcebec'),
      'editorLineNumber.foreground': '#8d9c9e',
      'editorLineNumber.activeForeground': '#eef2f2',
      'editorError.foreground': '#ff9d93',
    },
  });
}

interface CodeColours {
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly comment: string;
  readonly function: string;
}

/** Monaco colours brackets by their depth, whatever the options say, and its green is too faint on white. */
function toBracketColours(colour: string): Record<string, string> {
  const depths = [1, 2, 3, 4, 5, 6].map((depth) => `editorBracketHighlight.foreground${depth}`);
  return Object.fromEntries(
    [...depths, 'editorBracketHighlight.unexpectedBracket.foreground'].map((id) => [id, colour]),
  );
}

function toRules(colours: CodeColours): Monaco.editor.ITokenThemeRule[] {
  return [
    { token: 'keyword', foreground: colours.keyword, fontStyle: 'bold' },
    { token: 'operator.sql', foreground: colours.comment },
    { token: 'string', foreground: colours.string },
    { token: 'string.sql', foreground: colours.string },
    { token: 'number', foreground: colours.number },
    { token: 'number.sql', foreground: colours.number },
    { token: 'comment', foreground: colours.comment, fontStyle: 'italic' },
    { token: 'predefined', foreground: colours.function },
    { token: 'predefined.sql', foreground: colours.function },
  ];
}

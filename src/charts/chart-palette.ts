/**
 * The colours of charts, after those of the Government Analysis Function: dark blue, orange, turquoise, dark pink, purple and
 * grey, a little stronger where they had less than 3:1 against white, and lighter ones for a dark page. `shade-1` to
 * `shade-5` stand for figures, from the smallest; `ink-1` to `ink-5` are for words upon them.
 */
export const chartPalette = {
  light: {
    '1': '#12436d',
    '2': '#d4570f',
    '3': '#1b8a80',
    '4': '#801650',
    '5': '#6b5a9e',
    '6': '#3d3d3d',
    'shade-1': '#d6e6f4',
    'shade-2': '#a3cbe8',
    'shade-3': '#5f9fd3',
    'shade-4': '#2b6cab',
    'shade-5': '#12436d',
    'ink-1': '#0b0c0c',
    'ink-2': '#0b0c0c',
    'ink-3': '#0b0c0c',
    'ink-4': '#ffffff',
    'ink-5': '#ffffff',
    ground: '#ffffff',
    outline: '#5c6e70',
  },
  dark: {
    '1': '#6fb1ec',
    '2': '#f79256',
    '3': '#45c4b0',
    '4': '#f08bc4',
    '5': '#b9a3ee',
    '6': '#d5dadb',
    'shade-1': '#1f3c55',
    'shade-2': '#2c5f8a',
    'shade-3': '#4487bf',
    'shade-4': '#7fb8e6',
    'shade-5': '#cfe6fa',
    'ink-1': '#ffffff',
    'ink-2': '#ffffff',
    'ink-3': '#10181a',
    'ink-4': '#10181a',
    'ink-5': '#10181a',
    ground: '#10181a',
    outline: '#8d9c9e',
  },
} as const;

/** Text in a picture that leaves the page, and lines between things. */
const inkOfPaper = '#0b0c0c';
const lineOfPaper = '#c3cfd0';

/** A drawing's markup with the light colours in place of the page's variables: other programs know none of those. */
export function toPaperColours(markup: string): string {
  return markup
    .replaceAll(/var\(--app-chart-([\w-]+)\)/g, (_all, name: string) =>
      name in chartPalette.light ? chartPalette.light[name as keyof typeof chartPalette.light] : inkOfPaper,
    )
    .replaceAll(/var\(--app-border\)/g, lineOfPaper)
    .replaceAll(/currentcolor/gi, inkOfPaper);
}

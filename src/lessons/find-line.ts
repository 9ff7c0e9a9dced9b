/** The line, from 1, of a field at the top level of a YAML text or front matter; 1 when it is not there. */
export function lineOfField(text: string, field: string): number {
  return lineAt(text, text.search(new RegExp(`^${field}:`, 'm')));
}

/** The line, from 1, where a line starts with `start`; 1 when none does. */
export function lineOfText(text: string, start: string): number {
  const index = text.startsWith(start) ? 0 : text.indexOf(`\n${start}`) + 1;
  return lineAt(text, index);
}

function lineAt(text: string, index: number): number {
  return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}

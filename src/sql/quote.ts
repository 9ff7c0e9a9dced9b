/** @example toQuotedName('year"to') // => '"year""to"' */
export function toQuotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** @example toQuotedText("Queen's") // => "'Queen''s'" */
export function toQuotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A stretch of a sentence. `bold` holds further stretches, so code inside bold stays code. */
export type RichPart =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold'; readonly parts: readonly RichPart[] };

const mark = /`([^`]+)`|\*\*(?=\S)((?:`[^`]*`|[^`])+?)(?<=\S)\*\*/g;

/**
 * Reads the two marks that tasks, hints and feedback may use: `**bold**` and code between backquotes. Anything else,
 * HTML and unpaired marks included, is text.
 *
 * @example
 * parseRichText('Show **five** rows') // => text "Show ", bold "five", text " rows"
 */
export function parseRichText(source: string): readonly RichPart[] {
  const parts: RichPart[] = [];
  let from = 0;
  for (const match of source.matchAll(mark)) {
    if (match.index > from) parts.push({ kind: 'text', text: source.slice(from, match.index) });
    const [whole, code, bold] = match;
    parts.push(
      code === undefined ? { kind: 'bold', parts: parseRichText(bold ?? '') } : { kind: 'code', text: code },
    );
    from = match.index + whole.length;
  }
  if (from < source.length) parts.push({ kind: 'text', text: source.slice(from) });
  return parts;
}

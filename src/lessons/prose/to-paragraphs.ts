import { lexer, type MarkedToken, type Token } from 'marked';

/** A stretch of words in Markdown, without its signs. */
export interface Paragraph {
  readonly text: string;
  /** Where its block begins, from 1. */
  readonly line: number;
  /** Headings and cells of tables are no sentences. */
  readonly isSentences: boolean;
}

// One word, as a reader meets it. With a capital, for a sentence may begin with it.
const codeWord = 'Code';

/** The words of Markdown, a paragraph at a time. Code in a sentence counts as the word "Code"; blocks of code are left out. */
export function toParagraphs(markdown: string): Paragraph[] {
  const header = /^---\n[\s\S]*?\n---\n/.exec(markdown)?.[0] ?? '';
  const paragraphs: Paragraph[] = [];
  const add = (tokens: readonly Token[], line: number, isSentences: boolean) => {
    const text = toText(tokens).replaceAll(/\s+/g, ' ').trim();
    if (text !== '' && !text.startsWith('::')) paragraphs.push({ text, line, isSentences });
  };
  const walk = (blocks: readonly Token[], firstLine: number) => {
    let line = firstLine;
    for (const token of blocks as readonly MarkedToken[]) {
      if (token.type === 'paragraph' || token.type === 'text') add(token.tokens ?? [token], line, true);
      else if (token.type === 'heading') add(token.tokens, line, false);
      else if (token.type === 'blockquote') walk(token.tokens, line);
      else if (token.type === 'list') walkEach(token.items, line);
      else if (token.type === 'table')
        for (const cell of [token.header, ...token.rows].flat()) add(cell.tokens, line, false);
      line += token.raw.split('\n').length - 1;
    }
  };
  const walkEach = (items: readonly { tokens: Token[]; raw: string }[], firstLine: number) => {
    let line = firstLine;
    for (const { tokens, raw } of items) {
      walk(tokens, line);
      line += raw.split('\n').length - 1;
    }
  };
  walk(lexer(markdown.slice(header.length)), header.split('\n').length);
  return paragraphs;
}

function toText(tokens: readonly Token[]): string {
  return (tokens as readonly MarkedToken[])
    .map((token) => {
      if (token.type === 'codespan') return codeWord;
      if (token.type === 'br') return ' ';
      if ('tokens' in token && token.tokens) return toText(token.tokens);
      return 'text' in token ? token.text : '';
    })
    .join('');
}

import type { ReactNode } from 'react';
import { parseRichText } from './parse-rich-text.ts';
import type { RichPart } from './parse-rich-text.ts';

/** A sentence with **bold** and `code`, as React elements: text from a file never becomes HTML. */
export function RichText({ text }: { readonly text: string }): ReactNode {
  return parseRichText(text).map(toElement);
}

function toElement(part: RichPart, index: number): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code key={index}>{part.text}</code>;
    case 'bold':
      return <strong key={index}>{part.parts.map(toElement)}</strong>;
  }
}

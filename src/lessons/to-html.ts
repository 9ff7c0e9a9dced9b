import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { LessonExample } from './lesson.ts';

/** Markdown as the page shows it: stretches of HTML with the exercises between them, and what is wrong with it. */
export interface RenderedMarkdown {
  readonly sections: readonly (
    | { readonly kind: 'prose'; readonly html: string }
    | LessonExample
    | { readonly kind: 'exercise'; readonly name: string; readonly line: number }
  )[];
  readonly problems: readonly Problem[];
}

interface ExerciseToken extends Tokens.Generic {
  type: 'exercise';
  name: string;
}

/**
 * Turns a lesson's Markdown into HTML with GOV.UK's classes. A line `::exercise{busiest}` on its own stands for an
 * exercise, and a block of code marked `sql` or `js` is an example that can be run. HTML, pictures, headings of the first level and links to anything but pages are refused.
 *
 * @param options.file - Name for the problems.
 * @param options.lineOffset - Lines that stand before `text` in the file.
 */
export function toHtml(text: string, options: { file: string; lineOffset?: number }): RenderedMarkdown {
  const source = text.replace(/\r\n?/g, '\n');
  const marked = createMarked(namesOfExercises(source));
  const problems: Problem[] = [];
  const sections: RenderedMarkdown['sections'][number][] = [];
  let prose: Token[] = [];
  let line = (options.lineOffset ?? 0) + 1;

  const closeProse = () => {
    const html = marked.parser(prose).trim();
    if (html !== '') sections.push({ kind: 'prose', html });
    prose = [];
  };
  const blocks = marked.lexer(source);
  for (const [index, block] of blocks.entries()) {
    if (isExercise(block)) {
      closeProse();
      sections.push({ kind: 'exercise', name: block.name, line });
    } else if (isExample(block)) {
      closeProse();
      const next = blocks.slice(index + 1).find(({ type }) => type !== 'space');
      const html = marked.parser([block]).trim();
      const language = block.lang === 'js' ? 'javascript' : 'sql';
      sections.push({ kind: 'example', language, text: block.text, html, answered: next?.type === 'table' });
    } else {
      // A token deep inside knows its text but not its place: look for it from where the last one was found.
      let from = 0;
      marked.walkTokens([block], (token) => {
        const refusal = refuseMarkdown(token as MarkedToken | ExerciseToken);
        if (!refusal) return;
        const { where = token.raw.trim(), ...words } = refusal;
        const at = Math.max(block.raw.indexOf(where, from), 0);
        from = at + 1;
        problems.push({
          file: options.file,
          line: line + countLines(block.raw.slice(0, at)),
          path: '',
          ...words,
        });
      });
      prose.push(block);
    }
    line += countLines(block.raw);
  }
  closeProse();
  return { sections, problems };
}

function isExercise(token: Token): token is ExerciseToken {
  return token.type === 'exercise';
}

function isExample(token: Token): token is Tokens.Code {
  return token.type === 'code' && (token.lang === 'sql' || token.lang === 'js');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

interface MarkdownRefusal extends Pick<Problem, 'expected' | 'found' | 'remedy'> {
  /** The text to point at, where that is not the whole token. */
  readonly where?: string;
}

/** What a lesson's text must not hold. */
function refuseMarkdown(token: MarkedToken | ExerciseToken): MarkdownRefusal | undefined {
  const found = `"${token.raw.trim().split('\n')[0]?.slice(0, 60) ?? ''}"`;
  switch (token.type) {
    case 'html':
      return {
        expected: 'Markdown',
        found,
        remedy: 'Write it without HTML, or put it in backquotes to show it as code.',
      };
    case 'image':
      return {
        expected: 'words',
        found,
        remedy: 'Lessons hold no pictures yet. Say it in words or in a table.',
      };
    case 'heading':
      if (token.depth > 1) return undefined;
      return {
        expected: 'headings that start at ##',
        found,
        remedy: "The lesson's title is the page's only first heading.",
      };
    case 'link':
      if (/^(https?:\/\/|mailto:|[./#])/i.test(token.href)) return undefined;
      return { expected: 'a link that starts with https://, / or #', found };
    case 'exercise':
      return { expected: 'an exercise on a line of its own, outside lists and quotes', found };
    case 'paragraph': {
      const where = /^::.*$/m.exec(token.raw)?.[0];
      if (where === undefined) return undefined;
      return {
        expected: '::exercise{name} on a line of its own',
        found: `"${where}"`,
        remedy: 'The name is the file name of the exercise without ".yaml".',
        where,
      };
    }
    default:
      return undefined;
  }
}

/** An exercise's name is its id in the page, so no heading may have it. */
function namesOfExercises(source: string): string[] {
  return [...source.matchAll(/^::exercise\{([^}\n]*)\}/gm)].map(([, name = '']) => name.trim());
}

/** @param takenIds ids that other things in the page have */
function createMarked(takenIds: readonly string[]): Marked {
  const usedIds = new Map(takenIds.map((id) => [id, 1]));
  return new Marked({
    gfm: true,
    extensions: [
      {
        name: 'exercise',
        level: 'block',
        start: (source) => /^::exercise\{/m.exec(source)?.index,
        tokenizer(source) {
          const match = /^::exercise\{([^}\n]*)\}[ \t]*(?:\n+|$)/.exec(source);
          return match ? { type: 'exercise', raw: match[0], name: (match[1] ?? '').trim() } : undefined;
        },
        renderer: () => '',
      },
    ],
    renderer: {
      heading({ tokens, depth, text }) {
        const size = depth === 2 ? 'm' : 's';
        return `<h${depth} class="govuk-heading-${size}" id="${uniqueId(text, usedIds)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      paragraph({ tokens }) {
        return `<p class="govuk-body">${this.parser.parseInline(tokens)}</p>\n`;
      },
      list({ ordered, start, items }) {
        const tag = ordered ? 'ol' : 'ul';
        const first = ordered && start !== '' && start !== 1 ? ` start="${start}"` : '';
        const body = items.map((item) => this.listitem(item)).join('');
        return `<${tag} class="govuk-list govuk-list--${ordered ? 'number' : 'bullet'}"${first}>\n${body}</${tag}>\n`;
      },
      link({ href, title, tokens }) {
        const away = /^https?:/i.test(href) ? ' rel="noreferrer"' : '';
        const name = title ? ` title="${escapeHtml(title)}"` : '';
        return `<a class="govuk-link" href="${escapeHtml(href)}"${name}${away}>${this.parser.parseInline(tokens)}</a>`;
      },
      code({ text }) {
        return `<pre class="app-code" tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`;
      },
      blockquote({ tokens }) {
        return `<div class="govuk-inset-text">${this.parser.parse(tokens)}</div>\n`;
      },
      hr: () => '<hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible">\n',
      table({ header, rows }) {
        const cell = ({ tokens, align }: Tokens.TableCell, tag: 'td' | 'th') => {
          const block = tag === 'th' ? 'header' : 'cell';
          const numeric = align === 'right' ? ` govuk-table__${block}--numeric` : '';
          const scope = tag === 'th' ? ' scope="col"' : '';
          return `<${tag}${scope} class="govuk-table__${block}${numeric}">${this.parser.parseInline(tokens)}</${tag}>`;
        };
        const row = (cells: Tokens.TableCell[], tag: 'td' | 'th') =>
          `<tr class="govuk-table__row">${cells.map((one) => cell(one, tag)).join('')}</tr>\n`;
        const label = escapeHtml(`Table: ${header.map(({ text }) => text).join(', ')}`);
        return (
          `<div class="app-scroll" role="group" tabindex="0" aria-label="${label}">` +
          `<table class="govuk-table">\n<thead class="govuk-table__head">\n${row(header, 'th')}</thead>\n` +
          `<tbody class="govuk-table__body">\n${rows.map((cells) => row(cells, 'td')).join('')}</tbody>\n</table></div>\n`
        );
      },
    },
  });
}

/** An id for links to a heading: its words in lower case, with a number from the second use on. */
function uniqueId(text: string, usedIds: Map<string, number>): string {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/[\s-]+/g, '-');
  const id = words === '' ? 'part' : words;
  const uses = (usedIds.get(id) ?? 0) + 1;
  usedIds.set(id, uses);
  return uses === 1 ? id : `${id}-${uses}`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

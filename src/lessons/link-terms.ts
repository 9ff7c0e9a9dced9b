import { toTermId, type GlossaryTerm } from './glossary.ts';
import type { Lesson, LessonSection } from './lesson.ts';

/**
 * The lessons of a track with a link to the glossary at each word that the track has not used before, and for each lesson the
 * terms that are linked in it.
 *
 * @param lessons - In the order in which they are taken.
 */
export function linkTerms<T extends Pick<Lesson, 'sections'>>(
  lessons: readonly T[],
  glossary: readonly GlossaryTerm[],
): (T & { readonly terms: readonly GlossaryTerm[] })[] {
  const waiting = new Set(glossary);
  return lessons.map((lesson) => {
    const terms: GlossaryTerm[] = [];
    const sections = lesson.sections.map((section): LessonSection => {
      if (section.kind !== 'prose') return section;
      const linked = linkTermsInHtml(section.html, waiting);
      for (const term of linked.terms) waiting.delete(term);
      terms.push(...linked.terms);
      return { ...section, html: linked.html };
    });
    return { ...lesson, sections, terms };
  });
}

// What is a link, code or a heading stays as it is.
const closed = /^(?:a|code|pre|h[1-6])$/;

/** The HTML with the first use of each term as a link, and the terms that it uses. */
function linkTermsInHtml(html: string, terms: ReadonlySet<GlossaryTerm>) {
  const byForm = new Map(
    [...terms].flatMap((each) => (each.find ?? [each.term, ...each.forms]).map((form) => [form, each])),
  );
  if (byForm.size === 0) return { html, terms: [] };
  // The longest first: "primary key" is not a "key".
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${forms.map(toPattern).join('|')})(?![\\p{L}\\p{N}-])`,
    'gu',
  );
  const found: GlossaryTerm[] = [];
  let depth = 0;
  const parts = html.split(/(<[^>]+>)/).map((part) => {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(part);
    if (tag) {
      if (closed.test(tag[2] ?? '')) depth += tag[1] === '/' ? -1 : 1;
      return part;
    }
    if (depth > 0) return part;
    return part.replaceAll(pattern, (word) => {
      const form = word.replaceAll(/\s+/g, ' ');
      const term = byForm.get(form) ?? byForm.get(lowerFirst(form));
      if (!term || found.includes(term)) return word;
      found.push(term);
      return `<a class="govuk-link app-term" href="/glossary/#${toTermId(term.term)}">${word}</a>`;
    });
  });
  return { html: parts.join(''), terms: found };
}

/** A form with a small or a capital first letter, over the end of a line too. One in capitals is found as it is. */
function toPattern(form: string): string {
  const [first = '', ...rest] = [...form.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&').replaceAll(' ', '\\s+')];
  const isWord = /\p{Ll}/u.test(form) && /\p{Ll}/u.test(first);
  return (isWord ? `[${first}${first.toUpperCase()}]` : first) + rest.join('');
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

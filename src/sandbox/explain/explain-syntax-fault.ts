import type { QueryError, TextRange } from '#src/results/run-outcome.ts';
import { sqlWords } from '../language/other-names.ts';

type Rule = (
  text: string,
  place: TextRange,
  word: string,
  message: string,
) => (Pick<QueryError, 'message' | 'advice'> & { place?: TextRange }) | undefined;

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Why a text is no JavaScript, for a person who is new to it. */
export function explainSyntaxFault(
  text: string,
  fault: { readonly message: string; readonly pos?: number },
): QueryError {
  const start = Math.min(fault.pos ?? 0, text.length);
  const word = /^(?:[\p{L}_$][\p{L}\p{N}_$]*|[<>=!&|]+|\S)/u.exec(text.slice(start, start + 60))?.[0] ?? '';
  const place = { start, end: start + Math.max(word.length, 1) };
  for (const rule of rules) {
    const known = rule(text, place, word, fault.message);
    if (known) return { place, ...known, details: fault.message };
  }
  return {
    message: word === '' ? 'The text ends too early.' : `JavaScript cannot read on at \`${word}\`.`,
    advice: 'Look just before this place: a comma, a bracket or a quote may be missing.',
    place,
    details: fault.message,
  };
}

const rules: readonly Rule[] = [
  (text) =>
    /^\s*(?:--.*\n\s*)*(?:select|with|from)\b/i.test(text)
      ? {
          place: toFirstWord(text),
          message: 'This is SQL, and this exercise takes JavaScript.',
          advice: 'Begin with the table and add steps, such as `services.filter(d => d.volume > 100)`.',
        }
      : undefined,
  (_text, _place, word) =>
    /^[‘’“”„«»]/u.test(word)
      ? { message: 'These quotes are curly.', advice: 'Use straight quotes: `\'` or `"`.' }
      : undefined,
  (text, place, _word, message) => {
    const quote = text[place.start];
    if ((quote === "'" || quote === '"') && !message.startsWith('Unterminated'))
      return {
        message: 'Something is missing before this text.',
        advice: 'Two names have a comma between them.',
      };
    return quote === "'" || quote === '"' || quote === '`'
      ? {
          message: 'A text is not closed.',
          advice: `Put ${quote === '`' ? 'another backtick' : `a \`${quote}\``} at its end.`,
        }
      : undefined;
  },
  (text, place, word) => {
    if (word === '>' && text[place.start - 1] === '<')
      return {
        message: 'JavaScript does not know `<>`.',
        advice: 'Write `!==` for it.',
        place: { start: place.start - 1, end: place.end },
      };
    if (word === '>' && /(?:-|=\s)\s*$/.test(text.slice(0, place.start)))
      return {
        message: 'The arrow is not whole.',
        advice: 'An arrow is written `=>`, as in `d => d.column`.',
      };
    const instead = { and: '&&', or: '||', AND: '&&', OR: '||', not: '!', NOT: '!' }[word];
    return instead === undefined
      ? undefined
      : { message: `JavaScript does not know \`${word}\` here.`, advice: `Write \`${instead}\` for it.` };
  },
  (text, place, word) => {
    const isNull = /^is\s+(not\s+)?null\b/i.exec(text.slice(place.start));
    if (isNull)
      return {
        message: 'JavaScript does not know `IS NULL`.',
        advice: isNull[1] === undefined ? 'Write `=== null` for it.' : 'Write `!== null` for it.',
        place: { start: place.start, end: place.start + isNull[0].length },
      };
    const instead = sqlWords[word.toUpperCase()];
    return instead === undefined || (word !== word.toUpperCase() && word !== word.toLowerCase())
      ? undefined
      : { message: `JavaScript does not know \`${word}\` here.`, advice: `Write ${instead}.` };
  },
  (text, place, word) => explainUnnamed(text.slice(0, place.start), text.slice(place.start), word),
  (text, place, word) =>
    word === '.' && /;\s*$/.test(text.slice(0, place.start))
      ? {
          message: 'The pipeline ended before this step.',
          advice: 'Take out the semicolon in front of it.',
        }
      : undefined,
  (text, place) =>
    /[=!]==?\s*[\p{L}_$][\p{L}\p{N}_$]*\s+$/u.test(text.slice(0, place.start)) &&
    /^[\p{L}]/u.test(text.slice(place.start))
      ? { message: 'These words have no quotes.', advice: "A text stands in quotes: `'…'`." }
      : undefined,
  (text, place) => {
    const before = text.slice(0, place.start);
    return /[(,]\s*[\p{L}_$][\p{L}\p{N}_$]*\s*$/u.test(before) && /^[\p{L}_$]/u.test(text.slice(place.start))
      ? {
          message: 'An arrow or a comma is missing here.',
          advice: 'A step that looks at each row is written `d => d.column`, with `=>` between.',
        }
      : undefined;
  },
  (text) => findUnclosed(text),
];

/** What is missing where a step is given new columns: `derive(name: …)`, `{ name = … }`, `{ a: … b: … }`, `{ op.count() }`. */
function explainUnnamed(before: string, after: string, word: string): ReturnType<Rule> {
  const step = /\.(derive|rollup|impute|rename)\(\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*$/u.exec(before);
  if (word === ':' && step)
    return {
      message: 'Curly brackets are missing.',
      advice: `New columns stand in them: \`.${step[1] ?? ''}({ ${step[2] ?? ''}: … })\`.`,
    };
  if (word === '=' && /[{,]\s*[\p{L}_$][\p{L}\p{N}_$]*\s*$/u.test(before))
    return { message: 'A new column takes a colon here.', advice: 'Write `name: …` and not `name = …`.' };
  if (word === '.' && /[{,]\s*op$/.test(before))
    return {
      message: 'The new column has no name.',
      advice: 'Write a name and a colon before it: `name: op.…`.',
    };
  if (/^[\p{L}_$][\p{L}\p{N}_$]*\s*:/u.test(after) && before.includes('{'))
    return {
      message: `A comma is missing before \`${word}\`.`,
      advice: 'New columns have commas between them.',
    };
  return undefined;
}

function toFirstWord(text: string): TextRange {
  const start = text.search(/\S/);
  return { start, end: start + (/^\w+/.exec(text.slice(start))?.[0].length ?? 1) };
}

/** The first bracket that is never closed, or the first that closes nothing. Texts and comments are left out. */
function findUnclosed(text: string): ReturnType<Rule> {
  const open: { readonly sign: string; readonly at: number }[] = [];
  const signs =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|[()[\]{}]/g;
  for (const match of text.matchAll(signs)) {
    const [sign] = match;
    if (sign in pairs) open.push({ sign, at: match.index });
    else if (sign.length === 1 && ')]}'.includes(sign)) {
      const last = open.pop();
      if (last === undefined || pairs[last.sign] !== sign) {
        return {
          message: last
            ? `The \`${last.sign}\` is closed by \`${sign}\`.`
            : `This \`${sign}\` closes nothing.`,
          advice: last ? `Close it with \`${pairs[last.sign] ?? ''}\`.` : 'Take it out, or open it before.',
          place: { start: match.index, end: match.index + 1 },
        };
      }
    }
  }
  const last = open.at(-1);
  return last === undefined
    ? undefined
    : {
        message: `The \`${last.sign}\` is not closed.`,
        advice: `Put a \`${pairs[last.sign] ?? ''}\` where it ends.`,
        place: { start: last.at, end: last.at + 1 },
      };
}

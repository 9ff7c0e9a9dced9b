import { tokenise } from '#src/sql/tokens.ts';
import { toMarks } from './count-marks.ts';

/** What an author's words say of a text, and what a text must hold for them to be true of it. */
const claims: readonly (readonly [words: RegExp, text: RegExp])[] = [
  [
    /\b(mean|average)\b/i,
    /\b(avg|mean|favg|median|quantile\w*)\s*\(|\/\s*(nullif\s*\(\s*)?(count|count_star)\s*\(/i,
  ],
  [/equal to `?NULL/i, /(=|<>|!=)\s*\(?\s*NULL\b|\bNULL\s*(=|<>|!=)|\bIN\s*\([^)]*\bNULL\b/i],
  [/\bsort(ed)?\b/i, /\bORDER BY\b/i],
  [/`<>`/, /<>|!=|\bNOT\b/i],
  [/\bstar\b/i, /\*/],
  [/turned missing values into/i, /\b(coalesce|ifnull|nvl|isnull|if|CASE)\b/i],
  [/without an order/i, /^(?!.*\bORDER BY\b)/is],
];

/**
 * Whether an author's feedback may be said of a text that gives the same result as the wrong answer it was written for:
 * what it names of that answer (OR, DISTINCT, a mean) must stand in this one too. One result may have many causes.
 *
 * @param mistake - The wrong answer that the author declared.
 */
export function fitsFeedback(feedback: string, mistake: string, answer: string): boolean {
  const [own, declared] = [toText(answer), toText(mistake)];
  const ownWords = toWords(own);
  const declaredWords = toWords(declared);
  const named = (feedback.match(/\b[A-Z]{2,}\b/g) ?? []).filter((word) => declaredWords.has(word));
  return (
    named.every((word) => ownWords.has(word)) &&
    (!/\bsign\b/i.test(feedback) || toSigns(answer) === toSigns(mistake)) &&
    claims.every(([words, text]) => !words.test(feedback) || !text.test(declared) || text.test(own))
  );
}

/** The signs that a query compares with, in any order. */
function toSigns(sql: string): string {
  const signs = toMarks(sql).filter(
    ({ place, text }) => place === 'condition' && /^(<>|[<>]=?|=)$/.test(text),
  );
  return signs
    .map(({ text }) => text)
    .sort()
    .join(' ');
}

/** The text without comments, each token after one space. */
function toText(sql: string): string {
  return tokenise(sql)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text }) => text)
    .join(' ');
}

function toWords(text: string): ReadonlySet<string> {
  return new Set(
    tokenise(text).flatMap(({ kind, text: word }) => (kind === 'word' ? [word.toUpperCase()] : [])),
  );
}

import type { GivenValues } from '#src/witnesses/candidates/with-given-values.ts';
import { isOtherSpelling } from '#src/witnesses/facts/text-shapes.ts';
import { toName, toUsedTokens } from '#src/sql/used-tokens.ts';
import type { Token } from '#src/sql/tokens.ts';

const lengthFunctions = ['length', 'len', 'strlen', 'char_length', 'character_length'];
const longestText = 60;

/**
 * What an answer names that rows can be made of: its columns, texts and numbers. Texts and numbers of right
 * answers are among them: a column of the answer's own may hold them too.
 *
 * @param texts - The answer's statements.
 * @param right - Queries known to be right.
 */
export function readAnswerValues(texts: readonly string[], right: readonly string[]): GivenValues {
  const [own, known] = [texts, right].map((list) => list.flatMap((text) => toUsedTokens(text).tokens));
  const [columns, knownColumns] = [own, known].map(
    (tokens = []) => new Set(tokens.flatMap((token) => toName(token) ?? [])),
  );
  const numbers = [...new Set(toNumbers(own ?? []))];
  const knownTexts = toTexts(known ?? []);
  const usesLength = lengthFunctions.some((name) => columns?.has(name));
  const whole = numbers.filter((number) => Number.isInteger(number) && number <= longestText);
  return {
    columns: columns ?? new Set(),
    ownColumns: new Set([...(columns ?? [])].filter((name) => !knownColumns?.has(name))),
    texts: [
      ...new Set([...knownTexts, ...toTexts(own ?? []).filter((text) => !isOtherSpelling(text, knownTexts))]),
    ],
    numbers: [...new Set([...numbers, ...toNumbers(known ?? [])])],
    lengths: usesLength
      ? [...new Set(whole.flatMap((number) => [number - 1, number, number + 1]))].filter(
          (length) => length > 0,
        )
      : [],
  };
}

function toNumbers(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ kind, text }) => {
    const number = kind === 'number' ? Number(text.replaceAll('_', '')) : Number.NaN;
    return Number.isFinite(number) ? [number] : [];
  });
}

/** The texts as they are, and what stands in them without the signs of a pattern. */
function toTexts(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ kind, text }) => {
    if (kind !== 'text' || !text.startsWith("'")) return [];
    const value = text.slice(1, -1).replaceAll("''", "'");
    return [value, ...value.split(/[%|^$]/)].filter((part) => part.trim() !== '');
  });
}

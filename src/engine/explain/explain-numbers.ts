import type { Token } from '#src/sql/tokens.ts';
import type { Explainer, Explanation, ReadFailure } from './failure.ts';
import { readLooseDate, readLooseNumber } from './loose-value.ts';
import { isPlainWord, placesAround, spanOf, textOf, touches } from './reading.ts';

/** Numbers and dates in the form of a letter: £100, 1,000,000, 100k, 10%, 31/12/2012. */
export const explainNumbers: Explainer = (failure) => {
  const { error, tokens, index } = failure;
  const found = quoted(failure) ?? conditionInQuotes(failure);
  if (found) return found;
  for (const at of placesAround(failure, error.type === 'Parser' ? 5 : 4, 1)) {
    const explanation = bareDate(failure, at) ?? bareNumber(failure, at);
    if (explanation) return explanation;
  }
  if (error.type === 'Invalid Input') return dollars(failure);
  const token = tokens[index];
  if (/\bDATE\b/.test(error.message) && error.type !== 'Parser' && token) {
    const at = /^\d{4}$/.test(token.text) ? index : index + 1;
    return wholeYear(failure, tokens[at]);
  }
  return undefined;
};

/** A value in quotes where a number or a date is wanted. */
function quoted({ error, tokens, index }: ReadFailure): Explanation | undefined {
  const token = tokens[index];
  if (error.type !== 'Conversion' || token?.kind !== 'text') return undefined;
  const value = token.text.slice(1, -1);
  const date = readLooseDate(value);
  if (date !== undefined && /date|timestamp/i.test(error.message)) {
    return {
      message: `“${value}” is not written as SQL writes a date.`,
      advice: `Write year, month and day: DATE '${date}'.`,
    };
  }
  const number = readLooseNumber(value);
  return number && { message: number.because, advice: `In place of ${token.text}, write ${number.written}.` };
}

/** '>100000': the sign belongs outside, and a number has no quotes. */
function conditionInQuotes({ tokens, index, error }: ReadFailure): Explanation | undefined {
  const named = error.entry === 'Type' ? tokens.findIndex(({ text }) => text === error.name) + 1 : index;
  const token = tokens[named];
  if (token?.kind !== 'text' || error.type === 'Parser') return undefined;
  const [, sign = '', value = ''] =
    /^'\s*(<=|>=|<>|!=|[<>=])\s*([^']*)'$/.exec(token.text.slice(0, 80)) ?? [];
  if (sign === '') return undefined;
  const before = tokens[named - 1];
  const column = before?.text === '=' ? tokens[named - 2] : before;
  const number = readLooseNumber(value)?.written ?? value;
  const written = /^-?[\d.]+$/.test(number) ? number : `'${number}'`;
  return {
    message: `The sign ${sign} stands inside the quotes, so it is only text.`,
    advice: `Write ${column && isPlainWord(column) ? column.text : '…'} ${sign} ${written}.`,
    place: spanOf(before?.text === '=' ? before : token, token),
  };
}

function bareDate(failure: ReadFailure, at: number): Explanation | undefined {
  const { tokens, error } = failure;
  let first = tokens[at];
  const hash = first?.text === '#' ? first : undefined;
  if (hash) first = tokens[at + 1];
  if (first?.kind !== 'number') return undefined;
  const from = hash ? at + 1 : at;
  // Only a failure about dates, or one of grammar, can come of a sum that was meant as a date.
  if (error.type !== 'Parser' && !/\b(?:DATE|TIMESTAMP)\b/.test(error.message)) return undefined;
  for (const length of [5, 3, 2]) {
    const last = tokens[from + length - 1];
    if (!last) continue;
    const typed = textOf(failure, first, last);
    const date = typed.length <= 20 ? readLooseDate(typed) : undefined;
    if (date === undefined) continue;
    const end = hash && tokens[from + length]?.text === '#' ? tokens[from + length] : last;
    return {
      message: `A date needs quotes: without them, “${typed}” is a sum or means nothing.`,
      advice: `Write DATE '${date}'.`,
      place: spanOf(hash ?? first, end ?? last),
    };
  }
  return undefined;
}

function wholeYear({ tokens }: ReadFailure, token: Token | undefined): Explanation | undefined {
  if (!token || !/^(?:1[89]|20|21)\d\d$/.test(token.text)) return undefined;
  const at = tokens.indexOf(token);
  const [column, sign] = [tokens[at - 2], tokens[at - 1]];
  if (!column || !sign || !isPlainWord(column)) return undefined;
  return {
    message: `${column.text} is a whole date, and ${token.text} is only a year.`,
    advice: `Write year(${column.text}) ${sign.text} ${token.text}, or a whole date such as DATE '${token.text}-12-31'.`,
    place: spanOf(token),
  };
}

function bareNumber(failure: ReadFailure, at: number): Explanation | undefined {
  const { tokens, error, index } = failure;
  const first = tokens[at];
  const sign = first && /^[£€$]$/.test(first.text) && first.kind === 'symbol' ? first : undefined;
  let last = sign ? at + 1 : at;
  if (!first || tokens[last]?.kind !== 'number' || (!sign && error.type !== 'Parser')) return undefined;
  const isGroup = (place: number) => /^\d{3}$/.test(tokens[place]?.text ?? '') && last < at + 12;
  while (
    (touches(tokens[last], tokens[last + 1]) &&
      tokens[last + 1]?.text === ',' &&
      touches(tokens[last + 1], tokens[last + 2]) &&
      isGroup(last + 2)) ||
    (tokens[last + 1]?.kind === 'number' && isGroup(last + 1))
  ) {
    last += tokens[last + 1]?.text === ',' ? 2 : 1;
  }
  const unit = tokens[last + 1];
  const percent = unit?.text === '%' && touches(tokens[last], unit);
  if (unit && (percent || (isPlainWord(unit) && unit.text.length < 10))) {
    const withUnit = toNumber(failure, first, unit);
    if (withUnit) return withUnit;
  }
  // Past its end, the number is only what stands before the mistake.
  if (!sign && last + 1 < index) return undefined;
  const end = tokens[last];
  return end && toNumber(failure, first, end);
}

function toNumber(failure: ReadFailure, first: Token, last: Token): Explanation | undefined {
  const number = readLooseNumber(textOf(failure, first, last));
  return (
    number && { message: number.because, advice: `Write ${number.written}.`, place: spanOf(first, last) }
  );
}

/** $100 stands for a value given from outside, of which there are none. */
function dollars(failure: ReadFailure): Explanation | undefined {
  const at = failure.tokens.findIndex(
    ({ text }, place) => text === '$' && failure.tokens[place + 1]?.kind === 'number',
  );
  return at < 0 ? undefined : bareNumber(failure, at);
}

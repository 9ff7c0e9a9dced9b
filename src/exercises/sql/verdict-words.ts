import { codeWords, type CodeLanguage, type CodeWords } from '#src/words/code-words.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { calculated, toHeadingWords } from '#src/checker/causes/heading-words.ts';
import type { Cell } from '#src/results/cell.ts';
import { toMeansWords } from '#src/checker/means/means-words.ts';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';

/**
 * Puts a verdict in words: what is so, then what to look at. Never gives the answer away: of the model answer it says
 * only how many rows it has.
 *
 * @example
 * toVerdictWords({ kind: 'wrong-rows', foundCount: 8, expectedCount: 5, … })
 * // => { headline: 'Your result has 3 rows more than expected.', body: 'All expected rows are in it, and 3 other rows.' }
 */
export function toVerdictWords(verdict: Verdict, language: CodeLanguage = 'sql'): VerdictWords {
  const words = toPlainWords(verdict, codeWords[language]);
  const hint = 'nearMiss' in verdict ? verdict.nearMiss : 'clause' in verdict ? verdict.clause : undefined;
  if (hint === undefined) return words;
  // That the columns stand in another order is all that there is to say, with the order.
  if (verdict.kind === 'wrong-columns' && verdict.wantedOrder) return words;
  if (verdict.kind === 'right-here-only') return { ...words, body: `${hint} ${words.body}` };
  if (verdict.kind === 'wrong-values') return { ...words, body: `${hint}${toFirstPlace(verdict)}` };
  const keepsBody = verdict.kind === 'wrong-rows' && verdict.repeats && 'clause' in verdict;
  return { ...words, body: keepsBody ? `${words.body} ${hint}` : hint };
}

function toPlainWords(verdict: Verdict, code: CodeWords): VerdictWords {
  switch (verdict.kind) {
    case 'correct':
      return { headline: 'That is right.', body: 'Your result is the same as the expected one.' };
    case 'known-mistake':
      return {
        headline: verdict.difference ? toPlainWords(verdict.difference, code).headline : 'Not yet.',
        body: verdict.feedback,
      };
    case 'wrong-order':
      if ('unsorted' in verdict) {
        return code.unsorted;
      }
      return {
        headline: 'You have the right rows, in another order.',
        body: `${toRow(verdict.row, verdict.found.filter((cell) => typeof cell === 'string').slice(0, 1))} is the first that is out of place. Look at ${code.sorts}: which column sorts the rows, and which way?`,
      };
    case 'other-means':
      return toMeansWords(verdict, code.answer);
    case 'right-here-only':
      return {
        headline: "Your answer is right for today's data, but not for other data of the same kind.",
        body:
          verdict.error === undefined
            ? `Here is a small example, made up for this exercise. Your ${code.answer} runs on it too: compare the two results, where the cells that differ are marked.`
            : `Here is a small example, made up for this exercise, on which your ${code.answer} does not run. ${toFailureWords(verdict.error, code)}`,
      };
    case 'wrong-columns':
      return toColumnWords(verdict, code);
    case 'wrong-rows':
      return toRowWords(verdict);
    case 'wrong-values':
      return toValueWords(verdict);
    case 'does-not-run': {
      const { message, advice } = verdict.error;
      // The engine's own words have that sentence before them: once is enough.
      const said = [message, advice].filter(
        (part) => part !== undefined && part !== `The ${code.answer} did not run.`,
      );
      return { headline: `Your ${code.answer} did not run.`, body: said.join(' ') };
    }
    case 'undecided':
      return {
        headline: 'We could not check this answer.',
        body: `${verdict.reason} This does not count as wrong, and your text is kept.`,
      };
  }
}

function toFailureWords(error: string, { answer }: CodeWords): string {
  // Of a pipeline it is told in our own words already.
  if (answer === 'pipeline') return error;
  return /more than one row returned by a subquery/i.test(error)
    ? 'A query in brackets gives more than one row there, where only one value fits.'
    : `The engine says: ${error}`;
}

function toColumnWords(
  verdict: Extract<Verdict, { kind: 'wrong-columns' }>,
  { picksColumns, namesColumns }: CodeWords,
): VerdictWords {
  const { expectedCount, foundCount, missing, extra, wantedOrder } = verdict;
  if (wantedOrder) {
    const isClear = wantedOrder.every(isPlainName) && new Set(wantedOrder).size === wantedOrder.length;
    return {
      headline: 'You have the right columns, in another order.',
      body: isClear
        ? `Put them in the order that the task gives: ${wantedOrder.map(toCode).join(', ')}.`
        : 'Put them in the order that the task gives.',
    };
  }
  if (missing.length === 0 && extra.length === 0) {
    const difference = Math.abs(foundCount - expectedCount);
    const more = foundCount > expectedCount;
    return {
      headline: `Your result has ${countWords(difference, 'column')} ${more ? 'more' : 'fewer'} than expected.`,
      body: `The task says which columns to show. Look at ${picksColumns}.`,
    };
  }
  if (missing.length === 0) {
    return {
      headline: `Your result has ${countWords(extra.length, 'column')} that the task does not ask for.`,
      body: `Take away ${extra.map(toCode).join(', ')}: look at ${picksColumns}.`,
    };
  }
  return {
    headline: `The result has no column named ${listWords(missing.map(toCode), 'or')}.`,
    body:
      extra.length > 0
        ? `Names count in this exercise. ${namesColumns}`
        : `The task says which columns to show. Look at ${picksColumns}.`,
  };
}

function toRowWords(verdict: Extract<Verdict, { kind: 'wrong-rows' }>): VerdictWords {
  const { expectedCount, foundCount, extra, missingCount, repeats } = verdict;
  const difference = Math.abs(foundCount - expectedCount);
  if (foundCount === 0) {
    return {
      headline: `Your result has no rows. ${countWords(expectedCount, 'row')} ${inNumber(expectedCount, 'is', 'are')} expected.`,
      body: 'Is there a text that is spelt in another way than in the table, or a condition that no row meets?',
    };
  }
  if (repeats !== undefined) {
    return {
      headline: `Your result has ${countWords(difference, 'row')} more than expected.`,
      body:
        repeats.each === undefined
          ? `All expected rows are there, but ${countWords(difference, 'row')} ${inNumber(difference, 'repeats one', 'repeat some')} of them.`
          : `All expected rows are there, but each stands ${repeats.each === 2 ? 'twice' : `${numberWords(repeats.each)} times`}.`,
    };
  }
  const strays = `${countWords(extra.rowCount, 'row')} in it should not be there`;
  const lacks = `${countWords(missingCount, 'row')} that should be there ${inNumber(missingCount, 'is', 'are')} missing`;
  if (foundCount > expectedCount) {
    return {
      headline: `Your result has ${countWords(difference, 'row')} more than expected.`,
      body:
        missingCount > 0
          ? `${strays}, and ${lacks}.`
          : `All expected rows are in it, and ${countWords(difference, 'other row', 'other rows')}.`,
    };
  }
  if (foundCount < expectedCount) {
    return {
      headline: `Your result has ${countWords(difference, 'row')} fewer than expected.`,
      body: extra.rowCount > 0 ? `${strays}, and ${lacks}.` : 'What is in it is right, but rows are missing.',
    };
  }
  return {
    headline:
      extra.rowCount === foundCount
        ? 'Your result has as many rows as expected, but they are not the expected ones.'
        : `Your result has as many rows as expected, but ${numberWords(extra.rowCount)} of them should not be there.`,
    body:
      extra.rowCount === foundCount
        ? 'No row is as the task asks.'
        : `${lacks[0]?.toUpperCase() ?? ''}${lacks.slice(1)}.`,
  };
}

function toValueWords(verdict: Extract<Verdict, { kind: 'wrong-values' }>): VerdictWords {
  const { columns, places, rowCount, cells } = verdict;
  const one = columns.length === 1;
  const names = listWords(columns.map((name, index) => toColumnName(name, places[index])));
  if (cells.length === 0 && rowCount === 1) {
    return {
      headline: one ? 'The value is not the expected one.' : 'Some values are not the expected ones.',
      body: `What differs: ${names}.`,
    };
  }
  return {
    headline: 'You have the right rows, but some values differ.',
    body: `${countWords(rowCount, 'row')} ${inNumber(rowCount, 'differs', 'differ')} in ${names}.${toFirstPlace(verdict)}`,
  };
}

/** Where the first value that differs stands, as a sentence after another; nothing where that is not known. */
function toFirstPlace({ cells: [first] }: Extract<Verdict, { kind: 'wrong-values' }>): string {
  return first ? ` The first difference is in r${toRow(first.row, first.name).slice(1)}.` : '';
}

/** A row by its number in the learner's result, and by the values that name it: `Row 3 (England)`. */
function toRow(row: number, name: readonly Cell[]): string {
  const words = name
    .map((cell) =>
      typeof cell === 'number' && !mayBeYear(cell) ? numberWords(cell) : String(cell ?? 'no value'),
    )
    .join(', ');
  // A long text fills the sentence, and the marks of code and bold would be read as such.
  const shown = (words.length > 60 ? `${words.slice(0, 60)}…` : words).replaceAll(/[`*]/g, "'");
  return `Row ${numberWords(row)}${shown === '' ? '' : ` (${shown})`}`;
}

/** A year has no comma in it; nothing here tells it from another number of its size. */
function mayBeYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1900 && number < 2100;
}

/** The engine names a column that has no name after its expression: then its place, and what it holds where words say it. */
function toColumnName(name: string, place = 1): string {
  if (isPlainName(name)) return `column ${toCode(name)}`;
  const words = toHeadingWords(name);
  return `column ${numberWords(place)}${words === calculated ? '' : ` (${words})`}`;
}

/** A name that a person gave, not an expression. */
function isPlainName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name);
}

function toCode(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}

import { codeWords, type CodeLanguage } from '#src/words/code-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import type { SqlExercise } from './schema.ts';
import type { Compare } from '#src/compare/compare-rules.ts';
import { toList } from '#src/checker/means/means-words.ts';

/**
 * The rules by which an answer is compared, in sentences for the learner.
 *
 * @example
 * toWhatWeCheck({ order: 'ignored', columnNames: 'ignored', columns: 'exact', tolerance: 0 })
 * // => ['Your result must have the rows that the task asks for: …', 'The order of the rows does not matter.', …]
 */
export function toWhatWeCheck(
  { order, columnNames, columns, tolerance }: Omit<Compare, 'ties'>,
  { requires = [], refuses = [] }: Partial<Pick<SqlExercise, 'requires' | 'refuses'>> = {},
  language: CodeLanguage = 'sql',
): string[] {
  const { answer } = codeWords[language];
  const unwanted = refuses.filter((construct) => construct !== 'literal-answer');
  return [
    'Your result must have the rows that the task asks for: none too few, none too many.',
    order === 'required'
      ? `The order of the rows matters: your ${answer} must sort them. Rows that tie may stand in any order.`
      : 'The order of the rows does not matter.',
    columnNames === 'required'
      ? 'The columns must have the names that the task gives. Their order and capital letters do not matter.'
      : columns === 'any-order'
        ? 'Neither the order of the columns nor their names matter.'
        : 'The columns must stand in the order that the task gives. Their names do not matter.',
    tolerance === 0
      ? 'Values must be equal. How a number is written does not matter: 5 and 5.00 are the same.'
      : `Numbers may differ from the expected ones by up to ${numberWords(tolerance, 20)}.`,
    `Your ${answer} must work the answer out from the tables, for other data of the same kind too.`,
    ...(requires.length > 0 ? [`Your ${answer} must use ${toList(requires, 'and')}.`] : []),
    ...(unwanted.length > 0 ? [`Your ${answer} must do without ${toList(unwanted, 'or')}.`] : []),
  ];
}

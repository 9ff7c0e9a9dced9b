import type { Problem } from '#src/authored/parse-authored.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';
import type { FindBreach } from './breach.ts';
import { type ColumnRule, columnRules } from './column-rules.ts';
import type { ColumnDescriptor } from './descriptor.ts';

/** Proves the values of one column, held as text, against its type, gaps, allowed values and range. */
export async function checkColumn(
  find: FindBreach,
  column: ColumnDescriptor,
  file: string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { kind, breach: condition } of columnRules(column)) {
    const breach = await find(condition, toQuotedName(column.name));
    if (breach === undefined) continue;
    const value = breach.value === 'null' ? 'a gap' : `"${breach.value}"`;
    const found = breach.count === 1 ? value : `${value} and more, ${countWords(breach.count, 'row')} in all`;
    problems.push({ file, line: breach.line, path: column.name, found, ...ruleWords(kind, column) });
  }
  return problems;
}

/** What a rule expects, and where it helps what to do. */
function ruleWords(
  kind: ColumnRule['kind'],
  { type, allowed = [], range = ['', ''] }: ColumnDescriptor,
): Pick<Problem, 'expected' | 'remedy'> {
  switch (kind) {
    case 'required':
      return {
        expected: 'a value in every row',
        remedy: 'Fill the gap, or set "nullable: true" and say in "meaning" what a gap means.',
      };
    case 'trimmed':
      return { expected: 'text without spaces at its ends, or an empty field for a gap' };
    case 'visible':
      return {
        expected: 'text without characters that nobody sees, such as no-break spaces',
        remedy: 'Let the recipe read the column with tidy_text(), which takes them out.',
      };
    case 'type':
      return { expected: `values that ${type} holds without loss` };
    case 'allowed':
      return {
        expected: 'one of the allowed values',
        remedy: `Correct the value, or add it to "allowed". Allowed now: ${allowed.join('; ')}.`,
      };
    case 'range':
      return { expected: `values from ${range[0]} to ${range[1]}` };
  }
}

import type { Problem } from '#src/authored/parse-authored.ts';
import type { ColumnDescriptor } from '../descriptor.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';
import { textPattern } from '../table-sql.ts';
import { type FindBreach } from './find-breach.ts';

/** One rule: the condition that is true of a row that breaks it. */
interface Rule {
  readonly condition: string;
  readonly expected: string;
  readonly remedy?: string;
}

/** Proves the values of one column, held as text, against its type, gaps, allowed values and range. */
export async function checkColumn(
  find: FindBreach,
  column: ColumnDescriptor,
  file: string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { condition, expected, remedy } of columnRules(column)) {
    const breach = await find(condition, toQuotedName(column.name));
    if (breach === undefined) continue;
    const value = breach.value === 'null' ? 'a gap' : `"${breach.value}"`;
    const found = breach.count === 1 ? value : `${value} and more, ${countWords(breach.count, 'row')} in all`;
    problems.push({
      file,
      line: breach.line,
      path: column.name,
      expected,
      found,
      ...(remedy === undefined ? {} : { remedy }),
    });
  }
  return problems;
}

function columnRules(column: ColumnDescriptor): Rule[] {
  const value = toQuotedName(column.name);
  const isValue = `${value} IS NOT NULL`;
  const typed = `TRY_CAST(${value} AS ${column.type})`;
  const rules: Rule[] = [];
  if (!column.nullable) {
    const remedy = 'Fill the gap, or set "nullable: true" and say in "meaning" what a gap means.';
    rules.push({ condition: `${value} IS NULL`, expected: 'a value in every row', remedy });
  }
  if (column.type === 'VARCHAR') {
    const condition = `${isValue} AND (${value} = '' OR ${value} <> trim(${value}, ' ' || chr(9) || chr(10) || chr(13)))`;
    rules.push({ condition, expected: 'text without spaces at its ends, or an empty field for a gap' });
  } else {
    const fits = `regexp_full_match(${value}, ${toQuotedText(textPattern(column.type))}) AND ${typed} IS NOT NULL`;
    rules.push({
      condition: `${isValue} AND NOT (${fits})`,
      expected: `values that ${column.type} holds without loss`,
    });
  }
  if (column.allowed !== undefined) {
    const allowed = column.allowed.map(toQuotedText).join(', ');
    const remedy = `Correct the value, or add it to "allowed". Allowed now: ${column.allowed.join('; ')}.`;
    rules.push({
      condition: `${isValue} AND ${value} NOT IN (${allowed})`,
      expected: 'one of the allowed values',
      remedy,
    });
  }
  if (column.range !== undefined) {
    const [low, high] = column.range.map((bound) => `CAST(${toQuotedText(String(bound))} AS ${column.type})`);
    const expected = `values from ${column.range[0]} to ${column.range[1]}`;
    rules.push({ condition: `${typed} NOT BETWEEN ${low} AND ${high}`, expected });
  }
  return rules;
}

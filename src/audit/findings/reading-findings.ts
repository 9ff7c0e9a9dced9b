import type { ReadyFile } from '#src/explore/own-table.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import type { AuditFinding } from '../audit.ts';
import { maskWithin } from '../personal/mask-text.ts';

/** What the reader of the file met that a person should know of: hidden sheets, cells with errors. */
export function findReadingFindings({ hidden = [], steps }: ReadyFile): AuditFinding[] {
  const found: AuditFinding[] = [];
  const atFile = { column: undefined, examples: undefined } as const;
  if (hidden.length > 0)
    found.push({
      ...atFile,
      kind: 'hidden-sheets',
      dimension: 'Completeness',
      level: 'likely',
      title: 'Hidden sheets',
      count: hidden.length,
      says: `The workbook has ${countWords(hidden.length, 'hidden sheet')}: ${listWords(hidden.slice(0, 5).map((name) => `“${maskWithin(name)}”`))}${hidden.length > 5 ? ' and more' : ''}. ${inNumber(hidden.length, 'It was', 'They were')} not looked at, and ${inNumber(hidden.length, 'goes', 'go')} wherever the file goes.`,
      advice: 'Show them in the program that made the file and look at what they hold before you pass it on.',
    });
  const errors = steps.find(({ id }) => id === 'error-cells');
  if (errors)
    found.push({
      ...atFile,
      kind: 'error-cells',
      dimension: 'Validity',
      level: 'likely',
      title: 'Errors of a spreadsheet',
      count: errors.count,
      says: errors.sentence,
      advice: 'Mend the formulas in the workbook and save it again.',
    });
  return found;
}

import { countWords, inNumber } from '#src/words/count-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import {
  askNumbers,
  findExamples,
  isDay,
  queryExamples,
  fileTextTable,
  valueView,
} from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

/** What was found between columns, and what held. */
export interface PairsTried {
  readonly findings: readonly AuditFinding[];
  readonly held: readonly string[];
}

/** Codes with more than one name, and ends before their starts. */
export async function findPairFindings(table: AuditedTable): Promise<PairsTried> {
  const findings: AuditFinding[] = [];
  const held: string[] = [];
  for (const [code, name] of findCodeNames(table.columns)) {
    const pair = await compareCodeNames(table, code, name);
    findings.push(...pair.findings);
    held.push(...pair.held);
  }
  for (const [start, end] of findSpans(table.columns)) {
    const condition = `${toQuotedName(end.name)} < ${toQuotedName(start.name)}`;
    const [count = 0, both = 0] = await askNumbers(
      table,
      `SELECT count(*) FILTER (${condition}), count(*) FILTER (${toQuotedName(end.name)} IS NOT NULL AND ${toQuotedName(start.name)} IS NOT NULL) FROM ${valueView}`,
    );
    if (both > 0 && count === 0)
      held.push(`“${end.heading}” is never before “${start.heading}”, on ${countWords(both, 'row')}.`);
    if (count === 0 || count > both * 0.2) continue;
    findings.push({
      kind: 'end-before-start',
      dimension: 'Consistency',
      level: 'likely',
      title: 'Ends before its start',
      column: end.heading,
      count,
      says: `On ${countWords(count, 'row')}, “${end.heading}” is before “${start.heading}”.`,
      advice: 'Look both days up in the source.',
      examples: await queryExamples(
        table,
        `SELECT "#" FROM ${valueView} WHERE ${condition} ORDER BY "#" LIMIT 5`,
        [start, end],
      ),
    });
  }
  return { findings, held };
}

/** Pairs such as `area_code` and `area_name`. */
function findCodeNames(columns: readonly AuditedColumn[]): (readonly [AuditedColumn, AuditedColumn])[] {
  return columns.flatMap((code) => {
    const stem = /^(.*?)_?(code|id|cd)$/.exec(code.name)?.[1];
    if (stem === undefined || code.filled === 0) return [];
    const name = columns.find(
      (each) =>
        each !== code &&
        each.type === 'VARCHAR' &&
        (stem === ''
          ? each.name === 'name'
          : [stem, `${stem}_name`, `${stem}_nm`, `${stem}name`].includes(each.name)),
    );
    return name ? [[code, name] as const] : [];
  });
}

async function compareCodeNames(
  table: AuditedTable,
  code: AuditedColumn,
  name: AuditedColumn,
): Promise<PairsTried> {
  const [from, to] = [toQuotedName(code.name), toQuotedName(name.name)];
  const codes = `SELECT ${from} FROM ${fileTextTable} WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL GROUP BY 1`;
  const several = `${codes} HAVING count(DISTINCT ${to}) > 1`;
  const [all = 0, count = 0] = await askNumbers(
    table,
    `SELECT (SELECT count(*) FROM (${codes})), (SELECT count(*) FROM (${several}))`,
  );
  // Codes that stand once each have one name whatever it is.
  if (all < 3 || code.filled === all) return { findings: [], held: [] };
  if (count === 0)
    return {
      findings: [],
      held: [`Each of ${countWords(all, 'value')} of “${code.heading}” has one “${name.heading}”.`],
    };
  if (count > all * 0.1) return { findings: [], held: [] };
  return {
    held: [],
    findings: [
      {
        kind: 'code-with-names',
        dimension: 'Consistency',
        level: 'possible',
        title: 'A code with more than one name',
        column: code.heading,
        count,
        says: `${countWords(count, 'value')} of “${code.heading}” ${inNumber(count, 'stands', 'stand')} beside more than one “${name.heading}”, and the other ${all - count} beside one alone.`,
        advice: 'Check whether the name changed or is a slip.',
        examples: await findExamples(table, `${from} IN (${several})`, [code, name]),
      },
    ],
  };
}

/** Pairs such as `start_date` and `end_date`. */
function findSpans(columns: readonly AuditedColumn[]): (readonly [AuditedColumn, AuditedColumn])[] {
  const days = columns.filter(isDay);
  const names: readonly (readonly [RegExp, readonly string[]])[] = [
    [/(^|_)start(_|$|ed)/, ['end', 'ended', 'finish']],
    [/(^|_)from(_|$)/, ['to']],
    [/(^|_)opened(_|$)|(^|_)open(_|$)/, ['closed', 'close']],
    [/(^|_)received(_|$)/, ['closed', 'resolved', 'answered']],
  ];
  return days.flatMap((start) =>
    names.flatMap(([pattern, ends]) => {
      if (!pattern.test(start.name)) return [];
      const end = days.find(
        (each) => each !== start && ends.some((word) => new RegExp(`(^|_)${word}(_|$)`).test(each.name)),
      );
      return end ? [[start, end] as const] : [];
    }),
  );
}

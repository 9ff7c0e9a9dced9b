import { placeOfRow } from '#src/explore/row-places.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import {
  askNumbers,
  findExamples,
  isMeasure,
  queryExamples,
  fileTextTable,
  valueView,
} from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

const exactTotal = '(grand |sub-? ?|overall )?totals?:?|all (rows|above)';
const namedTotal = '(grand |sub-? ?|overall )?total .{1,30}|.{1,30} (sub-? ?)?total';
const fitsWords = (text: string, words: string) => `regexp_full_match(lower(trim(${text})), '${words}')`;

/** What was found about totals, and how many sums were tried, for the dimensions. */
export interface TotalsTried {
  readonly findings: readonly AuditFinding[];
  /** Sentences on sums that came out. */
  readonly cameOut: readonly string[];
}

/** Rows and columns of totals in the table, and whether they are what the others add up to. */
export async function findTotals(table: AuditedTable): Promise<TotalsTried> {
  const rows = await findTotalRows(table);
  const columns = await findTotalColumn(table);
  return {
    findings: [...rows.findings, ...columns.findings],
    cameOut: [...rows.cameOut, ...columns.cameOut],
  };
}

const nothing: TotalsTried = { findings: [], cameOut: [] };

async function findTotalRows(table: AuditedTable): Promise<TotalsTried> {
  const texts = table.columns
    .filter(({ type, filled, looks }) => type === 'VARCHAR' && filled > 0 && !looks.isCode)
    .slice(0, 6);
  if (texts.length === 0) return nothing;
  const counts = await askNumbers(
    table,
    `SELECT ${texts
      .map(({ name }) => toQuotedName(name))
      .flatMap((text) => [
        `count(*) FILTER (${fitsWords(text, exactTotal)})`,
        `count(*) FILTER (${fitsWords(text, namedTotal)})`,
        `count(DISTINCT ${text}) FILTER (${fitsWords(text, namedTotal)})`,
      ])
      .join(', ')} FROM ${fileTextTable}`,
  );
  const at = texts.findIndex((_column, index) =>
    isTotals(table, index === 0, counts.slice(index * 3, index * 3 + 3)),
  );
  const column = texts[at];
  if (!column) return nothing;
  const [exact = 0, named = 0] = counts.slice(at * 3, at * 3 + 2);
  const words = exact > 0 ? exactTotal : namedTotal;
  const count = exact > 0 ? exact : named;
  const isTotal = fitsWords(toQuotedName(column.name), words);
  const isMany = count > 1;
  const finding: AuditFinding = {
    kind: 'total-rows',
    dimension: 'Uniqueness',
    level: 'likely',
    title: isMany ? 'Rows of totals among the others' : 'A row of totals among the others',
    column: column.heading,
    count,
    says: `${countWords(count, 'row')} ${inNumber(count, 'says', 'say')} “Total” or the like. Adding up a column counts everything in ${inNumber(count, 'it', 'them')} again.`,
    advice: 'Leave totals out before you add up, count or average.',
    examples: await findExamples(table, isTotal, [column]),
  };
  if (isMany) return { findings: [finding], cameOut: [] };
  const sums = await compareSums(table, isTotal);
  return { findings: [finding, ...sums.findings], cameOut: sums.cameOut };
}

/**
 * A breakdown with a total in every group is how a tidy table of statistics is made, and `Total facilities management` may
 * name a thing: one that stands on many rows is no total of theirs.
 */
function isTotals(
  { rowCount }: AuditedTable,
  isFirst: boolean,
  [exact = 0, named = 0, distinct = 0]: readonly number[],
): boolean {
  if (exact > 0) return exact <= Math.max(1, rowCount * 0.2);
  return isFirst && named > 0 && named === distinct && named <= Math.max(1, rowCount * 0.1);
}

/** The figures of the one row of totals beside what the other rows add up to. */
async function compareSums(table: AuditedTable, isTotal: string): Promise<TotalsTried> {
  const measures = table.columns.filter((column) => isMeasure(column) && !column.looks.isAverage);
  const total = await table.database.query(`SELECT "#" FROM ${fileTextTable} WHERE ${isTotal}`);
  const row = Number(total.rows[0]?.[0]);
  // In the middle of a table nobody can tell of which rows it is the total.
  if (measures.length === 0 || (row !== 0 && row !== table.rowCount - 1)) return nothing;
  const findings: AuditFinding[] = [];
  const cameOut: string[] = [];
  for (const column of measures) {
    const name = toQuotedName(column.name);
    const { rows } = await table.database.query(
      `SELECT max(${name}) FILTER ("#" = ${row})::DOUBLE, (sum(${name}) FILTER ("#" <> ${row}))::DOUBLE, count(${name}), count(*),
         max(length(regexp_extract(${name}::VARCHAR, '\\.([0-9]+)', 1))) FROM ${valueView}`,
    );
    const [said, sum, there = 0, all = 0, places = 0] = rows[0] ?? [];
    if (typeof said !== 'number' || typeof sum !== 'number') continue;
    const rounding = 0.5 * 10 ** -Math.min(Number(places ?? 0), 6) * table.rowCount;
    const difference = Math.abs(said - sum);
    if (difference <= Math.max(rounding, 1e-9 * Math.abs(said))) {
      cameOut.push(
        `“${column.heading}”: the other rows add up to the total, ${numberWords(said)}${difference > 1e-9 * Math.abs(said) ? ', but for rounding' : ''}.`,
      );
    } else if (difference <= Math.abs(said) * 0.5 && there === all) {
      const { word } = table.places;
      findings.push({
        kind: 'sum-differs',
        dimension: 'Accuracy',
        level: 'likely',
        title: 'A total that does not come out',
        column: column.heading,
        count: 1,
        says: `The total on ${word} ${numberWords(placeOfRow(table.places, row))} says ${numberWords(said)}. The other rows add up to ${numberWords(sum)}, ${numberWords(difference)} ${sum > said ? 'more' : 'less'}.`,
        advice: 'Find out which is right. Rows may be missing, or hold subtotals.',
        examples: await findExamples(table, `"#" = ${row}`, [column]),
      });
    }
  }
  return { findings, cameOut };
}

/** From this share of the rows on, columns are taken to add up to the total beside them. */
const most = 0.9;

/** A column headed as a total, the figures beside it, and the rows on which these do not add up to it. */
async function findTotalColumn(table: AuditedTable): Promise<TotalsTried> {
  const { columns } = table;
  const at = columns.findIndex(
    (column) =>
      /(^|_)(grand_)?total$|^total(_|$)/.test(column.name) && isMeasure(column) && !column.looks.isAverage,
  );
  const total = columns[at];
  if (!total || table.rowCount < 5) return nothing;
  const isPart = (column: AuditedColumn | undefined) =>
    column !== undefined && isMeasure(column) && !column.looks.isAverage && column !== total;
  let start = at;
  while (isPart(columns[start - 1])) start--;
  let end = at + 1;
  while (isPart(columns[end])) end++;
  const runs = [
    ...Array.from({ length: Math.max(0, at - start - 1) }, (_run, index) => columns.slice(start + index, at)),
    ...Array.from({ length: Math.max(0, end - at - 2) }, (_run, index) => columns.slice(at + 1, end - index)),
  ].slice(0, 30);
  for (const parts of runs) {
    const sum = parts.map(({ name }) => toQuotedName(name)).join(' + ');
    const name = toQuotedName(total.name);
    const isOff = `abs((${sum})::DOUBLE - ${name}::DOUBLE) > greatest(0.51 * ${parts.length} * (CASE WHEN ${name} = round(${name}) THEN 0 ELSE 0.1 END), abs(${name}::DOUBLE) * 1e-9, 1e-6)`;
    const [tried = 0, off = 0] = await askNumbers(
      table,
      `SELECT count(${sum} + ${name}), count(*) FILTER (${isOff}) FROM ${valueView}`,
    );
    if (tried < 5 || tried - off < tried * most) continue;
    const what = `“${total.heading}” is the sum of the ${parts.length} columns from “${parts[0]?.heading ?? ''}” to “${parts.at(-1)?.heading ?? ''}”`;
    if (off === 0) return { findings: [], cameOut: [`${what} on all ${countWords(tried, 'row')}.`] };
    return {
      cameOut: [`${what} on ${numberWords(tried - off)} of ${countWords(tried, 'row')}.`],
      findings: [
        {
          kind: 'sum-differs',
          dimension: 'Accuracy',
          level: 'likely',
          title: 'Totals that do not come out',
          column: total.heading,
          count: off,
          says: `${what} on ${numberWords(tried - off)} of ${countWords(tried, 'row')}, and not on ${numberWords(off)}.`,
          advice: 'Find out which of the figures is wrong. Rounding can explain small differences.',
          examples: await queryExamples(
            table,
            `SELECT "#", 'The parts add up to ' || (${sum})::VARCHAR FROM ${valueView} WHERE ${isOff} ORDER BY "#" LIMIT 5`,
            [total],
          ),
        },
      ],
    };
  }
  return nothing;
}

import { countWords, inNumber } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { fitsSql, tidySql } from '#src/explore/values/number-forms.ts';
import { isMarkSql, withoutMarksSql } from '#src/explore/values/official-marks.ts';
import type { AuditFinding } from '../audit.ts';
import { askNumbers, findExamples, spellingTable } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

/** From this share of its values on, a column is meant to hold the type that they have. */
const most = 0.8;

const isGapSql = (text: string) =>
  `(trim(${text}) = '' OR ${isMarkSql(tidySql(text))} OR lower(trim(${text})) IN ('n/a', 'na', '#n/a', 'null', 'nan', 'none', 'nil', 'tbc', 'unknown', '?', 'not known', 'not available', 'missing', 'no data'))`;
const isFigureSql = (text: string) => fitsSql(withoutMarksSql(tidySql(text)), 'point');

/** Values of another type than most of their column. Its spellings must have been made. */
export async function findTypeFindings(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const counted = await askNumbers(
    table,
    `SELECT sum(n) FILTER (NOT gap), sum(n) FILTER (NOT gap AND figure), sum(n) FILTER (NOT gap AND zeros),
       sum(n) FILTER (NOT gap AND figure AND contains(v, '%')), sum(n) FILTER (NOT gap AND regexp_full_match(trim(v), '(1[789]|20|21)[0-9]{2}'))
     FROM (SELECT v, n, ${isGapSql('v')} AS gap, ${isFigureSql('v')} AS figure, regexp_full_match(trim(v), '0[0-9]+') AS zeros FROM ${spellingTable})`,
  );
  const [real = 0, figures = 0, zeros = 0, percents = 0, years = 0] = counted;
  const found: AuditFinding[] = [];
  const others = real - figures;
  const text = toQuotedName(column.name);
  const isOther = `${text} IS NOT NULL AND NOT ${isGapSql(text)} AND NOT ${isFigureSql(text)}`;
  // Years name a row: one such as 1974F beside them is no slip.
  if (others > 0 && figures >= real * most && zeros === 0 && years < figures && !column.looks.isCode) {
    found.push({
      kind: 'mixed-types',
      dimension: 'Validity',
      level: 'likely',
      title: 'Text among figures',
      column: column.heading,
      count: others,
      says: `${numberWords(figures)} of ${countWords(real, 'value')} are figures and ${numberWords(others)} ${inNumber(others, 'is', 'are')} not, so the column cannot be added up as it stands.`,
      advice: 'Find out what was meant. Keep figures alone in the column and words in one beside it.',
      examples: await findExamples(table, isOther, [column]),
    });
  }
  if (percents > 0 && percents < figures && figures >= real * most) {
    const [few, sign] = percents * 2 <= figures ? [percents, ''] : [figures - percents, 'NOT '];
    found.push({
      kind: 'mixed-percent',
      dimension: 'Consistency',
      level: 'likely',
      title: 'Some figures with a per cent sign, some without',
      column: column.heading,
      count: few,
      says: `${numberWords(percents)} of ${countWords(figures, 'figure')} have a per cent sign. Of the others nobody can tell whether 0.5 is 0.5% or 50%.`,
      advice: 'Ask whoever made the file, then write all of them in one way.',
      examples: await findExamples(
        table,
        `${text} IS NOT NULL AND NOT ${isGapSql(text)} AND ${isFigureSql(text)} AND ${sign}contains(${text}, '%')`,
        [column],
      ),
    });
  }
  return found;
}

/** Codes that are as long as each other by their nature. */
const padded = /(^|_)(codes?|sic|urn|ukprn|account|sort_?code|gss|ons|cost_?cent(re|er))(_|$)/;

/** Codes of digits that are shorter than most: a spreadsheet takes zeros off their front. */
export async function findLostZeros(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const isText = column.type === 'VARCHAR';
  if (!isText && !(column.type === 'BIGINT' && column.looks.isCode)) return [];
  const text = toQuotedName(column.name);
  const { rows } = await table.database.query(
    `SELECT length(v), sum(n), count(*), sum(n) FILTER (starts_with(v, '0')), min(TRY_CAST(v AS HUGEINT))::VARCHAR, max(TRY_CAST(v AS HUGEINT))::VARCHAR
     FROM (SELECT trim(${text}) AS v, count(*) AS n FROM "audit text" WHERE trim(${text}) <> '' GROUP BY 1)
     WHERE regexp_full_match(v, '[0-9]+') GROUP BY 1 ORDER BY 2 DESC`,
  );
  const lengths = rows.map(([length, uses, different, zeros]) => ({
    length: Number(length),
    uses: Number(uses),
    different: Number(different),
    zeros: Number(zeros ?? 0),
  }));
  const [usual] = lengths;
  const digits = lengths.reduce((sum, { uses }) => sum + uses, 0);
  if (!usual || usual.length < 4 || digits < column.filled * 0.9) return [];
  if (digits < (usual.zeros > 0 ? 3 : 10)) return [];
  const shorter = lengths.filter(({ length }) => length < usual.length);
  const count = shorter.reduce((sum, { uses }) => sum + uses, 0);
  const zeros = usual.zeros;
  if (count === 0 || lengths.some(({ length }) => length > usual.length)) return [];
  if (usual.uses < digits * (zeros > 0 ? 0.5 : most)) return [];
  // Numbers given out one after another come in every length.
  const isSequence =
    !isText && zeros === 0 && usual.different > (10 ** usual.length - 10 ** (usual.length - 1)) * 0.5;
  if (isSequence || (zeros === 0 && !padded.test(column.name))) return [];
  return [
    {
      kind: 'lost-zeros',
      dimension: 'Validity',
      level: zeros > 0 ? 'likely' : 'possible',
      title: 'Codes that may have lost zeros at the front',
      column: column.heading,
      count,
      says: `Most codes have ${usual.length} digits, and ${numberWords(count)} ${inNumber(count, 'has', 'have')} fewer. Spreadsheets take zeros off the front of what looks like a number.`,
      advice: `Compare with the source. If zeros were lost, fill up to ${usual.length} digits and keep the column as text.`,
      examples: await findExamples(
        table,
        `regexp_full_match(trim(${text}), '[0-9]+') AND length(trim(${text})) < ${usual.length}`,
        [column],
      ),
    },
  ];
}

import { personalKinds, findHeadedKind } from '#src/explore/profile/personal-kinds.ts';
import type { PersonalKind } from '#src/explore/profile/personal-kinds.ts';
import { placeOfRow } from '#src/explore/row-places.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { PersonalData } from '../audit.ts';
import { askNumbers, isDay, isNumber, spellingTable, fileTextTable, toNameWords } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';
import { firstNames } from './first-names.ts';
import { maskText } from './mask-text.ts';

const tidy = 'lower(trim(v))';
/** From this share of its values on, a column is one of the kind. */
const most = 0.5;

interface Counted {
  readonly kind: Pick<PersonalKind, 'what' | 'maybeOrganisation'>;
  readonly count: number;
  readonly because: string;
  /** SQL over `v` for the values that are meant. */
  readonly condition: string;
  /** SQL over `v` for what is shown of one; all of it unless told. */
  readonly part?: string;
  /** Whether all of the column is about people, and not single values of it. */
  readonly isWhole: boolean;
}

/**
 * What in a column may be about people, by its heading and by all of its values. Its spellings must have been made where it
 * is text.
 */
export async function countPersonal(table: AuditedTable, column: AuditedColumn): Promise<PersonalData[]> {
  if (column.filled === 0) return [];
  const headed = await findByHeading(table, column);
  const found = headed ? [headed] : column.type === 'VARCHAR' ? await findByValues(table, column) : [];
  const counted = found.length > 0 ? found : await findNhsNumbers(table, column);
  return Promise.all(counted.map((each) => toPersonalData(table, column, each)));
}

async function toPersonalData(
  table: AuditedTable,
  { name, heading }: AuditedColumn,
  { kind, count, because, condition, part = 'v', isWhole }: Counted,
): Promise<PersonalData> {
  const text = toQuotedName(name);
  const { rows } = await table.database.query(
    `SELECT "#", left(${part}, 500) FROM (SELECT "#", ${text} AS v FROM ${fileTextTable} WHERE trim(${text}) <> '') WHERE ${condition} ORDER BY "#" LIMIT 1`,
  );
  const [row, sample] = rows[0] ?? [];
  return {
    column: heading,
    what: kind.what,
    level: kind.maybeOrganisation ? 'possible' : 'likely',
    count,
    because,
    isWhole,
    sample: typeof sample === 'string' ? maskText(sample) : undefined,
    place: row === undefined ? undefined : placeOfRow(table.places, Number(row)),
  };
}

/** A heading tells of the values only where they can be such values: `mobile` may head a count of telephones. */
async function findByHeading(table: AuditedTable, column: AuditedColumn): Promise<Counted | undefined> {
  const words = toNameWords(column.heading);
  // A question of a survey may hold any word.
  const kind = words.split('_').length <= 6 ? findHeadedKind(words) : undefined;
  if (!kind || column.type === 'BOOLEAN') return undefined;
  if (column.distinct <= 2 && column.filled > 10) return undefined;
  if (isNumber(column)) {
    const digits = (column.largest ?? '').replace(/\D.*$/, '').length;
    const fewest = /phone/.test(kind.what) ? 9 : /numbers|bank/.test(kind.what) ? 4 : Infinity;
    if (digits < fewest) return undefined;
  }
  if (isDay(column) && kind.what !== 'dates of birth') return undefined;
  if (kind.what === 'dates of birth' && isNumber(column)) return undefined;
  const because = 'Its heading says so';
  if (column.type === 'VARCHAR' && kind.whole !== undefined) {
    const condition = `regexp_full_match(${tidy}, ${toQuotedText(kind.whole)})`;
    const [count = 0] = await askNumbers(table, `SELECT sum(n) FILTER (${condition}) FROM ${spellingTable}`);
    if (count > 0) return { kind, count, because, condition, isWhole: true };
  }
  return { kind, count: column.filled, because, condition: 'true', isWhole: true };
}

const people =
  /(^|_)(names?|person|people|employee|staff|manager|officer|owner|author|contact|customer|client|member|candidate|applicant|tenant|patient|pupil|student|who|lead|head|director|by)(_|$)/;
const titled = "^(mr|mrs|ms|miss|mx)\\.? [a-z'’-]+( [a-z'’.-]+){0,3}$";
const named = `^((${firstNames.join('|')}) [a-z'’-]{2,}( [a-z'’-]+)?|[a-z'’-]{2,}( [a-z'’-]+)?, ?(${firstNames.join('|')})( .*)?)$`;

// As they are written, with capitals: `A Smith`, `J. R. O’Neil`, `Jones, B.`
const initialled =
  "^(([A-Z]\\.? ?){1,3}[A-Z][a-z]*['’]?[A-Z]?[a-z]{2,}(-[A-Z][a-z]+)?|[A-Z][A-Za-z'’-]{2,}, ?([A-Z]\\.? ?){1,3})$";

async function findByValues(table: AuditedTable, column: AuditedColumn): Promise<Counted[]> {
  const kinds = personalKinds.filter(({ whole, within }) => whole !== undefined || within !== undefined);
  const matches = (pattern: string, holds?: string) =>
    `${holds === undefined ? '' : `contains(v, ${toQuotedText(holds)}) AND `}regexp_matches(${tidy}, ${toQuotedText(pattern)})`;
  const conditions = kinds.flatMap(({ whole, within, holds }) => [
    whole === undefined ? 'false' : matches(`^(${whole})$`, holds),
    within === undefined ? 'false' : matches(within, holds),
  ]);
  // Words without a digit or an @ can only be names.
  const couldBe = `regexp_matches(v, '[0-9@]')`;
  const isTitled = matches(titled);
  const isHeaded = people.test(toNameWords(column.heading));
  const withFirstName = matches(named);
  // Initials before a word are names where the heading speaks of names or people: elsewhere they may be `A Level`.
  const isNamed = isHeaded
    ? `(${withFirstName} OR regexp_matches(trim(v), ${toQuotedText(initialled)}))`
    : withFirstName;
  const [filled = 0, distinct = 0, length = 0, titles = 0, names = 0, distinctNames = 0, ...counts] =
    await askNumbers(
      table,
      `SELECT sum(n), count(*), avg(length(v)), sum(n) FILTER (${isTitled}), sum(n) FILTER (${isNamed}), count(*) FILTER (${isNamed}),
       ${conditions.map((condition) => `sum(n) FILTER (${couldBe} AND ${condition})`).join(', ')}
     FROM ${spellingTable} WHERE trim(v) <> ''`,
    );
  // Whoever writes a telephone number into a note may write more about the person there.
  const isLong = length > 40;
  const found: Counted[] = [];
  for (const [index, kind] of kinds.entries()) {
    const [whole = 0, within = 0] = counts.slice(index * 2, index * 2 + 2);
    const isCodes = column.looks.isCode && kind.what === 'phone numbers';
    if (whole > 0 && whole >= filled * most && !isCodes) {
      const condition = conditions[index * 2] ?? 'true';
      found.push({ kind, count: whole, because: 'Its values are written so', condition, isWhole: true });
    } else if (within > 0 && !(isCodes && whole > 0)) {
      const condition = conditions[index * 2 + 1] ?? 'true';
      const part = `regexp_extract(${tidy}, ${toQuotedText(kind.within ?? '')})`;
      found.push({
        kind,
        count: within,
        because: 'Some of its values hold them',
        condition,
        part,
        isWhole: isLong,
      });
    }
  }
  const what = 'names of people';
  const [fewest, share] = isHeaded ? [2, 0.3] : [5, 0.5];
  if (distinctNames >= fewest && distinctNames >= distinct * share) {
    const because = isHeaded
      ? 'Its heading and many of its values say so'
      : 'Many of its values begin with a first name';
    found.unshift({ kind: { what }, count: names, because, condition: isNamed, isWhole: true });
  } else if (titles > 0) {
    const because = 'Values begin with Mr, Mrs, Ms or Miss';
    found.unshift({
      kind: { what },
      count: titles,
      because,
      condition: isTitled,
      isWhole: isLong || titles >= filled * 0.2,
    });
  }
  return found;
}

/** Ten digits of which the last checks the others, as NHS numbers have it: by chance one number in eleven fits. */
async function findNhsNumbers(table: AuditedTable, column: AuditedColumn): Promise<Counted[]> {
  if (!(column.type === 'VARCHAR' || column.type === 'BIGINT')) return [];
  if (column.type === 'BIGINT' && (column.largest ?? '').length !== 10) return [];
  const digits = "regexp_replace(v, '[ -]', '', 'g')";
  const form = `regexp_full_match(trim(v), '[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}')`;
  const weights = Array.from(
    { length: 9 },
    (_digit, index) => `${10 - index} * TRY_CAST(${digits}[${index + 1}] AS INTEGER)`,
  );
  const fits = `${form} AND (11 - (${weights.join(' + ')}) % 11) % 11 = TRY_CAST(${digits}[10] AS INTEGER)`;
  const source =
    column.type === 'VARCHAR'
      ? spellingTable
      : `(SELECT ${toQuotedName(column.name)} AS v, 1 AS n FROM ${fileTextTable} WHERE ${toQuotedName(column.name)} IS NOT NULL)`;
  const [filled = 0, formed = 0, fitting = 0] = await askNumbers(
    table,
    `SELECT sum(n), sum(n) FILTER (${form}), sum(n) FILTER (${fits}) FROM ${source} WHERE trim(v) <> ''`,
  );
  if (fitting < 3 || formed < filled * most || fitting < formed * 0.8) return [];
  const because = 'Its values are ten digits that check as NHS numbers do';
  return [{ kind: { what: 'NHS numbers' }, count: fitting, because, condition: fits, isWhole: true }];
}

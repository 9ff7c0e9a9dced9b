import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { splitClauses, type Clauses } from '#src/sql/clauses.ts';
import { findRelations } from '#src/sql/relations.ts';
import { isWord } from '#src/sql/is-word.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { countWords } from '#src/words/count-words.ts';
import { judgeSql } from './judge-sql.ts';
import { describeQuery } from '#src/compare/result-copy.ts';

/** More rows than any lesson's step gives: past this a step is only said to give very many. */
const countLimit = 1_000_000;

/**
 * Goes through two plain queries clause by clause, as the engine does, and says which of the learner's is the first
 * that makes another number of rows. Undefined when that cannot be told, or when the columns alone differ.
 *
 * The idea is Qr-Hint's: Hu et al., "Qr-Hint: actionable hints towards correcting wrong SQL queries", SIGMOD 2024; here
 * the clauses are compared by what they give on the data.
 *
 * @param prefix - Begins the names of temporary tables, which are left behind.
 */
export async function findClause(
  database: Database,
  {
    answer,
    solution,
    compare,
  }: { readonly answer: string; readonly solution: string; readonly compare: Compare },
  prefix: string,
): Promise<string | undefined> {
  const [found, wanted] = [splitClauses(answer), splitClauses(solution)];
  if (found?.from === undefined || wanted?.from === undefined) return undefined;
  try {
    return await compareClauses(database, found, wanted, compare, prefix);
  } catch {
    return undefined;
  }
}

async function compareClauses(
  database: Database,
  found: Clauses,
  wanted: Clauses,
  compare: Compare,
  prefix: string,
): Promise<string | undefined> {
  const count = (clauses: Clauses, step: Step) => countRowsOf(database, toSql(clauses, step));
  const differ = async (step: Step) => {
    const [mine, theirs] = [await count(found, step), await count(wanted, step)];
    return mine === theirs ? undefined : { mine, theirs };
  };
  const blame = async (sentence: string, ...sets: readonly (readonly (keyof Clauses)[])[]) =>
    (await isAtFault(database, { found, wanted, compare, prefix }, sets)) ? sentence : undefined;

  const kept = await differ('where');
  if (kept !== undefined) {
    const harmless = { ...wanted, from: found.from, where: found.where };
    if ((await tryOut(database, wanted, harmless, compare, prefix)) === 'right')
      return compareClauses(database, found, harmless as Clauses, compare, prefix);
    // Rows may be chosen later too, and then another number of them here is no mistake.
    if (found.having !== undefined || choosesLater(found) || choosesLater(wanted)) return undefined;
    const given = await differ('from');
    if (given !== undefined)
      return blame(sayRows(toSource(found), 'gives', given), ['from'], ['from', 'where']);
    const noWhere = `Your query has no \`WHERE\`: it takes all ${toRowCountWords(kept.mine)}, and the answer needs only some of them.`;
    const sentence = found.where === undefined ? noWhere : sayRows('`WHERE`: it', 'keeps', kept);
    return blame(sentence, ['where'], ['from', 'where']);
  }
  if (found.where !== undefined && (await keepsOtherRows(database, found, wanted)))
    return blame(
      'Look at your `WHERE`: it keeps as many rows as the answer needs, but other ones.',
      ['where'],
      ['from', 'where'],
    );
  return compareGroups(database, { found, wanted, compare, prefix });
}

interface Compared {
  readonly found: Clauses;
  readonly wanted: Clauses;
  readonly compare: Compare;
  readonly prefix: string;
}

/** The steps after WHERE, which both queries pass with the same rows. */
async function compareGroups(database: Database, compared: Compared): Promise<string | undefined> {
  const { found, wanted } = compared;
  const count = (clauses: Clauses, step: Step) => countRowsOf(database, toSql(clauses, step));
  const differ = async (step: Step) => {
    const [mine, theirs] = [await count(found, step), await count(wanted, step)];
    return mine === theirs ? undefined : { mine, theirs };
  };
  const blame = async (sentence: string, ...sets: readonly (readonly (keyof Clauses)[])[]) =>
    (await isAtFault(database, compared, sets)) ? sentence : undefined;
  const unlike = await differ('distinct');
  if (wanted.groupBy !== undefined && found.groupBy === undefined && !found.distinct) {
    return unlike && 'Your query has no `GROUP BY`: the answer has one row for each group.';
  }
  if (found.groupBy !== undefined) {
    // GROUP BY leaves repeats out too.
    if (wanted.groupBy === undefined)
      return wanted.distinct && !unlike
        ? undefined
        : 'Look at your `GROUP BY`: does the task ask for groups?';
    const groups = await differ('groupBy');
    if (groups !== undefined)
      return blame(sayRows('`GROUP BY`: it', 'makes', groups, 'group'), ['groupBy'], ['groupBy', 'select']);
    const after = await differ('having');
    if (after !== undefined) {
      const noHaving = `Your query has no \`HAVING\`: it shows all ${toRowCountWords(after.mine, 'group')}, and the answer needs only some of them.`;
      const sentence =
        found.having === undefined ? noHaving : sayRows('`HAVING`: it', 'keeps', after, 'group');
      return blame(sentence, ['having'], ['having', 'select']);
    }
  }
  if (unlike !== undefined) {
    const [mineIsOne, theirsIsOne] = [await sumsUp(database, found), await sumsUp(database, wanted)];
    if (theirsIsOne && !mineIsOne)
      return 'Your query shows rows one by one. The answer is a single row that sums them up: which function does that?';
    if (mineIsOne && !theirsIsOne)
      return 'Your query sums all rows up in a single one. The answer shows more rows than that.';
    if (found.distinct) {
      const takesAway =
        !wanted.distinct && (await count({ ...found, distinct: false }, 'distinct')) > unlike.mine;
      return takesAway && unlike.mine < unlike.theirs
        ? 'Look at your `DISTINCT`: it takes away rows that the answer shows.'
        : undefined;
    }
    const once = await count({ ...found, distinct: true }, 'distinct');
    return wanted.distinct && once === (await count(wanted, 'distinct'))
      ? 'Some rows stand more than once in your result. Which word after `SELECT` leaves repeats out?'
      : undefined;
  }
  return compareEnds(database, compared);
}

/** What ORDER BY, LIMIT and OFFSET keep of the same rows. */
async function compareEnds(database: Database, compared: Compared): Promise<string | undefined> {
  const { found, wanted, compare, prefix } = compared;
  if (found.limit === undefined && wanted.limit === undefined && found.offset === undefined) return undefined;
  // Where the rows differ before the limit already, it is the columns that do.
  const rest = { solution: toSql(wanted, 'distinct'), compare: { ...compare, order: 'ignored' } } as const;
  if (!(await judgeSql(database, rest, toSql(found, 'distinct'), prefix))) return undefined;
  if (found.offset !== undefined && wanted.offset === undefined)
    return (await isAtFault(database, compared, [['offset'], ['limit', 'offset']]))
      ? 'Look at your `OFFSET`: it leaves out the first rows.'
      : undefined;
  const [mine, theirs] = [
    await countRowsOf(database, toSql(found, 'limit')),
    await countRowsOf(database, toSql(wanted, 'limit')),
  ];
  if (mine !== theirs) {
    return found.limit === undefined
      ? `Your query has no \`LIMIT\`: it shows all ${toRowCountWords(mine)}, and the answer needs only some of them.`
      : sayRows('`LIMIT`: it', 'keeps', { mine, theirs });
  }
  // Only a limit that leaves rows out makes the order decide which.
  if (found.limit === undefined || wanted.orderBy === undefined) return undefined;
  return found.orderBy === undefined
    ? 'Your query has no `ORDER BY`: without it, which rows `LIMIT` keeps is left to luck.'
    : 'Look at your `ORDER BY`: it decides which rows `LIMIT` keeps.';
}

/**
 * Whether the model answer goes wrong with these clauses of the learner's in place of its own. A clause that gives
 * another number of rows may do no harm, and then it is not the cause.
 *
 * @param sets - Clauses that are put in together: one may only make sense with another. Each set that runs must be wrong.
 */
async function isAtFault(
  database: Database,
  { found, wanted, compare, prefix }: Compared,
  sets: readonly (readonly (keyof Clauses)[])[],
): Promise<boolean> {
  const outcomes: ('right' | 'wrong' | 'does not run')[] = [];
  for (const keys of sets) {
    const mixed = { ...wanted, ...Object.fromEntries(keys.map((key) => [key, found[key]])) };
    outcomes.push(await tryOut(database, wanted, mixed, compare, prefix));
  }
  return outcomes.includes('wrong') && !outcomes.includes('right');
}

type Mixed = { readonly [Key in keyof Clauses]: Clauses[Key] | undefined };

async function tryOut(
  database: Database,
  wanted: Clauses,
  mixed: Mixed,
  compare: Compare,
  prefix: string,
): Promise<'right' | 'wrong' | 'does not run'> {
  const sql = toSql(mixed as Clauses, 'limit');
  const runs = await describeQuery(database, sql).then(
    () => true,
    () => false,
  );
  if (!runs) return 'does not run';
  const isRight = await judgeSql(database, { solution: toSql(wanted, 'limit'), compare }, sql, prefix);
  return isRight ? 'right' : 'wrong';
}

/** Whether a query without WHERE may still choose rows: by FILTER or CASE. */
function choosesLater({ select }: Clauses): boolean {
  return tokenise(select).some((token) => isWord(token, 'FILTER', 'CASE', 'COUNT_IF', 'IF'));
}

/** Whether a query without GROUP BY gives one row for all, however many there are: it has one even where no row is left. */
async function sumsUp(database: Database, clauses: Clauses): Promise<boolean> {
  if (clauses.groupBy !== undefined || clauses.distinct) return false;
  return (await countRowsOf(database, toSql({ ...clauses, where: 'false' }, 'distinct'))) === 1;
}

/** Whether the two keep other rows of the same tables; false where the tables are not the same. */
async function keepsOtherRows(database: Database, found: Clauses, wanted: Clauses): Promise<boolean> {
  const columns = async ({ from = '' }: Clauses) =>
    JSON.stringify((await describeQuery(database, `SELECT * FROM ${from}`)).columns);
  if ((await columns(found)) !== (await columns(wanted))) return false;
  const hash = async ({ from = '', where = 'true' }: Clauses) => {
    const kept = `SELECT * FROM ${from} WHERE ${where}`;
    const { rows } = await database.query(
      `SELECT sum(hash(kept))::VARCHAR FROM (FROM (${kept}) LIMIT ${countLimit}) AS kept`,
    );
    return rows[0]?.[0];
  };
  return (await hash(found)) !== (await hash(wanted));
}

/** What gives the rows: the table by its name, where it is one alone. */
function toSource({ from = '' }: Clauses): string {
  const relations = findRelations(tokenise(`FROM ${from}`));
  if (relations.some(({ joined }) => joined)) return '`FROM` and how it joins the tables: it';
  const [only] = relations;
  return relations.length === 1 && only && tokenise(from)[0]?.kind === 'word'
    ? `\`FROM\`: the table \`${only.name}\``
    : '`FROM`: it';
}

type Step = 'from' | 'where' | 'groupBy' | 'having' | 'distinct' | 'limit';

/** The query up to a step. */
function toSql(
  { select, distinct, from = '', where, groupBy, having, orderBy, limit, offset }: Clauses,
  step: Step,
): string {
  const clause = (words: string, text: string | undefined, steps: readonly Step[]) =>
    text !== undefined && steps.includes(step) ? ` ${words} ${text}` : '';
  if (step === 'from' || step === 'where') return `SELECT 1 FROM ${from}${clause('WHERE', where, ['where'])}`;
  return (
    `SELECT ${distinct && step !== 'groupBy' && step !== 'having' ? 'DISTINCT ' : ''}${select} FROM ${from}` +
    clause('WHERE', where, ['groupBy', 'having', 'distinct', 'limit']) +
    clause('GROUP BY', groupBy, ['groupBy', 'having', 'distinct', 'limit']) +
    clause('HAVING', having, ['having', 'distinct', 'limit']) +
    clause('ORDER BY', orderBy, ['limit']) +
    clause('LIMIT', limit, ['limit']) +
    clause('OFFSET', offset, ['limit'])
  );
}

async function countRowsOf(database: Database, sql: string): Promise<number> {
  const { rows } = await database.query(`SELECT count(*) FROM (SELECT 1 FROM (${sql}) LIMIT ${countLimit})`);
  return Number(rows[0]?.[0]);
}

/** How many rows a step of the learner's makes, and the same step of the model answer. */
interface Counts {
  readonly mine: number;
  readonly theirs: number;
}

function sayRows(subject: string, does: string, { mine, theirs }: Counts, noun = 'row'): string {
  const needs = mine > theirs ? 'fewer' : mine === 0 ? 'some' : 'more';
  return `Look at your ${subject} ${does} ${toRowCountWords(mine, noun)}, and the answer needs ${needs}.`;
}

function toRowCountWords(count: number, noun = 'row'): string {
  if (count >= countLimit) return `very many ${noun}s`;
  if (count === 0) return `no ${noun}s`;
  return countWords(count, noun);
}

import { isWord } from './is-word.ts';
import { findRelations } from './relations.ts';
import type { Token } from './tokens.ts';
import { toName, toUsedTokens } from './used-tokens.ts';

// These run a text as a query, so that no reader of the query knows which tables it reads.
const runsText = ['query', 'query_table', 'json_execute_serialized_sql', 'eval'];
// These tell where or when a query runs, or draw lots.
const tellsRun = [
  ...['current_schema', 'current_schemas', 'current_query', 'current_database', 'current_catalog'],
  ...['current_user', 'session_user', 'current_role', 'current_setting', 'current_connection_id'],
  ...[
    'current_query_id',
    'current_transaction_id',
    'txid_current',
    'in_search_path',
    'getvariable',
    'getenv',
  ],
  ...['version', 'stats', 'nextval', 'currval'],
  ...['random', 'setseed', 'uuid', 'uuidv4', 'uuidv7', 'gen_random_uuid', 'now', 'get_current_time'],
  ...['get_current_timestamp', 'transaction_timestamp', 'today', 'current_date', 'current_time'],
  ...['current_timestamp', 'localtime', 'localtimestamp', 'current_localtime', 'current_localtimestamp'],
];
// These are functions without brackets too.
const bare = [
  ...['current_schema', 'current_catalog', 'current_user', 'session_user', 'current_role', 'current_date'],
  ...['current_time', 'current_timestamp', 'localtime', 'localtimestamp'],
];
// Lists of what the database holds, as functions, tables or schemas.
const catalogue =
  /^(duckdb_\w+|pragma_\w+|pg_(?!typeof)\w+|information_schema|sqlite_(temp_)?(master|schema)|sql_auto_complete)$/;

/**
 * What a query uses to run a text, to look into the database's own lists or to tell one run from another, as typed but in
 * small letters. Comments, text and named queries that nothing uses do not count.
 *
 * @example
 * findReflection("SELECT current_schema() FROM query('FROM t')") // => Set { 'current_schema', 'query' }
 */
export function findReflection(sql: string): ReadonlySet<string> {
  const { tokens, named } = toUsedTokens(sql);
  const found = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const name = toName(token);
    if (name === undefined) continue;
    if (isTellingCall(tokens, at, token, name) || isListing(tokens, at, token)) found.add(name);
  }
  const places = new Map(tokens.map(({ start }, at) => [start, at]));
  for (const { name, nameStart, start } of findRelations(tokens)) {
    const path = tokens.slice(places.get(start), (places.get(nameStart) ?? 0) + 1);
    const listed = path.map((token) => toName(token) ?? '').find((each) => catalogue.test(each));
    if (listed !== undefined && !named.has(name)) found.add(listed);
  }
  // FROM 'sqlite_master' names a table too.
  for (const [at, { kind, text }] of tokens.entries()) {
    if (!isWord(tokens[at - 1], 'FROM', 'JOIN') && tokens[at - 1]?.text !== ',') continue;
    const inner = text.slice(1, -1).toLowerCase();
    const last = inner.split('.').find((part) => catalogue.test(part));
    if (kind === 'text' && last !== undefined) found.add(last);
  }
  return found;
}

function isTellingCall(tokens: readonly Token[], at: number, token: Token, name: string): boolean {
  const isTelling = runsText.includes(name) || tellsRun.includes(name) || catalogue.test(name);
  if (!isTelling) return false;
  if (tokens[at + 1]?.text === '(') return true;
  const isQualified = tokens[at - 1]?.text === '.' || tokens[at + 1]?.text === '.';
  const isAlias = isWord(tokens[at - 1], 'AS');
  return token.kind === 'word' && bare.includes(name) && !isQualified && !isAlias;
}

/** SHOW and DESCRIBE, by themselves or after FROM and a bracket. */
function isListing(tokens: readonly Token[], at: number, token: Token): boolean {
  const before = tokens[at - 1];
  const opens = before === undefined || before.text === '(' || before.text === ';';
  return opens && isWord(token, 'SHOW', 'DESCRIBE', 'DESC') && tokens[at + 1]?.text !== ')';
}

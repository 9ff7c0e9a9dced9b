import { findRelations } from '#src/sql/relations.ts';
import type { Token } from '#src/sql/tokens.ts';
import { toName, toUsedTokens } from '#src/sql/used-tokens.ts';
import type { AnswerQuery } from '../answer-query.ts';
import type { WitnessSchemas } from './on-witness-tables.ts';

/**
 * An answer as it can run on other tables than the real ones: a table named with the database or schema it stands in, in
 * FROM or before a column, means the one on trial. So does a table that the answer itself makes in the main schema.
 *
 * @param real - Names of all real tables.
 */
export function toWitnessQuery(
  { changes, query }: AnswerQuery,
  { real, schemas }: { real: readonly string[]; schemas: WitnessSchemas },
): AnswerQuery {
  const texts = [...changes, query].map((text) => ({ text, ...toUsedTokens(text) }));
  const all = texts.flatMap(({ tokens, named }) =>
    findRelations(tokens)
      .filter(({ name, qualifiers }) => qualifiers > 0 || !named.has(name))
      .map((relation) => ({ ...relation, tokens })),
  );
  const own = all.filter(({ start, tokens, qualifiers }) => {
    const first = tokens.find((token) => token.start === start);
    return qualifiers > 0 && first !== undefined && mainNames.includes(toName(first) ?? '');
  });
  const isReal = lowerNamesOf([...real, ...own.map(({ name }) => name)]);
  const relations = all.filter(({ name }) => isReal.has(name));
  const databases = new Set([
    ...mainNames,
    ...relations.flatMap(({ start, nameStart, tokens }) =>
      tokens
        .filter((token) => token.start >= start && token.start < nameStart)
        .flatMap((token) => toName(token) ?? []),
    ),
  ]);
  const moved = texts.map(({ text, tokens }) => moveNames(text, tokens, { isReal, databases, schemas }));
  return { changes: moved.slice(0, -1), query: moved.at(-1) ?? query };
}

// Without a schema, a learner's names stand here.
const mainNames = ['main', 'memory'];

/** The real tables that an answer reads, and perhaps more: each whose name stands in it as a name or a text. */
export function findReadTables({ changes, query }: AnswerQuery, real: readonly string[]): string[] {
  const words = new Set(
    [...changes, query].flatMap((text) =>
      toUsedTokens(text).tokens.flatMap((token) =>
        token.kind === 'text'
          ? (token.text.slice(1, -1).split('.').at(-1)?.toLowerCase() ?? [])
          : (toName(token) ?? []),
      ),
    ),
  );
  return real.filter((name) => words.has(name.toLowerCase()));
}

function lowerNamesOf(tables: readonly string[]): ReadonlySet<string> {
  return new Set(tables.map((name) => name.toLowerCase()));
}

/** Puts the schemas on trial in place of what stands before the name of a real table. */
function moveNames(
  text: string,
  tokens: readonly Token[],
  {
    isReal,
    databases,
    schemas,
  }: { isReal: ReadonlySet<string>; databases: ReadonlySet<string>; schemas: WitnessSchemas },
): string {
  let moved = text;
  for (let at = tokens.length - 1; at > 0; at--) {
    const table = tokens[at];
    if (!table || !isReal.has(toName(table) ?? '')) continue;
    let first = at;
    const path: string[] = [];
    while (tokens[first - 1]?.text === '.' && databases.has(nameAt(tokens, first - 2))) {
      first -= 2;
      path.push(nameAt(tokens, first));
    }
    const start = tokens[first]?.start;
    if (first === at || start === undefined) continue;
    const isView = path.every((name) => mainNames.includes(name));
    moved = `${moved.slice(0, start)}memory.${isView ? schemas.views : schemas.tables}.${moved.slice(table.start)}`;
    at = first;
  }
  return moved;
}

function nameAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return (token && toName(token)) ?? '';
}

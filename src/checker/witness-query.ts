import { findRelations, type Relation } from '#src/sql/relations.ts';
import { toUsedTokens } from '#src/sql/used-tokens.ts';
import type { Witness } from '#src/witnesses/witness.ts';
import type { AnswerQuery } from './answer-query.ts';

/**
 * An answer as it can run on a witness: names of tables without the database they stand in, so that they mean the
 * witness's tables. Undefined when the answer reads a real table that the witness does not hold: then the witness
 * cannot judge it.
 *
 * @param tables - Names of the real tables.
 */
export function toWitnessQuery(
  { changes, query }: AnswerQuery,
  witness: Witness,
  tables: readonly string[],
): AnswerQuery | undefined {
  const real = new Set(tables.map((name) => name.toLowerCase()));
  const held = new Set(witness.tables.map(({ name }) => name.toLowerCase()));
  const texts = [...changes, query].map((text) => {
    const { tokens, named } = toUsedTokens(text);
    return {
      text,
      relations: findRelations(tokens).filter(
        ({ name, qualifiers }) => real.has(name) && (qualifiers > 0 || !named.has(name)),
      ),
    };
  });
  if (texts.some(({ relations }) => relations.some(({ name }) => !held.has(name)))) return undefined;
  const plain = texts.map(({ text, relations }) => withoutQualifiers(text, relations));
  return { changes: plain.slice(0, -1), query: plain.at(-1) ?? query };
}

function withoutQualifiers(text: string, relations: readonly Relation[]): string {
  return relations.reduceRight(
    (rest, { start, nameStart }) => rest.slice(0, start) + rest.slice(nameStart),
    text,
  );
}

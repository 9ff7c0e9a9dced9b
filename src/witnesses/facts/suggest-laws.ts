import type { Database } from '#src/results/database.ts';
import type { WitnessTableShape } from '../witness.ts';
import { toLawfulFacts } from './lawful-facts.ts';
import { learnTableFacts } from './table-facts.ts';

/**
 * What today's rows suggest and the descriptor does not say, one sentence each: a publisher who knows that it must be so can
 * declare it. Until then a witness may break it.
 *
 * @param database - Holds the table under its plain name in `main`.
 */
export async function suggestLaws(database: Database, shape: WitnessTableShape): Promise<string[]> {
  const learned = await learnTableFacts(database, shape);
  const lawful = toLawfulFacts(shape, learned);
  const name = (column: number) => shape.columns[column]?.name ?? '';
  const undeclared = <T>(all: readonly T[], declared: readonly T[]) => {
    const known = new Set(declared.map((law) => JSON.stringify(law)));
    return all.filter((law) => !known.has(JSON.stringify(law)));
  };
  const isKey = (column: number) => shape.primaryKey.length === 1 && shape.primaryKey[0] === name(column);
  const dependencies = undeclared(learned.dependencies, lawful.dependencies).filter(([from]) => !isKey(from));
  const byFirst = Map.groupBy(dependencies, ([from]) => from);
  return [
    ...undeclared(learned.unique, lawful.unique)
      .filter((column) => !isKey(column))
      .map((column) => `unique: [[${name(column)}]]`),
    ...[...byFirst].map(
      ([from, list]) =>
        `depends: { columns: [${name(from)}], determines: [${list.map(([, to]) => name(to)).join(', ')}] }`,
    ),
    ...undeclared(learned.orders, lawful.orders).map(
      ([small, large]) => `rule: ${name(small)} <= ${name(large)}`,
    ),
    ...undeclared(learned.sums, lawful.sums).map(
      (sum) => `rule: ${sum.slice(0, -1).map(name).join(' + ')} = ${name(sum.at(-1) ?? 0)}`,
    ),
    ...undeclared(learned.missingTogether, lawful.missingTogether).map(
      ([first, second]) => `rule: ${name(first)} IS NOT NULL OR ${name(second)} IS NULL`,
    ),
  ];
}

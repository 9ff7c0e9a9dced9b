import type { Database, RawTable } from '#src/results/database.ts';

/** Statements after which a name may mean other rows. */
const changing = /^(USE|INSERT|DELETE|UPDATE|ROLLBACK|CREATE (?!TEMP)|DROP (?!TABLE IF EXISTS temp\.))/i;

/**
 * The same database, which does not run a SELECT twice while the tables are as they were: an exercise's model answer is
 * compared with hundreds of others on the same rows. What columns a query has does not depend on the rows.
 */
export function rememberReads(database: Database): Database {
  const known = remembering.get(database) ?? createMemory(database);
  remembering.set(database, known);
  return known;
}

// One for each database: what is learned of its tables is kept by it.
const remembering = new WeakMap<Database, Database>();

function createMemory(database: Database): Database {
  const described = new Map<string, Promise<RawTable>>();
  const read = new Map<string, Promise<RawTable>>();
  return {
    query(sql) {
      if (changing.test(sql)) read.clear();
      // Names of ours stand for other rows each time.
      const isOurs = sql.includes('_judge') || sql.includes('_check');
      const known = isOurs
        ? undefined
        : sql.startsWith('DESCRIBE')
          ? described
          : /^(SELECT|WITH) /.test(sql)
            ? read
            : undefined;
      if (!known) return database.query(sql);
      const found = known.get(sql) ?? database.query(sql);
      known.set(sql, found);
      return found;
    },
  };
}

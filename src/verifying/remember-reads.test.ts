import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { rememberReads } from './remember-reads.ts';

let native: NativeDatabase;
const sent: string[] = [];
beforeAll(async () => {
  native = await createNativeDatabase();
  for (const schema of ['main', 'other']) {
    await native.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await native.query(`CREATE TABLE ${schema}.t AS SELECT '${schema}' AS name`);
  }
});
afterAll(() => native.close());

const watched = {
  query: (sql: string) => {
    sent.push(sql);
    return native.query(sql);
  },
};

test('a query is run once while the tables are as they were, and again when they are not', async () => {
  const database = rememberReads(watched);
  const nameOf = async () => (await database.query('SELECT name FROM t')).rows[0]?.[0];
  expect([await nameOf(), await nameOf()]).toEqual(['main', 'main']);
  expect(sent.filter((sql) => sql.startsWith('SELECT'))).toHaveLength(1);
  await database.query('USE other');
  expect(await nameOf()).toBe('other');
  await database.query("INSERT INTO t VALUES ('more')");
  expect((await database.query('SELECT name FROM t')).rows).toHaveLength(2);
  await database.query('USE main');
  expect(await nameOf()).toBe('main');
});

test('tables of our own change nothing that is known', async () => {
  const database = rememberReads(watched);
  const asked = 'WITH named AS (FROM t) SELECT count(*) FROM named';
  const before = sent.length;
  for (let time = 0; time < 3; time++) {
    await database.query(asked);
    await database.query('DROP TABLE IF EXISTS temp._judge_found');
    await database.query('CREATE TEMP TABLE _judge_found AS FROM t');
  }
  expect(sent.slice(before).filter((sql) => sql === asked)).toHaveLength(1);
  await database.query('DROP TABLE other.t');
  await database.query(asked);
  expect(sent.slice(before).filter((sql) => sql === asked)).toHaveLength(2);
});

test('what fails, fails again', async () => {
  const database = rememberReads(watched);
  for (let time = 0; time < 2; time++)
    await expect(database.query('SELECT nothing FROM t')).rejects.toThrow('nothing');
});

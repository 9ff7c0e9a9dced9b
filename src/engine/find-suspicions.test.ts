import { expect, test } from 'vitest';
import { findSuspicions } from './find-suspicions.ts';

const columns = ['service', 'agency', 'transactions'];

test.each([
  ['SELECT * FROM services WHERE agency = NULL', '= NULL', /IS NULL/],
  ['SELECT * FROM services WHERE agency != null', '!= null', /IS NOT NULL/],
  ['FROM services WHERE NOT agency <> NULL -- x', '<> NULL', /IS NOT NULL/],
  ['SELECT service transactions FROM services', 'service transactions', /comma/],
  ['SELECT service, agency TRANSACTIONS FROM services', 'agency TRANSACTIONS', /“TRANSACTIONS”/],
  ['SELECT s.service "agency" FROM services s', 'service "agency"', /comma/],
  ['SELECT 1; SELECT * FROM services WHERE agency = NULL', '= NULL', /IS NULL/],
])('points at the doubtful part of %s', (text, part, message) => {
  const found = findSuspicions(text, columns);
  expect(found.map(({ place }) => text.slice(place.start, place.end))).toEqual([part]);
  expect(found[0]?.message).toMatch(message);
});

test.each([
  'SELECT service, transactions FROM services',
  'SELECT service AS agency FROM services',
  'SELECT service name FROM services',
  "SELECT * FROM services WHERE agency = 'NULL'",
  'SELECT * FROM services WHERE agency IS NULL',
  'UPDATE services SET agency = NULL',
  "SELECT '= NULL' FROM services -- = NULL",
  'SELECT service FROM services agency',
  'SELECT (',
  '',
])('finds nothing in %j', (text) => {
  expect(findSuspicions(text, columns)).toEqual([]);
});

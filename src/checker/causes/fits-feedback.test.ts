import { expect, test } from 'vitest';
import { fitsFeedback } from './fits-feedback.ts';

const byMean = 'SELECT a, sum(n) FROM t GROUP BY a HAVING AVG(n) > 5';
const byNull = 'SELECT count(*) FILTER (WHERE n = NULL) FROM t';
const mean = 'Your condition looks at the mean. The task speaks of their total.';
const never = 'Your third is 0, because nothing is ever equal to NULL.';

test.each([
  [
    'another mean',
    mean,
    byMean,
    'SELECT a, sum(n) FROM t GROUP BY a HAVING sum(n) / nullif(count(n), 0) > 5',
    true,
  ],
  ['a largest value, called a mean', mean, byMean, byMean.replace('AVG', 'MAX'), false],
  ['a comparison with NULL', never, byNull, 'SELECT sum((n = NULL)::int) FROM t', true],
  ['a count of nothing else', never, byNull, 'SELECT count(*) FILTER (WHERE m IS NULL) FROM t', false],
  [
    'OR',
    'OR keeps a row when either holds.',
    'SELECT a FROM t WHERE b or c',
    'SELECT a FROM t WHERE c Or b',
    true,
  ],
  [
    'no OR',
    'OR keeps a row when either holds.',
    'SELECT a FROM t WHERE b or c',
    'SELECT a FROM t -- OR',
    false,
  ],
  [
    'a sort',
    'Which way does your sort run?',
    'SELECT a FROM t ORDER BY a',
    'SELECT a FROM t order\nby 1',
    true,
  ],
  ['no sort', 'Which way does your sort run?', 'SELECT a FROM t ORDER BY a', 'SELECT a FROM t', false],
  [
    'a sign',
    'What does `<>` say?',
    "SELECT a FROM t WHERE b <> 'x'",
    "SELECT a FROM t WHERE NOT b = 'x'",
    true,
  ],
  [
    'no such sign',
    'What does `<>` say?',
    "SELECT a FROM t WHERE b <> 'x'",
    "SELECT a FROM t WHERE b = 'y'",
    false,
  ],
  ['the same sign', 'Look at your sign.', 'SELECT a FROM t WHERE b < 5', 'SELECT a FROM t WHERE 5 > b', true],
  [
    'another sign',
    'Look at your sign.',
    "SELECT a FROM t WHERE b = 'x'",
    "SELECT a FROM t WHERE b <> 'y'",
    false,
  ],
  [
    'values put in place of NULL',
    'You turned missing values into 0.',
    'SELECT coalesce(a, 0) FROM t',
    'SELECT ifnull(a, 0) FROM t',
    true,
  ],
  [
    'nothing put in place of NULL',
    'You turned missing values into 0.',
    'SELECT a FROM t WHERE coalesce(a, 0) = 0',
    'SELECT a FROM t WHERE a IS NULL OR a = 0',
    false,
  ],
  [
    'no order, and there is one',
    'Without an order, any come.',
    'SELECT a FROM t LIMIT 5',
    'SELECT a FROM t ORDER BY b LIMIT 5',
    false,
  ],
  [
    'no order, and there is none',
    'Without an order, any come.',
    'SELECT a FROM t LIMIT 5',
    'FROM t SELECT a LIMIT 5',
    true,
  ],
  ['a word of advice', 'Use HAVING.', 'SELECT a FROM t WHERE b > 1', 'SELECT a FROM t WHERE 1 < b', true],
  [
    'words about the result',
    'These are the cheapest.',
    'SELECT a FROM t ORDER BY a',
    'FROM t SELECT a',
    true,
  ],
])('an author speaks of %s', (_case, feedback, mistake, answer, fits) => {
  expect(fitsFeedback(feedback, mistake, answer)).toBe(fits);
});

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

import { expect, test } from 'vitest';
import type { Exercise } from '#src/exercises/kinds.ts';
import type { Lesson } from '#src/lessons/lesson.ts';
import { toKeyWords } from './to-key-words.ts';

const tables = [
  {
    name: 'trees',
    columns: ['tree', 'height', 'count'].map((name) => ({
      name,
      type: 'VARCHAR',
      meaning: name,
      nullable: false,
    })),
  },
];

function lesson(queries: readonly string[], exercises: readonly Partial<Exercise>[] = []) {
  return {
    start: undefined,
    sections: queries.map((text) => ({
      kind: 'example',
      language: 'sql',
      text,
      html: '',
      answered: false,
    })),
    exercises,
  } as unknown as Lesson;
}

test.each<[what: string, queries: string[], words: string[]]>([
  [
    'those that are used most first',
    ['SELECT tree FROM trees', 'SELECT tree, height FROM trees ORDER BY tree'],
    ['tree', 'SELECT', 'FROM', 'trees', 'height', 'ORDER BY'],
  ],
  [
    'words of several parts as one',
    ['select tree where height is not null'],
    ['SELECT', 'tree', 'WHERE', 'height', 'IS NOT NULL'],
  ],
  [
    'a column before a function of its name',
    ['SELECT count, max(height)'],
    ['SELECT', 'count', 'max', 'height'],
  ],
  ['no text, no remark and no name of its own', ["SELECT 'height' AS tall -- from trees"], ['SELECT', 'AS']],
])('gives %s', (_what, queries, words) => {
  expect(toKeyWords(lesson(queries), tables)).toEqual(words);
});

test('reads of an exercise what stands in the page, and not its answers', () => {
  const exercise = {
    kind: 'sql',
    task: 'Show each `tree` that you find.',
    starter: 'SELECT tree',
    solution: 'SELECT tree FROM trees GROUP BY tree',
    hints: ['Use `DISTINCT`.'],
  } as unknown as Exercise;
  expect(toKeyWords(lesson([], [exercise]), tables)).toEqual(['tree', 'SELECT']);
});

test('of a pipeline it gives steps, functions and names, and nothing of the queries beside it', () => {
  const example = (language: string, text: string) => ({ kind: 'example', language, text });
  const shown = {
    ...lesson([], [
      {
        kind: 'arquero',
        task: 'Use `op.median`.',
        starter: 'trees',
        solution: 'SELECT',
        arquero: 'trees.ungroup()',
      },
      { kind: 'sql', task: 'Use `DISTINCT`.', starter: 'SELECT count' },
    ] as unknown as Exercise[]),
    sections: [
      example('sql', 'SELECT tree FROM trees'),
      example(
        'javascript',
        "trees.groupby('tree').rollup({ n: op.max('height') }).orderby(aq.desc('n'), 'tree')",
      ),
    ],
  } as unknown as Lesson;
  expect(toKeyWords(shown, tables, 'javascript')).toEqual([
    ...['trees', 'tree', 'groupby', 'rollup', 'max', 'height', 'orderby', 'aq.desc', 'median'],
  ]);
  expect(toKeyWords(shown, tables)).toEqual(['SELECT', 'tree', 'FROM', 'trees', 'DISTINCT', 'count']);
});

import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/**
 * The architecture: what each part of src may import. Read a row as "results may import nothing". A part is a folder
 * directly under src; its `browser/` or `node/` subfolder, where a platform is touched, is a part of its own.
 */
const mayImport = {
  cache: [],
  words: [],
  results: [],
  authored: [],
  skills: [],
  sql: [],
  datasets: ['authored', 'sql'],
  syntax: ['results', 'sql'],
  engine: ['results', 'datasets', 'sql'],
  sandbox: ['results', 'sql', 'engine', 'datasets'],
  compare: ['results', 'syntax', 'sql'],
  mutation: ['results', 'syntax', 'sql', 'sandbox'],
  witnesses: ['results', 'datasets', 'sql', 'syntax'],
  checker: ['results', 'sql', 'syntax', 'compare', 'witnesses', 'engine', 'sandbox'],
  exercises: ['results', 'datasets', 'authored', 'sql', 'engine', 'compare', 'checker', 'charts'],
  lessons: ['results', 'datasets', 'skills', 'authored', 'exercises'],
  verifying: [
    ...['results', 'datasets', 'authored', 'sql', 'syntax', 'engine'],
    ...['compare', 'mutation', 'witnesses', 'checker', 'exercises', 'lessons', 'sandbox'],
  ],
  charts: ['results', 'sql'],
  progress: ['results', 'exercises', 'checker', 'lessons', 'skills'],
  quality: ['results', 'datasets', 'sql'],
  api: ['results', 'datasets', 'sql'],
  explore: ['results', 'datasets', 'sql'],
  audit: ['results', 'sql', 'explore', 'quality'],
};

const pure = Object.keys(mayImport);
const platforms = ['browser', 'node'];

const parts = [
  // How a kind of exercise looks stands with the rest of the kind.
  { type: 'ui', pattern: 'src/exercises/*/ui' },
  ...platforms.map((type) => ({ type, pattern: `src/*/${type}` })),
  ...pure.map((type) => ({ type, pattern: `src/${type}` })),
  ...['ui', 'layouts', 'pages', 'authoring', 'testing'].map((type) => ({ type, pattern: `src/${type}` })),
];

const rows = [
  // Everything that speaks to people counts and lists in the same words.
  ...Object.entries(mayImport).map(([from, to]) => [from, [from, 'words', ...to]]),
  ['browser', ['browser', ...pure]],
  ['node', ['node', ...pure]],
  ['ui', ['ui', 'browser', ...pure]],
  ['layouts', ['layouts', 'ui', ...pure]],
  ['pages', ['pages', 'layouts', 'ui', ...pure]],
  ['authoring', ['authoring', 'node', ...pure]],
  // Fixtures, fuzz and benches may look at everything, and nothing but tests looks at them.
  ['testing', ['testing', 'authoring', 'node', 'browser', ...pure]],
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.astro',
      '.cache',
      'public',
      'e2e/answers',
      'node_modules',
      'test-results',
      'playwright-report',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    files: ['src/**/*.{ts,tsx,astro,mjs}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': parts,
      'boundaries/files': [{ category: 'test', pattern: '**/*.test.{ts,tsx}' }],
      'import/resolver': { typescript: true },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          policies: [
            ...rows.map(([from, to]) => ({
              from: { element: { type: from } },
              allow: { to: { element: { types: { anyOf: to } } } },
            })),
            // Tests of pure code run on the real engine, which a platform holds.
            {
              from: { file: { categories: 'test' } },
              allow: { to: { element: { types: { anyOf: ['node', 'testing', ...pure] } } } },
            },
            { allow: { to: { module: { origin: 'external' } } } },
            {
              from: { element: { types: { anyOf: ['node', 'authoring', 'testing'] } } },
              allow: { to: { module: { origin: 'core' } } },
            },
            { from: { file: { categories: 'test' } }, allow: { to: { module: { origin: 'core' } } } },
            // Pure code draws nothing.
            {
              from: { element: { types: { anyOf: pure } } },
              disallow: { to: { module: { source: ['react', 'react-dom', 'astro', 'astro:*', 'idb'] } } },
            },
          ],
        },
      ],
    },
  },
  {
    files: pure.map((part) => `src/${part}/**/*.ts`),
    ignores: [
      ...platforms.map((platform) => `src/*/${platform}/**`),
      'src/exercises/*/ui/**',
      '**/*.test.ts',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'navigator',
          'localStorage',
          'indexedDB',
          'fetch',
          'Worker',
          'process',
          'Buffer',
        ],
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    // A longer function hides a second subject.
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
);

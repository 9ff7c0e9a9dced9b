/** What a part of a lesson page may weigh before the first Run, in bytes of gzip. */
export interface Budget {
  /** What it is for. */
  readonly part: string;
  /** The paths of its files: each file of a page belongs to one part. */
  readonly files: RegExp;
  readonly bytes: number;
}

/**
 * All that a lesson page loads before the first Run, once every exercise has been scrolled by. Left out are the engine, the
 * data and what comes with them, which whoever saves data gets at the first Run, and the code editor, which phones never get.
 */
export const budgets: readonly Budget[] = [
  {
    part: 'the page itself: text, tasks, and what the exercises are made of',
    files: /^\/lessons\/.*\/$/,
    bytes: 26_000,
  },
  { part: 'styles of every page and of exercises', files: /\.css$/, bytes: 13_000 },
  {
    part: 'React, which draws the exercises: all other scripts need it',
    files: /^\/_astro\/(?:client|react|jsx-runtime|rolldown-runtime)\.[^/]+\.js$/,
    bytes: 71_000,
  },
  {
    part: 'our own scripts: panels, the plain editor, keeping what is typed whatever fails, running code, and the tabs of a result',
    files: /^\/_astro\/(?!client\.|react\.|jsx-runtime\.|rolldown-runtime\.)[^/]+\.js$/,
    bytes: 44_500,
  },
  {
    part: 'the theme, before the first paint, text that is typed before the scripts are there, and the mark',
    files: /^\/(?:theme\.js|early-text\.js|favicon\.svg)$/,
    bytes: 1_250,
  },
];

/** The whole of each lesson, in bytes of gzip. */
export const lessonBudgets: Readonly<Record<string, number>> = {
  '/lessons/asking-questions/01-first-question/': 149_000,
  '/lessons/asking-questions/02-counting-and-comparing/': 153_500,
  '/lessons/asking-questions/03-missing-is-not-zero/': 154_000,
};

/** The code editor, which is fetched beside the page where there is room for it. */
export const editorFiles =
  /^\/_astro\/(?:MonacoEditor|load-monaco|codicon|editor\.worker|editorWebWorkerMain)/;

/** What runs, judges and colours pipelines: only a page that asks for one gets any of it. */
export const pipelineFiles =
  /^\/sandbox\/|^\/_astro\/(?:ArqueroPanel|create-sandbox|judge-pipeline|load-javascript|read-pipeline|run-on-page|verbs)\./;

import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Exercise } from '#src/exercises/kinds.ts';
import type { Lesson } from '#src/lessons/lesson.ts';
import { helpers, opFunctions, verbs } from '#src/sandbox/language/verbs.ts';
import { tokenise } from '#src/sql/tokens.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import { functions, keywords } from '../editor/sql-words.ts';

/** More would be further to look through than to type. */
const mostWords = 14;

const commands = [...keywords, ...functions]
  .map(([label]) => ({ label, parts: label.toUpperCase().split(' ') }))
  .sort((a, b) => b.parts.length - a.parts.length);

const pipelineWords = new Set([
  ...[...verbs, ...opFunctions].map(({ name }) => name),
  ...helpers.map(({ name }) => `aq.${name}`),
]);

/**
 * The words that a lesson's examples and tasks use of a language and of these tables, those used most first: what a phone offers as
 * keys. Only what stands in the page is read, never an answer.
 *
 * @example
 * toKeyWords({ sections: [{ kind: 'example', text: 'SELECT a FROM t' }], … }, tables) // => ['SELECT', 'a', 'FROM', 't']
 */
export function toKeyWords(
  { start, sections, exercises }: Pick<Lesson, 'start' | 'sections' | 'exercises'>,
  tables: readonly Pick<TableDescriptor, 'name' | 'columns'>[],
  language: CodeLanguage = 'sql',
): string[] {
  const names = new Set(tables.flatMap(({ name, columns }) => [name, ...columns.map((each) => each.name)]));
  const texts = [
    (language === 'sql' && start?.query) || '',
    ...sections.flatMap((section) =>
      section.kind === 'example' && section.language === language ? [section.text] : [],
    ),
    ...exercises.flatMap((exercise) => toShownCode(exercise, language)),
  ];
  const find = language === 'sql' ? findWords : findPipelineWords;
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => find(text, names)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWords)
    .map(([word]) => word);
}

/** The code that stands in an exercise before it is answered: in its task, and the text to begin with or to read. */
function toShownCode(exercise: Exercise, language: CodeLanguage): string[] {
  const inTask = [...exercise.task.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  switch (exercise.kind) {
    case 'sql':
      return language === 'sql' ? [...inTask, exercise.starter] : [];
    case 'arquero':
      return language === 'javascript' ? [...inTask, exercise.starter] : [];
    case 'predict':
      return language === 'sql' ? [...inTask, exercise.query] : inTask;
    default:
      return inTask;
  }
}

function findPipelineWords(text: string, names: ReadonlySet<string>): string[] {
  const words = [...text.matchAll(/\baq\.\w+|[A-Za-z_$][\w$]*/g)].map(([word]) => word);
  return words.filter((word) => names.has(word) || pipelineWords.has(word));
}

function findWords(text: string, names: ReadonlySet<string>): string[] {
  const words = tokenise(text)
    .filter(({ kind }) => kind === 'word')
    .map((token) => token.text);
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const command = commands.find(({ parts }) =>
      parts.every((part, index) => words[at + index]?.toUpperCase() === part),
    );
    const name = words[at]?.toLowerCase() ?? '';
    if (names.has(name)) found.push(name);
    else if (command) found.push(command.label);
    at += names.has(name) ? 1 : (command?.parts.length ?? 1);
  }
  return found;
}

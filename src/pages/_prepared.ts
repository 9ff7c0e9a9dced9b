import prepared from '#prepared';
import type { Prepared, PreparedLesson, PreparedQuestion, TableSample } from '#src/explore/prepared.ts';

// The build itself wrote the file a moment ago, from these very types.
const { questions, searchWords, samples, lessons } = prepared as unknown as Prepared;

/** Three questions to start from. Throws for a dataset that the build has not seen. */
export function questionsOf(datasetId: string): readonly PreparedQuestion[] {
  return found(questions[datasetId], `questions of the dataset "${datasetId}"`);
}

/** The one that stands for the dataset. */
export function firstQuestionOf(datasetId: string): PreparedQuestion {
  return found(questionsOf(datasetId)[0], `questions of the dataset "${datasetId}"`);
}

/** Words beside its own that people search a dataset by. */
export function searchWordsOf(datasetId: string): readonly string[] {
  return found(searchWords[datasetId], `words to search the dataset "${datasetId}" by`);
}

/** The first rows of a table. Throws for a table that the build has not seen. */
export function sampleOf(table: string): TableSample {
  return found(samples[table], `rows of the table "${table}"`);
}

/** What a lesson shows as run. Throws for a lesson that the build has not seen. */
export function preparedLesson(lessonId: string): PreparedLesson {
  return found(lessons[lessonId], `queries of the lesson "${lessonId}"`);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There are no ${what}. Run "npm run prepare-assets".`);
  return value;
}

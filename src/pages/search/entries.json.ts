import { toDatasetEntry, toLessonEntries, toTermEntry } from '#src/ui/search/to-entries.ts';
import { datasets } from '../_datasets.ts';
import { glossary, lessons } from '../_lessons.ts';
import { searchWordsOf } from '../_prepared.ts';

/** All that the search page can find. */
export function GET(): Response {
  return Response.json([
    ...lessons.flatMap(toLessonEntries),
    ...datasets.map((dataset) => toDatasetEntry(dataset, searchWordsOf(dataset.descriptor.id))),
    ...glossary.map(toTermEntry),
  ]);
}

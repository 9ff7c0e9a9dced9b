import { join } from 'node:path';
import type { Problem } from '#src/authored/parse-authored.ts';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { openLoadedDatasets } from '#src/engine/node/open-datasets.ts';
import type { Lesson } from '#src/lessons/lesson.ts';
import type { LoadedCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { verifyFigures } from '../verify-figures.ts';

/** What is wrong with the numbers in the words of lessons. A lesson that has not changed comes from the cache. */
export async function verifyAllFigures(
  lessons: readonly Lesson[],
  {
    datasets,
    files,
    cacheDir,
  }: Pick<LoadedCatalogue, 'files'> & {
    readonly datasets: readonly LoadedDataset[];
    readonly cacheDir: string;
  },
): Promise<Problem[]> {
  const cache = await openContentCache({ cacheDir, kind: 'figures', code: import.meta.filename });
  const problems: Problem[] = [];
  for (const lesson of lessons) {
    const used = datasets.filter(({ descriptor }) => lesson.datasets.includes(descriptor.id));
    // What is wrong with a dataset is told elsewhere.
    if (used.length < lesson.datasets.length) continue;
    const tables = used.flatMap(({ descriptor, folder }) =>
      descriptor.tables.map(({ name, file }) => ({ name, path: join(folder, file) })),
    );
    const own = Object.entries(files).filter(([path]) => path.startsWith(`lessons/${lesson.id}/`));
    const inputs = {
      name: lesson.id,
      texts: [JSON.stringify(own), ...used.map(({ text }) => text)],
      files: tables.map(({ path }) => path),
    };
    const found = await cache.get(inputs, async () => {
      const { database, close } = await openLoadedDatasets(used);
      try {
        const names = tables.map(({ name }) => name);
        return await verifyFigures(database, { lesson, files }, names);
      } finally {
        close();
      }
    });
    problems.push(...found);
  }
  return problems;
}

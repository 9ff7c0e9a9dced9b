import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { DescribedDataset } from './check-references.ts';

/** Tables that have the name of an earlier one, in any dataset: a learner writes names without the dataset's. */
export function checkTableNames(datasets: readonly DescribedDataset[]): Problem[] {
  const owners = new Map<string, string>();
  return datasets.flatMap(({ descriptor, file, text }) =>
    descriptor.tables.flatMap(({ name }, index) => {
      const owner = owners.get(name);
      owners.set(name, owner ?? file);
      if (owner === undefined) return [];
      const path = `tables.${index}.name`;
      return [
        {
          file,
          line: lineInText(text, path),
          path,
          expected: 'a name that no other table of the project has',
          found: `"${name}", which stands in ${owner} too`,
          remedy: 'Rename one of the two tables, and its file.',
        },
      ];
    }),
  );
}

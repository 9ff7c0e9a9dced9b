import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A made-up dataset of four rivers with one lesson on it, in a project of its own, for tests. */
export interface RiverProject {
  readonly root: string;
  /** The folder with the publisher's file. */
  readonly raw: string;
  write(path: string, text: string): void;
  read(path: string): string;
  remove(): void;
}

export const riversCsv =
  'river,region,km,measured\nTyne,North,118,2020\nAire,North,148,2020\nYare,East,85,2021\nWear,North,96,\n';

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

// The table as a recipe writes it: sorted by key.
const table =
  'river,region,km,measured\nAire,North,148,2020\nTyne,North,118,2020\nWear,North,96,\nYare,East,85,2021\n';

const descriptor = `id: rivers # a made-up dataset
title: Rivers and their lengths
summary: Four rivers, which is enough to see what a new edition changes.
themes: [Rivers]
themeCodes: [ENVI]
publisher: Nobody
source:
  page: https://example.org/
  repository: https://example.org/rivers
  commit: ${'a'.repeat(40)}
  files: [{ path: data/rivers.csv, sha256: ${sha256Of(riversCsv)} }]
licence: { name: None, url: https://example.org/, attribution: Nobody asks for a credit. }
period: The years 2020 and 2021
published: February 2022
retrieved: Never
frequency: Never
frequencyCode: NEVER
coverage: Four rivers in one place.
dates: { from: "2020-01-01", to: "2021-12-31", published: "2022-02" }
tidied: [Nothing was done to them.]
problems: [There are none that we know of.]
tables:
  - name: rivers
    row: One river with its length.
    file: rivers.csv
    rowCount: 4
    sha256: ${sha256Of(table)}
    primaryKey: [river]
    rules: [{ rule: km > 10, meaning: Every river is longer than ten kilometres. }]
    columns:
      - { name: river, type: VARCHAR, meaning: The name of the river., nullable: false }
      - { name: region, type: VARCHAR, meaning: Where the river is., nullable: false, allowed: [North, East] }
      - { name: km, type: BIGINT, unit: km, meaning: How long the river is., nullable: false, range: [1, 7000] }
      - { name: measured, type: INTEGER, unit: year, meaning: When it was measured., nullable: true }
`;

const recipe = `-- Rivers as published.
CREATE TABLE rivers AS SELECT * FROM read_csv(getvariable('raw') || '/rivers.csv', header = true);
`;

const exercise = (task: string, solution: string) => `kind: sql
title: A question about rivers
task: ${task}
skills: [select]
difficulty: 1
datasets: [rivers]
solution: ${solution}
hints: [Which word sorts rows?]
explain: It shows which river a boat could follow furthest.
`;

const lesson = `---
title: Rivers for a start
summary: Find the longest of four rivers, for a test.
minutes: 5
skills: [select]
needs: []
datasets: [rivers]
takeaway: The longest river is not always the same one.
---

Some text.

::exercise{longest}

::exercise{how-many}
`;

export function createRiverProject(): RiverProject {
  const root = mkdtempSync(join(tmpdir(), 'rivers-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('datasets/rivers/dataset.yaml', descriptor);
  write('datasets/rivers/recipe.sql', recipe);
  write('datasets/rivers/rivers.csv', table);
  write('raw/rivers.csv', riversCsv);
  write(
    'lessons/water/track.yaml',
    'title: Water\nsummary: All about water, for a test.\norder: 1\naudience: People who like rivers.\n',
  );
  write('lessons/water/01-rivers/lesson.md', lesson);
  write(
    'lessons/water/01-rivers/longest.yaml',
    exercise(
      'Show the longest river and its length.',
      'SELECT river, km FROM rivers ORDER BY km DESC LIMIT 1',
    ),
  );
  write(
    'lessons/water/01-rivers/how-many.yaml',
    exercise('Count the rivers of the north.', "SELECT count(*) FROM rivers WHERE region = 'North'"),
  );
  mkdirSync(join(root, 'src/skills'), { recursive: true });
  copyFileSync(join(import.meta.dirname, '../skills/skills.yaml'), join(root, 'src/skills/skills.yaml'));
  return {
    root,
    raw: join(root, 'raw'),
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

import { createPart } from '#src/engine/browser/create-part.ts';

/** The parts of a page that are fetched late, each from whichever place asks first. */
export const pageParts = {
  engine: createPart(() => import('#src/engine/browser/create-browser-engine.ts')),
  runAndLook: createPart(() => import('../../run/run-and-look.ts')),
  judgeAnswer: createPart(() => import('#src/exercises/sql/ui/judge-answer.ts')),
  makeReport: createPart(() => import('../make-report.ts')),
  loadKey: createPart(() => import('./load-key.ts')),
  sqlKeySchema: createPart(() => import('#src/exercises/sql/key-schema.ts')),
};

import type { Verdict } from '#src/checker/verdict.ts';
import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { createBrowserEngine } from '#src/engine/browser/create-browser-engine.ts';
import { runText } from '#src/engine/run-text.ts';
import type { SqlOutline } from '#src/exercises/sql/outline.ts';
import { judgeAnswer } from '#src/exercises/sql/ui/judge-answer.ts';
import { loadKey } from '#src/ui/exercise/loading/load-key.ts';
import { sqlKeySchema } from '#src/exercises/sql/key-schema.ts';
import type { SqlKey } from '#src/exercises/sql/answer-key.ts';

/** An exercise as a page has it; the key is fetched from the site unless it is given. */
export interface TrialQuestion {
  readonly exercise: SqlOutline;
  readonly tables: readonly TableDescriptor[];
  readonly key?: SqlKey;
}

/** The engine and the checker alone on a page, for tests and measurements: the page's own code, without its buttons. */
function createChecker(assets: { readonly engine: EngineAsset; readonly datasets: readonly DatasetAsset[] }) {
  const engine = createBrowserEngine({ assets: assets.engine, datasets: assets.datasets });
  const check = async ({ exercise, tables, key }: TrialQuestion, text: string) => {
    const known = key ?? (await loadKey(`/exercises/${exercise.id}.json`, exercise, sqlKeySchema));
    const startedAt = performance.now();
    const outcome = await runText(engine, text);
    const runMs = performance.now() - startedAt;
    const { verdict, words } = await judgeAnswer({ engine, exercise, key: known, tables, text, outcome });
    return { verdict, words, runMs, checkMs: performance.now() - startedAt - runMs };
  };
  return {
    /** Fetches and starts the engine. */
    start: () => engine.start(),
    async judge(question: TrialQuestion, texts: readonly string[]): Promise<Verdict[]> {
      const verdicts: Verdict[] = [];
      for (const text of texts) verdicts.push((await check(question, text)).verdict);
      return verdicts;
    },
    /** Milliseconds of the run and of the check, once for each round. */
    async measure(question: TrialQuestion, text: string, rounds: number) {
      const times: { runMs: number; checkMs: number; kind: Verdict['kind'] }[] = [];
      for (let round = 0; round < rounds; round++) {
        const { verdict, runMs, checkMs } = await check(question, text);
        times.push({ runMs, checkMs, kind: verdict.kind });
      }
      return times;
    },
  };
}

declare global {
  interface Window {
    createChecker: typeof createChecker;
    checker: ReturnType<typeof createChecker>;
  }
}

window.createChecker = createChecker;

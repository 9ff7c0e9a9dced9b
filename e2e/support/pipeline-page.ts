import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { createBrowserEngine } from '#src/engine/browser/create-browser-engine.ts';
import { runText } from '#src/engine/run-text.ts';
import type { ArqueroKey } from '#src/exercises/arquero/answer-key.ts';
import { judgePipeline } from '#src/exercises/arquero/ui/judge-pipeline.ts';
import { runOnPage } from '#src/exercises/arquero/ui/run-on-page.ts';
import type { SqlKey } from '#src/exercises/sql/answer-key.ts';
import type { SqlOutline } from '#src/exercises/sql/outline.ts';
import { judgeAnswer } from '#src/exercises/sql/ui/judge-answer.ts';
import { createSandbox } from '#src/sandbox/browser/create-sandbox.ts';

/** The same question in both languages, as pages have it. */
export interface PairedQuestion {
  readonly key: ArqueroKey;
  /** Of the query alone. */
  readonly sql: { readonly exercise: SqlOutline; readonly key: SqlKey };
  readonly tables: readonly TableDescriptor[];
}

/** Milliseconds of one run and one check, and what the check said. */
export interface PairedTime {
  readonly runMs: number;
  readonly checkMs: number;
  readonly kind: string;
}

/** The engine, the sandbox and the checker alone on a page, for measurements: the page's own code, without its buttons. */
function createPipelineTrial(assets: {
  readonly engine: EngineAsset;
  readonly datasets: readonly DatasetAsset[];
}) {
  const engine = createBrowserEngine({ assets: assets.engine, datasets: assets.datasets });
  const sandbox = createSandbox('/sandbox/');
  const clock = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
    const startedAt = performance.now();
    const value = await work();
    return { value, ms: performance.now() - startedAt };
  };
  return {
    async start() {
      sandbox.start();
      await engine.start();
    },
    /** Runs and checks the model answer in JavaScript, once for each round. */
    async measurePipeline({ key, sql, tables }: PairedQuestion, rounds: number): Promise<PairedTime[]> {
      const times: PairedTime[] = [];
      const text = key.solution;
      for (let round = 0; round < rounds; round++) {
        const run = await clock(() =>
          runOnPage({ engine, sandbox, tables }, text, new AbortController().signal),
        );
        if (!('outcome' in run.value) || !run.value.outcome) throw new Error(JSON.stringify(run.value));
        const { outcome } = run.value;
        const checked = await clock(() =>
          judgePipeline({ engine, sandbox, exercise: sql.exercise, key, tables, text, outcome }),
        );
        times.push({ runMs: run.ms, checkMs: checked.ms, kind: checked.value.verdict.kind });
      }
      return times;
    },
    /** The same of the model answer in SQL. */
    async measureQuery({ sql, tables }: PairedQuestion, rounds: number): Promise<PairedTime[]> {
      const times: PairedTime[] = [];
      const text = sql.key.solution;
      for (let round = 0; round < rounds; round++) {
        const run = await clock(() => runText(engine, text));
        const checked = await clock(() => judgeAnswer({ engine, ...sql, tables, text, outcome: run.value }));
        times.push({ runMs: run.ms, checkMs: checked.ms, kind: checked.value.verdict.kind });
      }
      return times;
    },
  };
}

declare global {
  interface Window {
    createPipelineTrial: typeof createPipelineTrial;
    pipelineTrial: ReturnType<typeof createPipelineTrial>;
  }
}

window.createPipelineTrial = createPipelineTrial;

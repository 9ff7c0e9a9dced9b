import type { Page } from '@playwright/test';

/** What becomes of a download in the page, where a test's network cannot do it: it stands still half way, or comes slowly. */
export async function shapeFetch(page: Page, part: string, how: 'stalls' | 'slow'): Promise<void> {
  await page.addInitScript(
    ([wanted, shape]) => {
      const usual = globalThis.fetch;
      let broken = true;
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      globalThis.fetch = async (input, init) => {
        const response = await usual(input, init);
        const url = input instanceof Request ? input.url : String(input);
        if (!broken || !url.includes(wanted)) return response;
        const bytes = new Uint8Array(await response.arrayBuffer());
        const pieces = shape === 'slow' ? 14 : 2;
        const size = Math.ceil(bytes.length / pieces);
        let piece = 0;
        const body = new ReadableStream<Uint8Array>({
          async pull(controller) {
            if (shape === 'stalls' && piece === 1) return new Promise(() => undefined);
            await wait(shape === 'slow' ? 1_000 : 0);
            if (piece === pieces) return controller.close();
            controller.enqueue(bytes.subarray(piece * size, (piece + 1) * size));
            piece += 1;
          },
        });
        return new Response(body, { status: response.status, headers: response.headers });
      };
      Object.assign(globalThis, { healFetch: () => (broken = false) });
    },
    [part, how] as const,
  );
}

export async function healFetch(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { healFetch(): void }).healFetch());
}

/** To run in a page before its scripts: `killWorkers` ends its workers without a word, and `killAtWork` each that is given the learner's text. */
export function keepKillableWorkers(): void {
  const kept = new Set<Worker>();
  let deadly = false;
  const Usual = Worker;
  class KeptWorker extends Usual {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      kept.add(this);
    }
    override postMessage(message: unknown, transfer?: unknown): void {
      if (deadly && JSON.stringify(message)?.includes('typed before')) this.terminate();
      else super.postMessage(message, transfer as Transferable[]);
    }
  }
  Object.assign(globalThis, {
    Worker: KeptWorker,
    killWorkers: () => kept.forEach((worker) => worker.terminate()),
    killAtWork: (kills: boolean) => (deadly = kills),
  });
}

interface Killers {
  killWorkers(): void;
  killAtWork(kills: boolean): void;
}

export async function killWorkers(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as Killers).killWorkers());
}

export async function killAtWork(page: Page, kills: boolean): Promise<void> {
  await page.evaluate((each) => (globalThis as unknown as Killers).killAtWork(each), kills);
}

import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import { connectionAdvice } from '#src/engine/browser/connection-words.ts';
import type { Engine, EngineStatus, Limited, EngineWork } from '#src/engine/engine.ts';

/**
 * An engine whose own code is fetched at the first start or use, so that it does not weigh on the page. A failed fetch
 * is the state `failed`, and starting again tries again.
 */
export function createLazyEngine(load: () => Promise<Engine>): Engine {
  const listeners = new Set<(status: EngineStatus) => void>();
  let status: EngineStatus = { state: 'idle' };
  let engine: Engine | undefined;
  let loading: Promise<Engine | undefined> | undefined;
  /** Those who wait for the engine's code, and what ends their wait. */
  const waiting = new Set<() => void>();

  function setStatus(next: EngineStatus): void {
    status = next;
    for (const listener of listeners) listener(next);
  }

  async function loadEngine(): Promise<Engine | undefined> {
    setStatus({ state: 'starting', loadedBytes: 0, totalBytes: 0 });
    try {
      engine = await load();
      engine.subscribe(setStatus);
      return engine;
    } catch (cause) {
      console.error(cause);
      loading = undefined;
      setStatus(
        cause instanceof ArrivalError
          ? { state: 'failed', message: cause.message, reload: cause.reload }
          : { state: 'failed', message: `The query engine could not be downloaded. ${connectionAdvice()}` },
      );
      return undefined;
    }
  }

  const ensure = () => (loading ??= loadEngine());

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const loaded = await ensure();
      await loaded?.start();
    },
    async use<T>(work: EngineWork<T>, options?: { timeLimitMs?: number }): Promise<Limited<T>> {
      let stop: () => void = () => undefined;
      const stopped = new Promise<'stopped'>((resolve) => (stop = () => resolve('stopped')));
      waiting.add(stop);
      const loaded = await Promise.race([stopped, ensure()]);
      waiting.delete(stop);
      if (loaded === 'stopped') return { status: 'cancelled' };
      if (!loaded) return { status: 'failed', message: status.state === 'failed' ? status.message : '' };
      return loaded.use(work, options);
    },
    stop() {
      for (const stop of waiting) stop();
      engine?.stop();
    },
  };
}

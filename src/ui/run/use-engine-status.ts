import { useSyncExternalStore } from 'react';
import type { Engine, EngineStatus } from '#src/engine/engine.ts';

const idle: EngineStatus = { state: 'idle' };

/** The state of the page's engine, kept up to date. */
export function useEngineStatus(engine: Engine): EngineStatus {
  return useSyncExternalStore(engine.subscribe, engine.status, () => idle);
}

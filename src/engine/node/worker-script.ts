import { takeNetworkAway } from '../take-network-away.ts';

/**
 * What an engine's worker starts with; `scriptName` is DuckDB's own script beside it. It is sent two messages:
 *
 * 1. `{ life }`, a port that answers what it is sent, for as long as the worker lives. Asked to `hold` a lock it first takes it,
 *    and keeps it until it is to `release` it: a browser frees the locks of a worker that is gone.
 * 2. `{ module, script }`: the page unpacks and compiles the module once and posts it here with DuckDB's own script, so that a
 *    new worker is ready without a download or a compilation. Without the script, or where the host's policy forbids to load
 *    it from memory, the plain file is loaded.
 *
 * Once the module runs, nothing is left to ask a network with.
 */
export function toWorkerScript(scriptName: string): string {
  return `const takeNetworkAway = ${takeNetworkAway.toString()};
let life;
const { locks } = navigator;
const held = new Map();
self.addEventListener('message', function receive(event) {
  const data = event.data ?? {};
  if (data.life) {
    event.stopImmediatePropagation();
    life = data.life;
    life.onmessage = ({ data: { hold, release } }) => {
      if (release) return held.get(release)?.();
      if (!hold || !locks) return life.postMessage('');
      locks.request(hold, () => {
        life.postMessage('');
        return new Promise((resolve) => held.set(hold, resolve));
      }).finally(() => held.delete(hold));
    };
    return;
  }
  const { module, script } = data;
  if (!(module instanceof WebAssembly.Module)) return;
  event.stopImmediatePropagation();
  self.removeEventListener('message', receive);
  WebAssembly.instantiateStreaming = async (response, imports) => {
    Promise.resolve(response).catch(() => undefined);
    try {
      const instance = await WebAssembly.instantiate(module, imports);
      takeNetworkAway(self);
      return { module, instance };
    } catch (error) {
      setTimeout(() => { throw error; });
      throw error;
    }
  };
  const plain = new URL('${scriptName}', self.location.href).href;
  if (!script) return importScripts(plain);
  const address = URL.createObjectURL(script);
  try {
    importScripts(address);
  } catch {
    importScripts(plain);
  } finally {
    URL.revokeObjectURL(address);
  }
});
`;
}

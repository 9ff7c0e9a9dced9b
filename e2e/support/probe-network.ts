/**
 * Tries, from inside a worker, every way to a network, to a store, to another worker or to code from text, and names those that
 * are open. It stands on its own, so that any browser's test can send it into a worker. `url` is a server that counts what
 * reaches it and allows everybody.
 */
export async function probeNetwork(url: string): Promise<string[]> {
  const scope = globalThis as unknown as Record<string, new (...given: unknown[]) => object> &
    typeof globalThis;
  const nav = navigator as unknown as Record<string, unknown> & { sendBeacon(url: string): boolean };
  const blob = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(`${url}?fetch`),
    'fetch of the prototype': () => {
      for (let at: object | null = scope; at; at = Object.getPrototypeOf(at)) {
        const own = Object.getOwnPropertyDescriptor(at, 'fetch');
        if (own) return (own.value as typeof fetch).call(scope, `${url}?prototype`);
      }
      throw new Error('There is none.');
    },
    XMLHttpRequest: () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${url}?xhr`, false);
      request.send();
    },
    WebSocket: () => new WebSocket(url.replace('http', 'ws')),
    WebSocketStream: () =>
      new (scope['WebSocketStream'] as new (...given: unknown[]) => object)(url.replace('http', 'ws')),
    EventSource: () => new EventSource(`${url}?events`),
    WebTransport: () => new WebTransport(url.replace('http:', 'https:')),
    FontFace: () => new FontFace('probe', `url(${url}?font)`).load().catch(() => undefined),
    RTCPeerConnection: () => new (scope['RTCPeerConnection'] as new () => object)(),
    importScripts: () => (scope as unknown as { importScripts(url: string): void }).importScripts(blob),
    sendBeacon: () => {
      if (!nav.sendBeacon(`${url}?beacon`)) throw new Error('It was refused.');
    },
    Worker: () => new Worker(blob),
    SharedWorker: () => new SharedWorker(blob),
    BroadcastChannel: () => new BroadcastChannel('probe'),
    indexedDB: () => indexedDB.open('probe'),
    caches: () => caches.open('probe'),
    storage: () => (nav['storage'] as StorageManager).getDirectory(),
    locks: () => (nav['locks'] as LockManager).query(),
    eval: () => (0, eval)('1'),
    'new Function': () => new Function('return 1')(),
    'constructor of a function': () => (() => undefined).constructor('return 1')(),
    'constructor of an async function': () =>
      (async () => undefined).constructor(`return import('${blob}')`)(),
    'constructor of a generator': () => function* () {}.constructor('yield 1')(),
    'a timer with a text': () => setTimeout('1' as unknown as () => void, 0),
  };
  const open: string[] = [];
  for (const [name, way] of Object.entries(ways)) {
    try {
      await way();
      open.push(name);
    } catch {
      // Closed.
    }
  }
  return open;
}

/**
 * To put before a worker's script: it then answers `{ probe: url }` with what is open. A test cannot send the probe later, since
 * a worker that makes no code from text refuses a test's too.
 */
export const probeScript = `self.addEventListener('message', (event) => {
  if (event.data?.probe === undefined) return;
  event.stopImmediatePropagation();
  (${probeNetwork.toString()})(event.data.probe).then((open) => self.postMessage({ open }));
});
`;

/** To run in a page before its scripts: keeps the page's workers and their addresses, and lets none be ended. */
export function keepWorkers(): void {
  const kept: Worker[] = [];
  const urls: string[] = [];
  const Usual = Worker;
  class KeptWorker extends Usual {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      kept.push(this);
      urls.push(String(url));
      this.addEventListener('message', ({ data }) => {
        if (data?.open) this.dispatchEvent(new CustomEvent('probed', { detail: data.open }));
      });
    }
    override terminate(): void {
      // It is asked later.
    }
  }
  Object.assign(globalThis, { Worker: KeptWorker, keptWorkers: kept, keptUrls: urls });
}

/** To run in that page: asks its `index`th worker what is open. */
export function askWorker([index, url]: readonly [number, string]): Promise<string[]> {
  const { keptWorkers } = globalThis as unknown as { keptWorkers: Worker[] };
  const worker = keptWorkers[index];
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error(`There is no worker ${index}.`));
    worker.addEventListener('probed', (event) => resolve((event as CustomEvent<string[]>).detail));
    worker.postMessage({ probe: url });
  });
}

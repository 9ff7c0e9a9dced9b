/**
 * Takes from a worker, for good, all that reaches a network, a store or another worker, and all that makes code from text: a
 * worker does not inherit the policy of the page that started it. `scope` is the worker's `self`; what the worker has
 * loaded by then goes on. Code that is loaded can still say `import()`, which is no property that could be taken: but without
 * `eval` and its kin nobody can write one afterwards.
 *
 * It stands on its own, since its text is also put into the engine's worker: see `node/worker-script.ts`.
 */
export function takeNetworkAway(scope: object): void {
  const fromScope = [
    // Requests.
    ...[
      'fetch',
      'fetchLater',
      'XMLHttpRequest',
      'WebSocket',
      'WebSocketStream',
      'EventSource',
      'WebTransport',
    ],
    ...['RTCPeerConnection', 'RTCDataChannel', 'FontFace', 'FontFaceSet', 'fonts', 'importScripts'],
    // Others to ask for them.
    ...[
      'Worker',
      'SharedWorker',
      'BroadcastChannel',
      'Notification',
      'PushManager',
      'BackgroundFetchManager',
    ],
    ...['ServiceWorkerRegistration', 'ServiceWorkerContainer', 'LockManager'],
    // Stores.
    ...['indexedDB', 'webkitIndexedDB', 'mozIndexedDB', 'IDBFactory', 'caches', 'CacheStorage', 'Cache'],
    ...['cookieStore', 'CookieStore', 'StorageManager', 'StorageBucketManager', 'StorageBucket'],
    ...['webkitRequestFileSystem', 'webkitRequestFileSystemSync', 'webkitResolveLocalFileSystemURL'],
    ...['webkitResolveLocalFileSystemSyncURL', 'FileSystemDirectoryHandle', 'FileSystemFileHandle'],
  ];
  const fromNavigator = [
    ...['sendBeacon', 'serviceWorker', 'storage', 'storageBuckets', 'locks', 'clipboard'],
    ...['usb', 'serial', 'hid', 'bluetooth', 'mediaDevices', 'webkitTemporaryStorage'],
  ];

  const take = (owner: object, names: readonly string[]) => {
    // Most of them stand on the prototypes, where deleting them from the object itself would leave them.
    for (let at: object | null = owner; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      for (const name of names) {
        if (!Object.prototype.hasOwnProperty.call(at, name)) continue;
        if (!Reflect.deleteProperty(at, name))
          throw new Error(`This browser does not let a worker go without ${name}.`);
      }
    }
  };
  const { navigator } = scope as { readonly navigator?: object };
  if (navigator) take(navigator, fromNavigator);
  take(scope, fromScope);

  const set = (owner: object, name: string, value: unknown) =>
    Object.defineProperty(owner, name, { value, writable: false, configurable: false, enumerable: false });
  const refuse = function () {
    throw new EvalError('This worker makes no code from text.');
  };
  // Each kind of function has a constructor that makes one from text.
  const kinds = [function () {}, async () => {}, function* () {}, async function* () {}].map(
    (each) => Object.getPrototypeOf(each) as object,
  );
  for (const kind of kinds) set(kind, 'constructor', refuse);
  // What is a function stays one: `instanceof Function` looks here.
  refuse.prototype = Function.prototype;
  set(scope, 'Function', refuse);
  set(scope, 'eval', refuse);
  for (const name of ['setTimeout', 'setInterval']) {
    const timer = (scope as Record<string, (...given: unknown[]) => unknown>)[name];
    if (!timer) continue;
    set(scope, name, (handler: unknown, ...rest: unknown[]) =>
      typeof handler === 'function' ? timer.call(scope, handler, ...rest) : refuse(),
    );
  }
}

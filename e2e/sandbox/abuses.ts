import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';

/** What a learner's text, or one that came from elsewhere, may try. */
export interface Abuse {
  readonly tries: string;
  /** The body of a pipeline. `site` and `elsewhere` are the addresses of two servers that note what they are asked. */
  readonly body: (site: string, elsewhere: string) => string;
  /** How it must end. */
  readonly ends: 'table' | 'error' | 'any' | 'stopped';
}

// What is asked for asynchronously needs some time to leave, before the worker is thrown away.
const linger = 'const begun = Date.now(); while (Date.now() - begun < 250);';
const table = 'return aq.table({ a: [1] });';
const asks = (tries: string, ask: (address: string) => string): Abuse => ({
  tries,
  ends: 'any',
  body: (site, elsewhere) =>
    [site, elsewhere].map((url) => `${ask(`${url}/seen`)};`).join('\n') + `\n${linger}\n${table}`,
});
const does = (tries: string, body: string, ends: Abuse['ends'] = 'any'): Abuse => ({
  tries,
  ends,
  body: () => body,
});

/** To reach a server. */
const networkAbuses: readonly Abuse[] = [
  asks('fetch', (url) => `try { fetch('${url}').catch(() => 0) } catch {}`),
  asks(
    'fetch through the constructor of a function',
    (url) => `(() => 0).constructor("try { fetch('${url}').catch(() => 0) } catch {}")()`,
  ),
  asks(
    'XMLHttpRequest',
    (url) => `try { const x = new XMLHttpRequest(); x.open('GET', '${url}', false); x.send() } catch {}`,
  ),
  asks('WebSocket', (url) => `try { new WebSocket('${url.replace('http', 'ws')}') } catch {}`),
  asks('EventSource', (url) => `try { new EventSource('${url}') } catch {}`),
  asks('WebTransport', (url) => `try { new WebTransport('${url.replace('http:', 'https:')}') } catch {}`),
  asks('sendBeacon', (url) => `try { navigator.sendBeacon('${url}', 'a') } catch {}`),
  asks('import of a script', (url) => `try { import('${url}').catch(() => 0) } catch {}`),
  asks('importScripts', (url) => `try { importScripts('${url}') } catch {}`),
  asks('a worker of its own', (url) => `try { new Worker('${url}') } catch {}`),
  asks(
    'a worker of its own text that fetches',
    (url) => `try { new Worker(URL.createObjectURL(new Blob(["fetch('${url}').catch(() => 0)"]))) } catch {}`,
  ),
  asks(
    'a module worker that imports',
    (url) =>
      `try { new Worker(URL.createObjectURL(new Blob(["import '${url}'"])), { type: 'module' }) } catch {}`,
  ),
  asks(
    'an import of a text of its own that imports',
    (url) =>
      `try { import(URL.createObjectURL(new Blob(["import '${url}'"], { type: 'text/javascript' }))).catch(() => 0) } catch {}`,
  ),
  asks('a picture', (url) => `try { const i = new Image(); i.src = '${url}' } catch {}`),
  asks('a font', (url) => `try { new FontFace('f', 'url(${url})').load().catch(() => 0) } catch {}`),
  asks("Arquero's own loading", (url) => `try { aq.loadCSV('${url}').catch(() => 0) } catch {}`),
  does(
    'a call to another machine (RTCPeerConnection)',
    `try { const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] }); p.createDataChannel('a') } catch {} ${table}`,
  ),
];

/** To keep or read something where the site keeps its own. */
const storageAbuses: readonly Abuse[] = [
  does('localStorage', `localStorage.setItem('a', 'b'); ${table}`, 'error'),
  does(
    'indexedDB',
    `let kept = false; try { indexedDB.open('stolen'); kept = true } catch {} return aq.table({ kept: [kept] });`,
  ),
  does('caches', `try { caches.open('stolen').catch(() => 0) } catch {} ${linger} ${table}`),
  does('cookies', `document.cookie = 'a=b'; ${table}`, 'error'),
  does(
    'files of the site (OPFS)',
    `try { navigator.storage.getDirectory().catch(() => 0) } catch {} ${linger} ${table}`,
  ),
  does('cookieStore', `try { cookieStore.set('a', 'b').catch(() => 0) } catch {} ${linger} ${table}`),
  does(
    'a message to all tabs',
    `try { new BroadcastChannel('lunchtime-code-club-progress').postMessage('deleted') } catch {} ${linger} ${table}`,
  ),
];

/** To reach the page, or to pass something else for a result. */
const messageAbuses: readonly Abuse[] = [
  does(
    'a forged message to the frame',
    `postMessage({ run: 1, reply: { status: 'table', columns: [], rowCount: 5 } }); postMessage('ready'); ${table}`,
    'table',
  ),
  does('the document of the page', `return window.parent.document.body`, 'error'),
  does('self.parent', `try { self.parent.postMessage('a', '*') } catch {} ${table}`),
  does('closing the worker', `self.close(); ${table}`),
  does(
    'a reply that cannot be sent',
    `aq.ColumnTable.prototype.columnNames = () => [Symbol('a')]; ${table}`,
    'any',
  ),
  does('a column that counts wrongly', `aq.ColumnTable.prototype.numRows = () => 1e9; ${table}`, 'any'),
  does(
    'a column of another kind than it says',
    `const p = Array.prototype.push; Array.prototype.push = function (...a) { for (const each of a) if (each && each.kind) each.kind = 'text'; return p.apply(this, a) }; ${table}`,
    'any',
  ),
  does('a getter for a table', `return { get numRows() { throw new Error('mine') } }`, 'error'),
  does('a proxy of a table', `return new Proxy(aq.table({ a: [1] }), { get: () => () => 7 })`, 'any'),
  does(
    'values that are proxies',
    `return aq.table({ a: [new Proxy({}, { getPrototypeOf: () => Date.prototype })] })`,
    'any',
  ),
  does('a date that is none', `return aq.table({ a: [Object.create(Date.prototype)] })`, 'any'),
  does(
    'polluted prototypes',
    `Object.prototype.status = 'table'; Object.prototype.columns = []; Array.prototype[0] = 'a'; ${table}`,
    'any',
  ),
  does('a column named __proto__', `return aq.table([['__proto__', [1]], ['constructor', [2]]])`, 'any'),
  does('a promise', `return Promise.resolve(aq.table({ a: [1] }))`, 'error'),
  does('an async function', `return (async () => aq.table({ a: [1] }))()`, 'error'),
  does('a function in a cell', `return aq.table({ a: [() => 1] })`, 'error'),
  does('a symbol in a cell', `return aq.table({ a: [Symbol('a')] })`, 'error'),
  does('a thrown proxy', `throw new Proxy({}, { get() { throw 1 } })`, 'any'),
];

/** To take all time or memory. */
const greedyAbuses: readonly Abuse[] = [
  does('a loop without end', `for (;;); ${table}`, 'stopped'),
  does('a loop that catches all', `for (;;) try { while (true); } catch {}`, 'stopped'),
  does('a regular expression that never ends', `/^(a+)+$/.test('a'.repeat(60) + 'b'); ${table}`, 'any'),
  does('a recursion without end', `const f = () => f() + 1; f(); ${table}`, 'error'),
  does('a flood of lines', `for (let i = 0; i < 1e6; i++) console.log(i); ${table}`, 'table'),
  does(
    'memory without end',
    `const a = []; for (let i = 0; i < 200; i++) a.push(new Float64Array(1e7).fill(i)); return aq.table({ a: [a.length] })`,
    'any',
  ),
  does('a text of half a gigabyte', `return aq.table({ a: ['x'.repeat(2 ** 29 - 24)] })`, 'any'),
  does('5 million rows', `return aq.table({ a: Float64Array.from({ length: 5e6 }, (_, i) => i) })`, 'table'),
  does(
    'a thousand columns',
    `return aq.table(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => ['c' + i, [i]])))`,
    'any',
  ),
  does('a timer that never ends', `setInterval(() => 0, 0); ${table}`, 'table'),
  does(
    'a hundred workers',
    `for (let i = 0; i < 100; i++) new Worker(URL.createObjectURL(new Blob(['for (;;);']))); ${table}`,
    'any',
  ),
];

/** All of them: whatever the browser, nothing may come of any. */
export const abuses: readonly Abuse[] = [
  ...networkAbuses,
  ...storageAbuses,
  ...messageAbuses,
  ...greedyAbuses,
];

/** A run that knows nothing of the one before, and what it gives. */
export const rightAfter: { readonly body: string; readonly outcome: SandboxOutcome } = {
  body: `return aq.table({ a: [1, 2] }).filter(d => d.a > 1)`,
  outcome: {
    status: 'replied',
    reply: {
      status: 'table',
      columns: [{ name: 'a', kind: 'number', values: [2] }],
      rowCount: 1,
      isGrouped: false,
    },
  },
};

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from '../path/driver.ts';

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const controlKey = '\uE009';
/** How an element stands in WebDriver's messages. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** A WebKitGTK that Debian's WebKitWebDriver drives, on a screen of its own. */
export interface WebKit extends Driver {
  readonly version: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts one by the W3C's WebDriver protocol: a few messages over HTTP, fewer than the settings of a client library.
 *
 * @throws with what to install when the driver does not answer within 15 s
 */
export async function openWebKit(): Promise<WebKit> {
  const port = await findFreePort();
  const process_ = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    // A group of its own, so that the screen ends with the driver.
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  process_.on('error', () => undefined);
  const end = () => {
    if (process_.pid !== undefined) process.kill(-process_.pid);
  };
  try {
    const send = createClient(`http://127.0.0.1:${port}`);
    await waitForDriver(send);
    const session = (await send('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const path = `/session/${session.sessionId}`;
    await send('POST', `${path}/window/rect`, { width: 1280, height: 900 });
    return {
      ...createWebKitDriver((method, rest, body) => send(method, `${path}${rest}`, body)),
      version: session.capabilities.browserVersion,
      async close() {
        await send('DELETE', path);
        end();
      },
    };
  } catch (cause) {
    end();
    throw cause;
  }
}

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

function createWebKitDriver(send: Send): Driver {
  const find = async (xpath: string) => {
    const element = await send('POST', '/element', { using: 'xpath', value: xpath });
    return (element as Record<string, string>)[elementKey] ?? '';
  };
  return {
    goto: async (url) => void (await send('POST', '/url', { url })),
    reload: async () => void (await send('POST', '/refresh', {})),
    evaluate: (expression) => send('POST', '/execute/sync', { script: `return (${expression})`, args: [] }),
    click: async (xpath) => void (await send('POST', `/element/${await find(xpath)}/click`, {})),
    async typeOver(text) {
      const press = (value: string) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      const selectAll = [
        { type: 'keyDown', value: controlKey },
        ...press('a'),
        { type: 'keyUp', value: controlKey },
      ];
      await send('POST', '/actions', {
        actions: [{ type: 'key', id: 'keys', actions: [...selectAll, ...[...text].flatMap(press)] }],
      });
    },
    chooseFile: async (xpath, path) =>
      void (await send('POST', `/element/${await find(xpath)}/value`, { text: path })),
  };
}

/** Rejects with the driver's own words. */
function createClient(base: string): Send {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path}: ${error}. ${message}`);
  };
}

async function waitForDriver(send: Send): Promise<void> {
  for (let tries = 0; tries < 75; tries++) {
    const answers = await send('GET', '/status').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await wait(200);
  }
  throw new Error(
    'WebKitWebDriver does not answer. On Debian: apt-get install webkit2gtk-driver xvfb; then try again.',
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

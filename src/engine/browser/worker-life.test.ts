import { afterEach, expect, test } from 'vitest';
import { watchWorkerLife } from './worker-life.ts';

let channel: MessageChannel;
afterEach(() => {
  channel.port1.close();
  channel.port2.close();
});

test('a worker that answers lives, and can be watched', async () => {
  channel = new MessageChannel();
  channel.port2.onmessage = () => channel.port2.postMessage('');
  const life = watchWorkerLife(channel.port1);
  await expect(life.watch(1_000)).resolves.toBeDefined();
});

test('a worker that gives no sign in time is taken for dead', async () => {
  channel = new MessageChannel();
  const life = watchWorkerLife(channel.port1);
  await expect(life.watch(50)).resolves.toBeUndefined();
});

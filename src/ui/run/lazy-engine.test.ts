import { expect, test, vi } from 'vitest';
import { ArrivalError } from '#src/engine/browser/arrival-error.ts';
import type { EngineStatus } from '#src/engine/engine.ts';
import { createLazyEngine } from './lazy-engine.ts';

const noConnection = () => Promise.reject(new Error('no connection'));

test('fetches nothing before it is needed', () => {
  const load = vi.fn(noConnection);
  const engine = createLazyEngine(load);
  expect(engine.status()).toEqual({ state: 'idle' });
  expect(load).not.toHaveBeenCalled();
});

test('a failed fetch is a state with a sentence, and starting again tries again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi.fn(noConnection);
  const engine = createLazyEngine(load);
  const states: EngineStatus['state'][] = [];
  const stopListening = engine.subscribe(({ state }) => states.push(state));

  await engine.start();
  expect(engine.status()).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('Check your connection'),
  });
  await engine.start();
  expect(load).toHaveBeenCalledTimes(2);
  expect(states).toEqual(['starting', 'failed', 'starting', 'failed']);

  stopListening();
  await engine.start();
  expect(states).toHaveLength(4);
});

test('work on an engine that cannot be fetched fails with the same sentence', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const engine = createLazyEngine(noConnection);
  const used = await engine.use((database) => database.query('SELECT 1'));
  expect(used).toMatchObject({
    status: 'failed',
    message: expect.stringContaining('could not be downloaded'),
  });
});

test('two that ask at once share one fetch', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi.fn(noConnection);
  const engine = createLazyEngine(load);
  await Promise.all([engine.start(), engine.start()]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('work that waits for code that stands still can be stopped', async () => {
  const engine = createLazyEngine(() => new Promise(() => undefined));
  const used = engine.use((database) => database.query('SELECT 1'));
  engine.stop();
  await expect(used).resolves.toEqual({ status: 'cancelled' });
});

test('a part of the page that cannot come without loading the page again is told so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const engine = createLazyEngine(() => Promise.reject(new ArrivalError('Reload.', { reload: true })));
  await engine.start();
  expect(engine.status()).toEqual({ state: 'failed', message: 'Reload.', reload: true });
});

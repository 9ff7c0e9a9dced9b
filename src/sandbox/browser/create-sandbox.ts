import { connectionAdvice } from '#src/engine/browser/connection-words.ts';
import { parseFrameMessage } from '../frame-messages.ts';
import type { FrameMessage, FrameRequest, FrameState } from '../frame-messages.ts';
import { parsePipelineReply } from '../pipeline-reply.ts';
import type { Sandbox, SandboxOutcome } from '../sandbox.ts';

const startLimitMs = 15_000;
// What the host forbids shows a moment after the frame has loaded.
const silenceLimitMs = 4_000;

/** A frame that did not start; the message is for the learner. */
class SandboxFailure extends Error {}

/**
 * The sandbox of a page: a hidden frame with an origin of its own and a policy that forbids the network, in which each run has
 * a worker of its own.
 *
 * @param url - Of the page that the frame shows.
 */
export function createSandbox(url: string): Sandbox {
  let frame: Promise<MessagePort> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let stopCurrent: (() => void) | undefined;
  let runs = 0;

  function open(): Promise<MessagePort> {
    frame ??= openFrame(url).catch((cause: unknown) => {
      frame = undefined;
      throw cause;
    });
    return frame;
  }

  const runAlone: Sandbox['run'] = async (body, tables, { rowLimit, timeLimitMs, series }) => {
    let stop: (outcome: SandboxOutcome) => void = () => undefined;
    const stopped = new Promise<SandboxOutcome>((resolve) => (stop = resolve));
    stopCurrent = () => stop({ status: 'cancelled' });
    const run = ++runs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const port = await Promise.race([stopped, open()]);
      if ('status' in port) return port;
      const replied = receive(port, run);
      timer = setTimeout(() => stop({ status: 'timeout', limitMs: timeLimitMs }), timeLimitMs);
      const message: FrameRequest = {
        run,
        request: { body, tables, rowLimit },
        ...(series !== undefined && { series }),
      };
      port.postMessage(
        message,
        tables.map(({ arrow }) => arrow.buffer),
      );
      const outcome = await Promise.race([stopped, replied.outcome]);
      replied.end();
      if (outcome.status !== 'replied') port.postMessage({ stop: run } satisfies FrameRequest);
      return outcome;
    } catch (cause) {
      if (!(cause instanceof SandboxFailure)) throw cause;
      return { status: 'failed', message: cause.message };
    } finally {
      clearTimeout(timer);
      stopCurrent = undefined;
    }
  };

  return {
    start: () => void open().catch(() => undefined),
    run: (...given) => {
      const result = queue.then(() => runAlone(...given));
      queue = result.catch(() => undefined);
      return result;
    },
    stop: () => stopCurrent?.(),
    endSeries: (series) => {
      void frame?.then(
        (port) => port.postMessage({ endSeries: series } satisfies FrameRequest),
        () => undefined,
      );
    },
  };
}

/** What the frame sends of one run, until it has ended. */
function receive(
  port: MessagePort,
  run: number,
): { readonly outcome: Promise<SandboxOutcome>; readonly end: () => void } {
  let listen: (event: MessageEvent<unknown>) => void = () => undefined;
  const outcome = new Promise<SandboxOutcome>((resolve) => {
    listen = ({ data }) => {
      const message = parseFrameMessage(data);
      if (message && 'run' in message && message.run === run) resolve(toOutcome(message));
    };
  });
  port.addEventListener('message', listen);
  return { outcome, end: () => port.removeEventListener('message', listen) };
}

function toOutcome(message: Exclude<FrameMessage, { state: FrameState }>): SandboxOutcome {
  const reply = 'reply' in message ? parsePipelineReply(message.reply) : undefined;
  return reply
    ? { status: 'replied', reply }
    : {
        status: 'failed',
        message:
          'Your pipeline ended without a table that can be read. It may have needed too much memory: try it with fewer rows.',
      };
}

/** A frame that is ready to run, by the port to it. */
async function openFrame(url: string): Promise<MessagePort> {
  const element = document.createElement('iframe');
  // No more than this: without an origin of its own the text could reach what the site has stored.
  element.setAttribute('sandbox', 'allow-scripts');
  element.hidden = true;
  element.title = 'Where your JavaScript runs';
  element.src = url;
  const { port1: port, port2 } = new MessageChannel();
  const timers: ReturnType<typeof setTimeout>[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (message: string) => reject(new SandboxFailure(message));
      timers.push(setTimeout(() => fail(notArrived()), startLimitMs));
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const message = parseFrameMessage(data);
        if (!message || !('state' in message)) return;
        if (message.state === 'ready') resolve();
        else fail(refused(url));
      });
      port.start();
      element.addEventListener('load', () => {
        element.contentWindow?.postMessage('open', '*', [port2]);
        timers.push(setTimeout(() => void explainSilence(url).then(fail), silenceLimitMs));
      });
      element.addEventListener('error', () => fail(notArrived()));
      document.body.append(element);
    });
    return port;
  } catch (cause) {
    port.close();
    element.remove();
    throw cause;
  } finally {
    timers.forEach(clearTimeout);
  }
}

const notArrived = () => `The part that runs JavaScript could not be downloaded. ${connectionAdvice()}`;
const refused = (url: string) =>
  `This site’s host does not let pages run JavaScript that people write. Whoever runs the site can change that: ${new URL(url, location.href).pathname} must be sent without X-Frame-Options, and without a Content-Security-Policy that lacks 'unsafe-eval'. Exercises in SQL go on working.`;

/** Why a frame that has loaded does not answer. */
async function explainSilence(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    return response.ok ? refused(url) : notArrived();
  } catch {
    return notArrived();
  }
}

import type { FrameMessage, FrameRequest } from '../frame-messages.ts';

/** The text of `pipeline-worker.ts`, bundled: put here by the build. */
declare const workerText: string;

// Opened directly, or in a frame that is not sandboxed, this page has an origin, and does nothing.
if (self.origin === 'null' && parent !== self) waitForPage();

function waitForPage(): void {
  addEventListener('message', function receive({ source, ports: [port] }: MessageEvent) {
    if (source !== parent || !port) return;
    removeEventListener('message', receive);
    serve(port);
  });
}

/** Runs what the page asks for, each in a worker of its own. The learner's text never runs in the frame itself. */
function serve(port: MessagePort): void {
  const address = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }));
  const send = (message: FrameMessage) => port.postMessage(message);
  let spare = startWorker();
  let current: { readonly run: number; readonly worker: Worker } | undefined;

  function startWorker(): Worker {
    const worker = new Worker(address);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (worker === spare && (data === 'ready' || data === 'refused')) send({ state: data });
    });
    worker.addEventListener('error', () => {
      if (worker === spare) send({ state: 'refused' });
      else if (worker === current?.worker) end({ run: current.run, died: true });
    });
    return worker;
  }

  function end(message?: FrameMessage): void {
    current?.worker.terminate();
    current = undefined;
    if (message) send(message);
  }

  port.addEventListener('message', ({ data }: MessageEvent<FrameRequest>) => {
    if ('stop' in data) {
      if (current?.run === data.stop) end();
      return;
    }
    end();
    const { run, request } = data;
    const [worker, answers] = [spare, new MessageChannel()];
    spare = startWorker();
    current = { run, worker };
    answers.port1.onmessage = ({ data: reply }: MessageEvent<unknown>) => {
      if (current?.worker === worker) end({ run, reply });
    };
    answers.port1.onmessageerror = () => {
      if (current?.worker === worker) end({ run, died: true });
    };
    const tables = request.tables.map(({ arrow }) => arrow.buffer);
    worker.postMessage(request, [answers.port2, ...tables]);
  });
  port.start();
}

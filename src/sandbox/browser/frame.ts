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

/** Runs what the page asks for, each in a worker of its own or in that of its series. The learner's text never runs in the frame itself. */
function serve(port: MessagePort): void {
  const address = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }));
  const send = (message: FrameMessage) => port.postMessage(message);
  let spare = startWorker();
  let current: { readonly run: number; readonly worker: Worker; readonly series?: number } | undefined;
  // The worker of a series of runs, while none of them is under way.
  let kept: { readonly series: number; readonly worker: Worker } | undefined;

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

  function letGo(): void {
    kept?.worker.terminate();
    kept = undefined;
  }

  /** The worker of this series, or a fresh one. */
  function takeWorker(series: number | undefined): Worker {
    if (kept && kept.series === series) {
      const { worker } = kept;
      kept = undefined;
      return worker;
    }
    letGo();
    const worker = spare;
    spare = startWorker();
    return worker;
  }

  /** A run that replied: its worker goes, unless others of its series may follow. */
  function finish(run: number, reply: unknown): void {
    if (current?.series !== undefined) kept = { series: current.series, worker: current.worker };
    else current?.worker.terminate();
    current = undefined;
    send({ run, reply });
  }

  port.addEventListener('message', ({ data }: MessageEvent<FrameRequest>) => {
    if ('stop' in data) {
      if (current?.run === data.stop) end();
      return;
    }
    if ('endSeries' in data) {
      if (kept?.series === data.endSeries) letGo();
      return;
    }
    end();
    const { run, request, series } = data;
    const [worker, answers] = [takeWorker(series), new MessageChannel()];
    current = { run, worker, ...(series !== undefined && { series }) };
    answers.port1.onmessage = ({ data: reply }: MessageEvent<unknown>) => {
      if (current?.worker === worker && current.run === run) finish(run, reply);
    };
    answers.port1.onmessageerror = () => {
      if (current?.worker === worker && current.run === run) end({ run, died: true });
    };
    const tables = request.tables.map(({ arrow }) => arrow.buffer);
    worker.postMessage(request, [answers.port2, ...tables]);
  });
  port.start();
}

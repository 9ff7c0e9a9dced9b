import type { PipelineRequest } from '../pipeline-reply.ts';
import { runPipeline } from '../run-pipeline.ts';

// Floods of lines would cost the time that the run has.
for (const name of ['log', 'info', 'debug', 'warn', 'error', 'table', 'dir', 'trace'] as const)
  console[name] = () => undefined;

/** Runs one pipeline: the worker is thrown away after it, or after others of the same text that keep nothing. */
addEventListener('message', ({ data, ports: [port] }: MessageEvent<PipelineRequest>) => {
  // Kept before the learner's text runs, which may change what these names mean.
  const reply = port?.postMessage.bind(port);
  reply?.(runPipeline(data));
});

postMessage(canRunText() ? 'ready' : 'refused');

function canRunText(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}

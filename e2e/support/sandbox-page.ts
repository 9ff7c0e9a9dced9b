import { createSandbox } from '#src/sandbox/browser/create-sandbox.ts';
import type { Sandbox } from '#src/sandbox/sandbox.ts';

declare global {
  interface Window {
    createSandbox: typeof createSandbox;
    sandbox: Sandbox;
  }
}

window.createSandbox = createSandbox;

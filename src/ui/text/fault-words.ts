import { connectionAdvice } from '#src/engine/browser/connection-words.ts';

/** What is said when something broke while a person's text was run or checked: by the network, or by us. */
export function faultWords(cause: unknown): string {
  return isMissingScript(cause)
    ? `A part of this page could not be downloaded. Your answer is kept. ${connectionAdvice()}`
    : 'Something went wrong on our side. Your answer is kept. Try again.';
}

/** Whether a script did not arrive. Browsers say so in words of their own: Chromium and Firefox, Safari, the build. */
function isMissingScript(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /dynamically imported module|Importing a module script|Unable to preload/i.test(cause.message)
  );
}

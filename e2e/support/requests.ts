import type { Page } from '@playwright/test';

/** The paths of all that a page asks for from now on, in order. */
export function listRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

/** Whether a path is the query engine or a database. */
export function isHeavy(path: string): boolean {
  return /\.(wasm|duckdb)(\.gz)?$/.test(path);
}

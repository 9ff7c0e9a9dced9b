import { createPart } from './create-part.ts';

const loadLibrary = createPart(() => import('./sha256-library.ts'));

/**
 * Hex SHA-256 of a content. Browsers do it themselves only on a secure address (https, localhost); on plain http, as on
 * many an intranet, a small library does. It is fetched there alone: rejects with an ArrivalError when it does not come.
 */
export async function hashContent(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return (await loadLibrary()).sha256(content);
  const digest = await subtle.digest('SHA-256', content);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

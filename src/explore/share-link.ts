import { sharedSchema } from './stored-schemas.ts';
import type { StoredWork } from './stored-schemas.ts';
import { numberWords } from '#src/words/number-words.ts';

const prefix = '#query=';
/** Some mail programs and chats cut longer addresses. */
const longestLink = 6_000;

export type ShareLink =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string };

/** What the part of an address after `#` holds. */
export type SharedQuery =
  | { readonly kind: 'none' }
  | { readonly kind: 'query'; readonly work: StoredWork }
  /** A sentence for the person who opened the link. */
  | { readonly kind: 'broken'; readonly message: string };

/**
 * The address of a page with a query in the part after `#`, which browsers keep to themselves: no server sees it.
 *
 * @param page - The page's address; what it has after `#` is left out.
 */
export function toShareLink({ text, datasets }: StoredWork, page: string): ShareLink {
  const json = JSON.stringify({ v: 1, d: datasets, q: text });
  const url = `${page.replace(/#.*$/s, '')}${prefix}${toBase64Url(new TextEncoder().encode(json))}`;
  if (url.length <= longestLink) return { ok: true, url };
  return {
    ok: false,
    message: `This query is too long for a link: the link would have ${numberWords(url.length)} characters, and ${numberWords(longestLink)} is the most that mail programs keep whole. Shorten the query, or copy its text and send that.`,
  };
}

/** Read the part of an address from `#` on. Anybody can make such a link, so nothing in it is trusted. */
export function parseShareLink(hash: string): SharedQuery {
  if (!hash.startsWith(prefix)) return { kind: 'none' };
  const broken = {
    kind: 'broken',
    message:
      'The link you opened does not hold a whole query. Ask for it again, or ask for the text of the query.',
  } as const;
  if (hash.length > longestLink * 2) return broken;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(hash.slice(prefix.length)));
    const parsed = sharedSchema.safeParse(JSON.parse(json));
    if (!parsed.success) return broken;
    return { kind: 'query', work: { text: parsed.data.q, datasets: [...new Set(parsed.data.d)] } };
  } catch {
    return broken;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

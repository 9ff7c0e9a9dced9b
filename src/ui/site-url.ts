/**
 * The address of a page or file of this site, wherever the site is served from.
 *
 * @param path from the site's root, with a slash at the start; pages end with a slash too
 * @example
 * siteUrl('/lessons/') // => '/lessons/', or '/club/lessons/' when the site lives under /club
 */
export function siteUrl(path: `/${string}`, base: string = import.meta.env.BASE_URL): string {
  return base.replace(/\/$/, '') + path;
}

/** HTML whose author wrote addresses from the site's root, for a site that may live in a folder. */
export function toSiteLinks(html: string): string {
  return html.replaceAll('href="/', `href="${siteUrl('/')}`);
}

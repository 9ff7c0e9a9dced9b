/**
 * A value of which a person sees the form and no more: its first letter or digit, its length and its marks.
 *
 * @example maskText('jane@example.org') // => 'j•••@•••••••.•••'
 */
export function maskText(value: string): string {
  let isFirst = true;
  const masked = [...value.replace(/\s+/g, ' ').trim()].map((letter) => {
    if (!/[\p{L}\p{N}\p{M}]/u.test(letter)) return letter;
    if (isFirst && value.length > 2) {
      isFirst = false;
      return letter;
    }
    return '•';
  });
  return masked.length > 40 ? `${masked.slice(0, 40).join('')}…` : masked.join('');
}

const withinText =
  /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}|\b[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b|(?<![\d.,-])(?:\+44\s?(?:\(0\)\s?)?|0)\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}(?![\d.,]*\d)|\b[a-z]{1,2}\d[\da-z]? \d[abd-hjlnp-uw-z]{2}\b/gi;

/** A text with the email addresses, telephone and National Insurance numbers in it blotted out. */
export function maskWithin(text: string): string {
  return text.replace(withinText, (found) => maskText(found));
}

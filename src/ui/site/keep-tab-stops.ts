/**
 * Makes boxes that may scroll a stop of the Tab key only while they do: the way from one exercise to the next is long enough.
 * Without this script each stays a stop.
 */
export function keepTabStops(page: Document): void {
  const boxes = page.querySelectorAll<HTMLElement>('.app-code[tabindex], .app-scroll[tabindex]');
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      if (scrolls) target.setAttribute('tabindex', '0');
      else if (target !== page.activeElement) target.removeAttribute('tabindex');
    }
  });
  for (const box of boxes) observer.observe(box);
}

import type { ClientDirective } from 'astro';
import { hasBeenHere } from '../home/has-been-here.ts';

/**
 * `client:known`: a part of a page that shows progress comes to life for somebody who has some in this browser, else with the
 * first other part that does. So whoever comes to read loads nothing for it.
 */
const startKnown: ClientDirective = (load, _options, element) => {
  let waking = false;
  const wake = async () => {
    if (waking) return;
    waking = true;
    try {
      const hydrate = await load();
      await hydrate();
      document.removeEventListener('astro:hydrate', wake, { capture: true });
    } catch (cause) {
      // The scripts did not arrive: the next part that comes to life tries again.
      waking = false;
      console.error('The progress of the lesson could not be shown.', cause);
    }
  };
  // The event does not rise, but it can be heard on its way down.
  document.addEventListener('astro:hydrate', wake, { capture: true });
  void hasBeenHere().then((isKnown) => {
    // Then what the server drew is true: see `app-tasks__unread`.
    if (!isKnown) return element.setAttribute('data-new', '');
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => void wake());
    else setTimeout(() => void wake(), 200);
  });
};

export default startKnown;

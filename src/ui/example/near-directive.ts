import type { ClientDirective } from 'astro';

const signs = ['pointerover', 'focusin', 'click'] as const;
/** So long the scripts may take after a button was pressed before a person is told, in milliseconds. */
const patienceMs = 10_000;

/**
 * `client:near`: a part of a page comes to life when a pointer or the focus comes to it, so that its scripts weigh on
 * nobody who only reads. A button that was pressed before they arrived is pressed again when they have, and what was
 * typed stays. When they do not come, that is said below.
 */
const startNear: ClientDirective = (load, _options, element) => {
  let loading = false;
  let pressed: HTMLButtonElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wake = async (event: Event) => {
    if (event.type === 'click') {
      pressed = (event.target as Element).closest('button');
      if (pressed) timer ??= setTimeout(() => tellLate(element), patienceMs);
    }
    if (loading) return;
    loading = true;
    try {
      const hydrate = await load();
      await hydrate();
    } catch (cause) {
      console.error(cause);
      // A pointer that only passes by is told nothing.
      if (pressed) tellLate(element);
    }
    loading = false;
    // The scripts did not arrive: the next sign tries again.
    if (element.hasAttribute('ssr')) return;
    clearTimeout(timer);
    element.parentElement?.querySelector(`:scope > .${noteClass}`)?.remove();
    for (const sign of signs) element.removeEventListener(sign, wake);
    element.removeEventListener('input', keepText);
    pressed?.click();
  };
  for (const sign of signs) element.addEventListener(sign, wake);
  element.addEventListener('input', keepText);
};

const noteClass = 'app-late-example';

/** Beside the island, which React takes over whole when its scripts come after all. */
function tellLate(element: HTMLElement): void {
  if (!element.hasAttribute('ssr') || element.nextElementSibling?.classList.contains(noteClass)) return;
  const note = document.createElement('p');
  note.className = `app-notice app-notice--warn ${noteClass}`;
  note.setAttribute('role', 'status');
  note.textContent =
    'This does not run yet, because a part of the page has not arrived. It may still come. If not, check your connection, copy what you typed here, then reload the page.';
  element.after(note);
}

/** React puts its own text into a box when it takes it over: what was typed is told to it in the box's data. */
function keepText({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement) target.dataset['typed'] = target.value;
}

export default startNear;

import type { ClientDirective } from 'astro';

const signs = ['pointerover', 'focusin', 'click'] as const;

/**
 * `client:near`: a part of a page comes to life when a pointer or the focus comes to it, so that its scripts weigh on
 * nobody who only reads. A button that was pressed before they arrived is pressed again when they have, and what was
 * typed stays.
 */
const startNear: ClientDirective = (load, _options, element) => {
  let loading = false;
  let pressed: HTMLButtonElement | null = null;

  const wake = async (event: Event) => {
    if (event.type === 'click') pressed = (event.target as Element).closest('button');
    if (loading) return;
    loading = true;
    const hydrate = await load();
    await hydrate();
    loading = false;
    // The scripts did not arrive: the next sign tries again.
    if (element.hasAttribute('ssr')) return;
    for (const sign of signs) element.removeEventListener(sign, wake);
    element.removeEventListener('input', keepText);
    pressed?.click();
  };
  for (const sign of signs) element.addEventListener(sign, wake);
  element.addEventListener('input', keepText);
};

/** React puts its own text into a box when it takes it over: what was typed is told to it in the box's data. */
function keepText({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement) target.dataset['typed'] = target.value;
}

export default startNear;

/** Gives every `[data-copy]` on the page a working button. Says what came of it in words. */
export function startCopyButtons(page: ParentNode): void {
  for (const block of page.querySelectorAll('[data-copy]')) {
    const text = block.querySelector('[data-copy-text]');
    const button = block.querySelector<HTMLButtonElement>('[data-copy-button]');
    const status = block.querySelector('[data-copy-status]');
    if (text === null || button === null || status === null) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent?.trim() ?? '');
        status.textContent = 'Copied.';
      } catch {
        // Old browsers and locked-down ones refuse; then the text is marked, ready for the keyboard.
        getSelection()?.selectAllChildren(text);
        status.textContent =
          'Your browser does not let the page copy. The text is selected: press Ctrl+C or ⌘C.';
      }
    });
  }
}

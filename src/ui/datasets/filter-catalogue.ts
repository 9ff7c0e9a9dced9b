import { type CatalogueEntry, type CatalogueQuery, matchesQuery } from './match-dataset.ts';

const fields = ['words', 'theme', 'publisher', 'year'] as const;

/**
 * Filters the list of datasets as somebody types, says how many are left, and keeps the question in the page's address,
 * so that it can be sent to a colleague. Without this script the whole list stands there.
 */
export function startCatalogueFilter(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-catalogue-form]');
  const items = [...page.querySelectorAll<HTMLElement>('[data-catalogue-item]')].map((element) => ({
    element,
    entry: JSON.parse(element.dataset['catalogueItem'] ?? '') as CatalogueEntry,
  }));
  if (form === null) return;

  const controls = () =>
    fields.map((name) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement);
  const readForm = (): CatalogueQuery =>
    Object.fromEntries(
      controls().map((control) => [control.name, control.value]),
    ) as unknown as CatalogueQuery;
  let announcement: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    const query = readForm();
    let left = 0;
    for (const { element, entry } of items) {
      element.hidden = !matchesQuery(entry, query);
      if (!element.hidden) left++;
    }
    page.querySelector('[data-catalogue-none]')?.toggleAttribute('hidden', left > 0);
    const words = left === items.length ? `All ${left} datasets.` : `${left} of ${items.length} datasets.`;
    // A reader of screens should hear the count once, not after every letter.
    clearTimeout(announcement);
    announcement = setTimeout(
      () => page.querySelector('[data-catalogue-status]')?.replaceChildren(words),
      400,
    );
  }

  function keepInAddress(): void {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(readForm())) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(history.state, '', address);
  }

  function readAddress(): void {
    const asked = new URL(location.href).searchParams;
    for (const control of controls()) control.value = asked.get(control.name) ?? '';
    // A value that is no choice of a list leaves it blank; then all are meant.
    for (const list of form?.querySelectorAll('select') ?? []) if (list.selectedIndex === -1) list.value = '';
  }

  form.addEventListener('input', () => {
    show();
    keepInAddress();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () =>
    // The fields are empty only after this event.
    setTimeout(() => {
      show();
      keepInAddress();
    }),
  );
  addEventListener('popstate', () => {
    readAddress();
    show();
  });
  form.hidden = false;
  readAddress();
  show();
}

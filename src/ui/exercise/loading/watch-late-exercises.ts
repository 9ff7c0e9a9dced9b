/** So long an exercise may stand in view without its scripts before the page says so. */
const patienceMs = 8_000;
let watching = false;

/**
 * Takes over from the styles, which tell of exercises whose scripts have not come (`.app-late`): once some scripts are here,
 * only an exercise that is in view and stays dead is told of, and none flashes by that is about to come alive.
 */
export function watchLateExercises(): void {
  if (watching) return;
  watching = true;
  document.documentElement.dataset['scripts'] = 'here';
  const observer = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
      observer.unobserve(target);
      setTimeout(() => target.toggleAttribute('data-late', isDead(target)), patienceMs);
    }
  });
  for (const place of document.querySelectorAll('.app-task__work'))
    if (isDead(place)) observer.observe(place);
}

/** Astro takes the mark away when the scripts have come. */
function isDead(place: Element): boolean {
  return place.querySelector('astro-island[ssr]') !== null;
}

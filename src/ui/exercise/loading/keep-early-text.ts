// Runs in a lesson's page before the scripts of its exercises are there. It is served as it stands, so it imports nothing and
// has no types: plain JavaScript. Who types and leaves before they come finds the text at the next visit, as an edit that
// waits to be stored (`unsaved-edits.ts` reads it).
addEventListener('pagehide', () => {
  const lesson = /\/lessons\/(.+)\/$/.exec(location.pathname)?.[1];
  document.querySelectorAll('astro-island[ssr] textarea').forEach((box, index) => {
    const name = box.closest('.app-task')?.getAttribute('aria-labelledby');
    if (!(box instanceof HTMLTextAreaElement) || !lesson || !name || box.value === box.defaultValue) return;
    const at = new Date().toISOString();
    const edit = { exerciseId: `${lesson}/${name}`, kind: 'draft', text: box.value, at, replaces: null };
    try {
      localStorage.setItem(`lunchtime-code-club-draft:${at}-early:${index}`, JSON.stringify(edit));
    } catch {
      // Storage is forbidden or full, and nothing else is there yet to keep it.
    }
  });
});

// Runs in a lesson's page before the scripts of its exercises are there. It is served as it stands, so it imports nothing and
// has no types: plain JavaScript. Who types and leaves before they listen finds the text at the next visit, as an edit that
// waits to be stored (`unsaved-edits.ts` reads it). `PlainEditor` marks its box once it listens itself; until then React may put
// a text of its own there, so what was typed is remembered here.
const typed = new Map();
addEventListener(
  'input',
  ({ target }) => target instanceof HTMLTextAreaElement && typed.set(target, target.value),
  true,
);
addEventListener('pagehide', () => {
  const lesson = /\/lessons\/(.+)\/$/.exec(location.pathname)?.[1];
  document.querySelectorAll('.app-task .app-editor__plain:not([data-listening])').forEach((box, index) => {
    const name = box.closest('.app-task')?.getAttribute('aria-labelledby');
    if (!(box instanceof HTMLTextAreaElement) || !lesson || !name) return;
    const text = typed.get(box) ?? box.value;
    if (text === box.defaultValue) return;
    const at = new Date().toISOString();
    const edit = { exerciseId: `${lesson}/${name}`, kind: 'draft', text, at, replaces: null };
    try {
      localStorage.setItem(`lunchtime-code-club-draft:${at}-early:${index}`, JSON.stringify(edit));
    } catch {
      // Storage is forbidden or full, and nothing else is there yet to keep it.
    }
  });
});

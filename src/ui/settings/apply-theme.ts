// Runs in the head of every page before anything is painted. It is served as it stands, so it imports nothing and has no
// types: plain JavaScript. Without the attribute the page follows the system.
(() => {
  const apply = () => {
    let theme;
    try {
      theme = JSON.parse(localStorage.getItem('lunchtime-code-club-settings') ?? '{}')?.theme;
    } catch {
      // Storage is forbidden or holds something else: follow the system.
    }
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
  };
  apply();
  addEventListener('storage', apply);
  // A page that comes back from the browser's memory may have been left before the choice was changed.
  addEventListener('pageshow', apply);
})();

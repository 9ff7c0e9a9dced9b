/**
 * The names that come nearest to a misspelt one, nearest first, upper and lower case alike. A name counts as near when
 * about a third of its letters differ, or when one begins with the other.
 *
 * @example
 * findNearest('servce', ['service', 'department']) // => ['service']
 */
export function findNearest(word: string, names: readonly string[], limit = 3): string[] {
  const sought = word.toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, distance: nearness(sought, name.toLowerCase()) }))
    .filter(({ distance }) => distance < 1)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** 0 is the same word; 1 and more is no match. */
function nearness(sought: string, name: string): number {
  const allowed = Math.max(1, Math.floor(Math.max(sought.length, name.length) / 3));
  // As many letters differ at least as one word is longer: a text of pages is near no name, and need not be measured.
  const apart = Math.abs(sought.length - name.length);
  const distance = apart > Math.max(allowed, 60) ? 1 : countEdits(sought, name) / (allowed + 1);
  const stem =
    Math.min(sought.length, name.length) >= 4 && (name.startsWith(sought) || sought.startsWith(name));
  return stem ? Math.min(distance, 0.9) : distance;
}

/** Letters to add, drop, change or swap with the next (optimal string alignment distance). */
function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

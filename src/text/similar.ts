/** Levenshtein distance between two strings, in UTF-16 units. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** The names most like a mistyped one, best first, at most `limit`; none that differ in more than a third. */
export function similarNames(wrong: string, names: Iterable<string>, limit = 2): string[] {
  const most = Math.max(1, Math.floor(wrong.length / 3));
  return [...names]
    .filter((name) => Math.abs(name.length - wrong.length) <= most)
    .map((name) => ({ name, cost: distance(wrong, name) }))
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** The items of a list that have moved: all but the longest run of items that kept their order. */
export function movedAmong(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((item, i) => [item, i]));
  const common = after.filter((item) => place.has(item));
  // For each length the run of that length that ends earliest in the old order (patience sorting), with links back.
  const ends: number[] = [];
  const previous: number[] = [];
  common.forEach((item, i) => {
    const at = place.get(item)!;
    let length = ends.findIndex((end) => place.get(common[end]!)! > at);
    if (length === -1) length = ends.length;
    previous[i] = length > 0 ? ends[length - 1]! : -1;
    ends[length] = i;
  });
  const moved = new Set(common);
  for (let i = ends.at(-1) ?? -1; i !== -1; i = previous[i]!) moved.delete(common[i]!);
  return moved;
}

/** Two neighbours by their ids. */
export type Pair = readonly [string, string];

/** Rounds without an end would be a fault; lists of this kind settle in a few. */
const mostRounds = 40;

/**
 * Puts ids into an order in which related ones stand near each other, so that arcs between them are short and cross
 * little: from an order by breadth from the best linked, each id in turn is moved to the place where the sum of the
 * lengths of all arcs is least, until no move helps. Ties keep the earlier order, so the result is always the same.
 */
export function arrange(ids: readonly string[], pairs: readonly Pair[]): string[] {
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const [a, b] of pairs) {
    neighbours.get(a)!.push(b);
    neighbours.get(b)!.push(a);
  }
  const order = byBreadth(ids, neighbours);
  for (let round = 0, moved = true; moved && round < mostRounds; round++) {
    moved = false;
    for (const id of [...order]) {
      const from = order.indexOf(id);
      const to = bestPlace(order, from, neighbours);
      if (to === from) continue;
      order.splice(to, 0, ...order.splice(from, 1));
      moved = true;
    }
  }
  return order;
}

/** Where one id is best moved to, as its index in the order after the move: it is carried past the others one by one, counting what each step gains or loses. */
function bestPlace(order: readonly string[], from: number, neighbours: ReadonlyMap<string, readonly string[]>): number {
  const place = new Map(order.map((id, i) => [id, i]));
  const id = order[from]!;
  /** What it costs to move `mover` by one step; its partner in the exchange stays at distance one. */
  const cost = (mover: string, partner: string, step: 1 | -1) =>
    neighbours.get(mover)!.reduce((sum, other) => (other === partner ? sum : sum + (place.get(other)! > place.get(mover)! ? -step : step)), 0);
  let best = { place: from, gain: 0 };
  for (const step of [-1, 1] as const) {
    for (const [i, other] of order.entries()) place.set(other, i);
    let change = 0;
    for (let at = from + step; at >= 0 && at < order.length; at += step) {
      const other = order[at]!;
      change += cost(id, other, step) + cost(other, id, step === 1 ? -1 : 1);
      place.set(other, at - step).set(id, at);
      if (change < best.gain) best = { place: at, gain: change };
    }
  }
  return best.place;
}

function byBreadth(ids: readonly string[], neighbours: ReadonlyMap<string, readonly string[]>): string[] {
  const degree = (id: string) => neighbours.get(id)!.length;
  const first = [...ids].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of first) {
    if (seen.has(start)) continue;
    seen.add(start);
    const queue = [start];
    for (const id of queue) {
      order.push(id);
      for (const other of [...neighbours.get(id)!].sort()) {
        if (seen.has(other)) continue;
        seen.add(other);
        queue.push(other);
      }
    }
  }
  return order;
}

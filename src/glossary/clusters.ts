import type { Relation } from './relations.ts';

/** A weighted graph: for each node its neighbours with their weights; a loop counts once. */
type Graph = Map<string, Map<string, number>>;

/**
 * Parts a graph into groups that are linked more among themselves than with others: the Louvain method (V. Blondel,
 * J.-L. Guillaume, R. Lambiotte and E. Lefebvre, “Fast unfolding of communities in large networks”, Journal of Statistical Mechanics
 * 2008, P10008), at resolution 1. Nodes are visited in the order of their ids and ties go to the first, so that the same
 * glossary always gives the same groups.
 * @returns groups of ids, the largest first; a node without relations is a group of its own
 */
export function clustersOf(ids: readonly string[], relations: readonly Relation[]): string[][] {
  const nodes = [...ids].sort();
  let graph: Graph = new Map(nodes.map((id) => [id, new Map()]));
  for (const { from, to, weight } of relations) link(graph, from, to, weight);
  const groupOf = new Map(nodes.map((id) => [id, id]));
  for (;;) {
    const moved = moveNodes(graph);
    if (!moved) break;
    for (const [id, group] of groupOf) groupOf.set(id, moved.get(group)!);
    graph = aggregate(graph, moved);
  }
  return [...Map.groupBy(nodes, (id) => groupOf.get(id)!).values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
}

function link(graph: Graph, a: string, b: string, weight: number): void {
  const add = (from: string, to: string) => graph.get(from)!.set(to, (graph.get(from)!.get(to) ?? 0) + weight);
  add(a, b);
  if (a !== b) add(b, a);
}

/** Moves nodes to the neighbouring group that gains most modularity until nothing moves; nothing when nothing moved at all. */
function moveNodes(graph: Graph): Map<string, string> | undefined {
  const degree = new Map([...graph].map(([node, links]) => [node, [...links].reduce((sum, [other, weight]) => sum + (other === node ? 2 : 1) * weight, 0)]));
  const twice = [...degree.values()].reduce((sum, one) => sum + one, 0);
  const groupOf = new Map([...graph.keys()].map((node) => [node, node]));
  const total = new Map(degree);
  let any = false;
  for (let moved = true; moved; ) {
    moved = false;
    for (const [node, links] of graph) {
      const own = groupOf.get(node)!;
      const weights = new Map<string, number>([[own, 0]]);
      for (const [other, weight] of links) {
        const group = groupOf.get(other)!;
        if (other !== node) weights.set(group, (weights.get(group) ?? 0) + weight);
      }
      total.set(own, total.get(own)! - degree.get(node)!);
      const gain = (group: string) => weights.get(group)! - (total.get(group)! * degree.get(node)!) / twice;
      const best = [...weights.keys()].sort().reduce((chosen, group) => (gain(group) > gain(chosen) + 1e-9 ? group : chosen), own);
      total.set(best, total.get(best)! + degree.get(node)!);
      if (best === own) continue;
      groupOf.set(node, best);
      moved = any = true;
    }
  }
  return any ? groupOf : undefined;
}

/** The graph of the groups. */
function aggregate(graph: Graph, groupOf: ReadonlyMap<string, string>): Graph {
  const groups: Graph = new Map([...new Set(groupOf.values())].sort().map((group) => [group, new Map()]));
  for (const [node, links] of graph) {
    for (const [other, weight] of links) if (node <= other) link(groups, groupOf.get(node)!, groupOf.get(other)!, weight);
  }
  return groups;
}

/** A product and something that it is made of, by any version of its bill or by an assembly. */
export interface Edge {
  readonly productId: string;
  readonly componentId: string;
}

/** An edge with the codes that people know the two by. */
export interface NamedEdge extends Edge {
  readonly productCode: string;
  readonly componentCode: string;
}

/**
 * How a product would be made of itself: the shortest way from it over one of the components and over what those are made
 * of, back to it; null when there is none. Pure.
 *
 * @param edges at least all that can be reached from the components
 */
export function circle(
  productId: string,
  componentIds: readonly string[],
  edges: readonly Edge[],
): readonly string[] | null {
  const madeOf = new Map<string, string[]>();
  for (const edge of edges) {
    const known = madeOf.get(edge.productId);
    if (known === undefined) madeOf.set(edge.productId, [edge.componentId]);
    else known.push(edge.componentId);
  }
  const ways: (readonly string[])[] = componentIds.map((id) => [productId, id]);
  const seen = new Set<string>();
  // Each thing is looked into once, the nearest first; ways that are added are walked in their turn.
  for (const way of ways) {
    const id = way.at(-1) ?? productId;
    if (id === productId) return way;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const next of madeOf.get(id) ?? []) ways.push([...way, next]);
  }
  return null;
}

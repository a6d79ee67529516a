import type { SubgraphResponse } from '#shared/graphql/execute.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * A query plan asks for an entity as often as it occurs in the answer so far. Asks for each once: answers the
 * smaller variables and how to spread the entities of the response over the places that wanted them.
 */
export function withoutRepeats(variables: Variables): {
  readonly variables: Variables;
  readonly spread: (response: SubgraphResponse) => SubgraphResponse;
} {
  const wanted = variables['representations'];
  if (!Array.isArray(wanted) || wanted.length < 2) return { variables, spread: (response) => response };

  const positions = new Map<string, number[]>();
  const distinct: unknown[] = [];
  for (const [index, representation] of wanted.entries()) {
    const key = JSON.stringify(representation);
    const places = positions.get(key);
    if (places !== undefined) {
      places.push(index);
    } else {
      positions.set(key, [index]);
      distinct.push(representation);
    }
  }
  if (distinct.length === wanted.length) return { variables, spread: (response) => response };
  const places = [...positions.values()];
  return {
    variables: { ...variables, representations: distinct },
    spread: (response) => spread(response, places, wanted.length),
  };
}

function spread(response: SubgraphResponse, places: readonly number[][], count: number): SubgraphResponse {
  const received = response.data?.['_entities'];
  const entities: unknown[] = new Array<unknown>(count).fill(null);
  if (Array.isArray(received)) {
    for (const [at, indexes] of places.entries()) for (const index of indexes) entities[index] = received[at];
  }
  const errors = response.errors?.flatMap((error) => {
    const [root, at, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof at !== 'number') return [error];
    return (places[at] ?? []).map((index) => ({ ...error, path: [root, index, ...rest] }));
  });
  return {
    ...response,
    ...(Array.isArray(received) ? { data: { ...response.data, _entities: entities } } : {}),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** An object of an answer that is being put together. */
export type Fields = Record<string, unknown>;

/**
 * Merges what a subgraph answered into what is there already. Lists of equal length are merged item by item: they are
 * the same list, asked for twice. Objects that were not there are taken over, not copied.
 */
export function mergeInto(target: Fields, source: Fields | null | undefined): void {
  if (source === null || source === undefined) return;
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    const there = target[key];
    if (isObject(there) && isObject(value)) {
      mergeInto(there, value);
    } else if (Array.isArray(there) && Array.isArray(value) && there.length === value.length) {
      mergeLists(there, value);
    } else {
      target[key] = value;
    }
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [index, value] of source.entries()) {
    const there = target[index];
    if (isObject(there) && isObject(value)) mergeInto(there, value);
    else target[index] = value;
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

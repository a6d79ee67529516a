/** Raises what an event of a version says to what its newest version would say. */
export type Upcast = (type: string, version: number, data: unknown) => unknown;

/** From one version of an event to the next. Pure: the log is raised again each time it is read. */
export type UpcastStep = (data: never) => unknown;

/** For each type of event its steps, from version 1 to 2, from 2 to 3 and so on. */
export type UpcastSteps = Readonly<Record<string, readonly UpcastStep[]>>;

/** The event as it was written, for logs that know one version of each event. */
export const asWritten: Upcast = (_type, _version, data) => data;

/**
 * The place where old events become new ones: whoever reads the log reads it through here and knows the newest
 * version only. An event tells its version in its metadata (`eventVersion`); without one it is version 1. A version
 * that is newer than this code is refused: half of it might be misunderstood.
 */
export function createUpcast(steps: UpcastSteps): Upcast {
  const byType = new Map(Object.entries(steps));
  return (type, version, data) => {
    const ofType = byType.get(type) ?? [];
    const newest = ofType.length + 1;
    if (version === newest) return data;
    if (!Number.isInteger(version) || version < 1 || version > newest)
      throw new RangeError(`${type} of version ${version} is unknown here; the newest is ${newest}`);
    return ofType.slice(version - 1).reduce<unknown>((before, step) => step(before as never), data);
  };
}

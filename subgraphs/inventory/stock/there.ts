/** What goods were moved of or to is never taken away; that it is gone is a defect of ours. */
export async function there<T>(found: Promise<T | null>, id: string): Promise<T> {
  const one = await found;
  if (one === null) throw new Error(`${id} has moved and is gone`);
  return one;
}

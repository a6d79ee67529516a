import { namedId } from '#shared/domain/named-id.ts';

/** Letters of a UUIDv7 that tell its time. */
const TIME = 'xxxxxxxx-xxxx'.length;

/**
 * Id of a line of a movement: the same whenever it is asked for. It begins with the time in the movement's own id, so that
 * the indexes over lines, which are many and large, grow at their ends instead of anywhere.
 */
export function lineIdOf(companyId: string, movementId: string, line: number): string {
  const named = namedId('inventory', companyId, `movement-line:${movementId}:${String(line)}`);
  return `${movementId.slice(0, TIME)}${named.slice(TIME)}`;
}

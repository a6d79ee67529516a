import { v7 as uuidInOrder } from 'uuid';

export { namedId } from './named-id.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text can be the id of something here: a UUID in small letters, as all of ours are written. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}

/** Id of something new. UUIDv7 grows with time, so that indexes grow at their end. Not for decisions: it is chance. */
export function newId(): string {
  return uuidInOrder();
}

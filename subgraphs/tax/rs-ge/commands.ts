import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import {
  decideConnection,
  decideFact,
  evolveCredentials,
  evolveStanding,
  initialCredentials,
  initialStanding,
  type CredentialsChanged,
  type CredentialsHistory,
  type ReceivingChanged,
  type RsGeStanding,
} from './decide.ts';
import { rsGeDocumentId, type RsGeDocumentEvent } from './events.ts';

/** Writes a fact about a document at RS.ge into the log of tax, once for each `source` that it was learned from. */
export async function tellFact(
  writer: TaxWriter,
  actor: Actor,
  source: string,
  fact: RsGeDocumentEvent,
): Promise<void> {
  const id = rsGeDocumentId(actor.companyId, fact.data.documentId);
  let state: RsGeStanding = initialStanding;
  await writer.writePath.execute({
    ...actor,
    operation: 'tellRsGeFact',
    idempotencyKey: source,
    // When it was learned differs from one time to the next; what was learned does not.
    input: { documentId: fact.data.documentId, type: fact.type },
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialStanding,
        evolve: evolveStanding,
        stateVersion: 1,
      });
    },
    decide: () => decideFact({ id, fact }, state),
  });
}

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * What a command has to do that was written down: the first time everything; when it is repeated what may have been left
 * undone; nothing when somebody has said something else since.
 */
export type Telling = 'FIRST' | 'REPEATED' | 'OVERTAKEN';

/**
 * Writes down that the sign-in changes, without the sign-in.
 *
 * @param fingerprint tells one sign-in from another and is none
 */
export function tellCredentials(
  writer: TaxWriter,
  actor: Actor,
  given: Keyed & { readonly channel: 'EAPI' | 'NTOS' | null; readonly fingerprint: string },
): Promise<Telling> {
  const { channel } = given;
  return tellConnection(writer, actor, 'setRsGeCredentials', given, {
    type: 'RsGeCredentialsChanged',
    data: { channel },
  });
}

/** Writes down that receiving begins or ends. */
export function tellReceiving(
  writer: TaxWriter,
  actor: Actor,
  given: Keyed & { readonly receives: boolean },
): Promise<Telling> {
  const { receives } = given;
  return tellConnection(writer, actor, 'setRsGeReceiving', given, {
    type: 'RsGeReceivingChanged',
    data: { receives },
  });
}

async function tellConnection(
  writer: TaxWriter,
  actor: Actor,
  operation: string,
  given: Keyed,
  event: CredentialsChanged | ReceivingChanged,
): Promise<Telling> {
  const id = namedId('tax', actor.companyId, 'rs-ge connection');
  const load = (): Promise<CredentialsHistory> =>
    writer.load(actor.companyId, id, {
      initial: initialCredentials,
      evolve: evolveCredentials,
      stateVersion: 1,
    });
  let state: CredentialsHistory = initialCredentials;
  const { replayed, result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(given),
    aggregates: [id],
    prepare: async () => {
      state = await load();
    },
    decide: () => decideConnection(id, event, state),
  });
  if (!replayed) return 'FIRST';
  return (await load()).version === result.version ? 'REPEATED' : 'OVERTAKEN';
}

import { namedId } from '#shared/domain/named-id.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import {
  decideCredentials,
  decideFact,
  evolveCredentials,
  evolveStanding,
  initialCredentials,
  initialStanding,
  type CredentialsHistory,
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

/** Writes down that the sign-in changes, without the sign-in. */
export async function tellCredentials(
  writer: TaxWriter,
  actor: Actor,
  channel: 'EAPI' | 'NTOS' | null,
): Promise<void> {
  const id = namedId('tax', actor.companyId, 'rs-ge connection');
  let state: CredentialsHistory = initialCredentials;
  await writer.writePath.execute({
    ...actor,
    operation: 'setRsGeCredentials',
    input: { channel },
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialCredentials,
        evolve: evolveCredentials,
        stateVersion: 1,
      });
    },
    decide: () => decideCredentials({ id, channel }, state),
  });
}

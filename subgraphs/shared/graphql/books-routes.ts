import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Caller } from '#shared/platform/principal.ts';

const accountIds = z.array(z.string()).max(100_000);
const stateAsked = z.object({
  companyId: z.string(),
  cursor: z.string(),
  accounts: z.object({ accountIds, includeSubaccounts: z.boolean() }).optional(),
});
const ancestorsAsked = z.object({ companyId: z.string(), accountIds });

/** What the gateway asks of the books besides the events: their state at a cursor, and who stands above whom. */
export function serveBooks(
  app: FastifyInstance,
  feed: EventFeed,
  callerOf: (request: FastifyRequest) => Promise<Caller>,
): void {
  app.post('/feed/state', async (request) => {
    const { companyId, cursor, accounts } = stateAsked.parse(request.body);
    demandOwn(await callerOf(request), companyId);
    return told(() => feed.stateAt(companyId, cursor, accounts));
  });
  app.post('/feed/ancestors', async (request) => {
    const { companyId, accountIds: ids } = ancestorsAsked.parse(request.body);
    demandOwn(await callerOf(request), companyId);
    return told(async () => Object.fromEntries(await feed.ancestors(companyId, ids)));
  });
}

function demandOwn(caller: Caller, companyId: string): void {
  if (caller.principal?.companyId === companyId) return;
  throw new DomainError('FORBIDDEN', 'The books of another company are not for this caller.');
}

/** A refusal is an answer too: the gateway hands it on to the subscriber as it is. */
async function told<T>(
  read: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly refused: object }> {
  try {
    return { value: await read() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refused: { code: error.code, message: error.message, details: error.details } };
  }
}

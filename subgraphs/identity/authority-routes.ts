import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionVerifier } from '#shared/platform/assertion.ts';
import {
  AUTHORITY_PATHS,
  operationQuestion,
  operationsQuestion,
  partnerOnWire,
  partnerQuestion,
  refusedOnWire,
  REVOCATION_HEARTBEAT_MILLISECONDS,
  securityEventsMessage,
} from '#shared/platform/authority-wire.ts';
import type { Revocation } from '#shared/platform/revocation.ts';

/** Serves the access authority to gateways of other processes, under their signed assertion. */
export function authorityRoutes(
  authority: AccessAuthority,
  assertions: AssertionVerifier,
): (app: FastifyInstance) => void {
  return (app) => {
    const stopping = new AbortController();
    // Streams last for ever, and a server waits for what is under way before it is closed.
    app.addHook('preClose', () => {
      stopping.abort();
      return Promise.resolve();
    });
    const vouched = async (request: FastifyRequest): Promise<void> => {
      await assertions.verify(
        headerOf(request, ASSERTION_HEADER),
        headerOf(request, REQUEST_ID_HEADER) ?? request.id,
      );
    };

    app.get(AUTHORITY_PATHS.keys, { onRequest: vouched }, () => authority.keySet());
    app.get(AUTHORITY_PATHS.revocations, { onRequest: vouched }, async (_request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const signal = AbortSignal.any([gone.signal, stopping.signal]);
      const lines = Readable.from(revocationLines(authority, signal), { objectMode: false });
      const heartbeat = setInterval(() => reply.raw.write('\n'), REVOCATION_HEARTBEAT_MILLISECONDS);
      lines.once('close', () => clearInterval(heartbeat));
      return reply.type('application/x-ndjson').send(lines);
    });
    app.post(AUTHORITY_PATHS.partner, { onRequest: vouched }, ({ body }) =>
      orRefusal(async () => {
        const { apiKey, companyId, address, requestId } = partnerQuestion.parse(body);
        const partner = await authority.admitPartner({
          apiKey,
          ...(companyId === undefined ? {} : { companyId }),
          ...(address === undefined ? {} : { address }),
          ...(requestId === undefined ? {} : { requestId }),
        });
        return partnerOnWire(partner);
      }),
    );
    app.post(AUTHORITY_PATHS.operation, { onRequest: vouched }, ({ body }) =>
      orRefusal(async () => {
        const { partnerId, operationId } = operationQuestion.parse(body);
        return { operation: (await authority.registeredOperation(partnerId, operationId)) ?? null };
      }),
    );
    app.post(AUTHORITY_PATHS.operations, { onRequest: vouched }, ({ body }) =>
      orRefusal(async () => {
        const { after } = operationsQuestion.parse(body);
        return { operations: await authority.registeredOperationsAfter(after ?? undefined) };
      }),
    );
    app.post(AUTHORITY_PATHS.securityEvents, { onRequest: vouched }, async ({ body }) => {
      const { events } = securityEventsMessage.parse(body);
      await authority.recordSecurityEvents(
        events.map(({ subjectId, address, requestId, details, ...event }) => ({
          ...event,
          ...(subjectId === undefined ? {} : { subjectId }),
          ...(address === undefined ? {} : { address }),
          ...(requestId === undefined ? {} : { requestId }),
          ...(details === undefined ? {} : { details }),
        })),
      );
      return {};
    });
  };
}

async function* revocationLines(authority: AccessAuthority, signal: AbortSignal): AsyncGenerator<string> {
  for await (const batch of authority.revocations(signal)) {
    yield `${JSON.stringify({ revocations: batch satisfies readonly Revocation[] })}\n`;
  }
}

async function orRefusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return refusedOnWire(error);
    throw error;
  }
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

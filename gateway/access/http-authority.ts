import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionSigner } from '#shared/platform/assertion.ts';
import {
  AUTHORITY_PATHS,
  keysAnswer,
  operationAnswer,
  operationsAnswer,
  partnerAnswer,
  partnerFromWire,
  refusedAnswer,
  REVOCATION_HEARTBEAT_MILLISECONDS,
  revocationsLine,
} from '#shared/platform/authority-wire.ts';
import type { Revocation } from '#shared/platform/revocation.ts';

const ANSWER_MILLISECONDS = 5_000;

/** The access authority of an identity in another process. */
export function httpAuthority(
  identityUrl: string,
  signer: AssertionSigner,
): AccessAuthority & { close(): Promise<void> } {
  const pool = new Pool(new URL(identityUrl).origin, {
    connections: null,
    headersTimeout: ANSWER_MILLISECONDS,
    // A stream that is silent for longer than this has lost its other end.
    bodyTimeout: 3 * REVOCATION_HEARTBEAT_MILLISECONDS,
  });

  async function call(path: string, question: unknown, signal: AbortSignal | null) {
    const caller = { principal: null, requestId: randomUUID(), language: 'en' } as const;
    const headers = { [ASSERTION_HEADER]: await signer.sign(caller), [REQUEST_ID_HEADER]: caller.requestId };
    const answer = await pool.request(
      question === undefined
        ? { method: 'GET', path, headers, signal }
        : {
            method: 'POST',
            path,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(question),
            signal,
          },
    );
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new Error(`Identity answered ${answer.statusCode} to ${path}.`);
    }
    return answer.body;
  }

  /** One answer, or the refusal that came in its place. Whatever goes wrong on the way may be tried again. */
  async function ask<T>(path: string, question: unknown, shape: z.ZodType<T>): Promise<T> {
    let answer: unknown;
    try {
      answer = await (await call(path, question, AbortSignal.timeout(ANSWER_MILLISECONDS))).json();
    } catch (cause) {
      const error = new DomainError(
        'SERVICE_UNAVAILABLE',
        'Who is allowed what cannot be asked at the moment.',
      );
      error.cause = cause;
      throw error;
    }
    const refused = refusedAnswer.safeParse(answer);
    if (refused.success) {
      const { code, message, details } = refused.data.refused;
      throw new DomainError(code, message, details);
    }
    return shape.parse(answer);
  }

  return {
    keySet: async () => await ask(AUTHORITY_PATHS.keys, undefined, keysAnswer),
    async *revocations(signal): AsyncGenerator<readonly Revocation[]> {
      const body = await call(AUTHORITY_PATHS.revocations, undefined, signal);
      const decoder = new TextDecoder();
      let rest = '';
      try {
        for await (const piece of body as AsyncIterable<Buffer>) {
          const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            if (line !== '') yield revocationsLine.parse(JSON.parse(line)).revocations;
          }
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        // Giving up the body makes it emit an error that nobody waits for.
        body.on('error', () => undefined);
        body.destroy();
      }
    },
    admitPartner: async (request) =>
      partnerFromWire(await ask(AUTHORITY_PATHS.partner, request, partnerAnswer)),
    registeredOperation: async (partnerId, operationId) => {
      const question = { partnerId, operationId };
      return (await ask(AUTHORITY_PATHS.operation, question, operationAnswer)).operation ?? undefined;
    },
    registeredOperationsAfter: async (place) =>
      (await ask(AUTHORITY_PATHS.operations, { after: place ?? null }, operationsAnswer)).operations,
    recordSecurityEvents: async (events) => {
      await (
        await call(AUTHORITY_PATHS.securityEvents, { events }, AbortSignal.timeout(ANSWER_MILLISECONDS))
      ).dump();
    },
    close: () => pool.close(),
  };
}

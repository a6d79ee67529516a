import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Credentials } from '#gateway/access/authenticate.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { OperationRequest } from '#gateway/operations/resolve.ts';
import { MAX_USER_AGENT, type Caller } from '#shared/platform/principal.ts';

const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The request's own id when it is well-formed, else a new one: it goes into logs and so must stay harmless. */
export function requestIdOf(request: Pick<FastifyRequest, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * What a request shows about who sends it: a token or an API key, and nothing else. Whatever other headers say about
 * an identity is not read, and goes nowhere.
 */
export function credentialsOf({ headers, ip, id }: FastifyRequest): Credentials {
  return {
    authorization: headers.authorization,
    apiKey: single(headers['x-api-key']),
    companyId: single(headers['x-davtari-company']),
    address: ip,
    requestId: id,
  };
}

/** Language of the texts of answers: Georgian unless English is asked for. */
export function languageOf(header: string | undefined): Caller['language'] {
  return header?.trim().toLowerCase().startsWith('en') === true ? 'en' : 'ka';
}

/** What the client calls itself, cut to a sane length; absent when it does not say. */
export function userAgentOf(headers: IncomingHttpHeaders): Pick<Caller, 'userAgent'> {
  const name = headers['user-agent'];
  return name === undefined ? {} : { userAgent: name.slice(0, MAX_USER_AGENT) };
}

/** An operation as it stands in a request, before anyone knows whether it makes sense. */
export interface AskedOperation extends OperationRequest {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reads the operation from the body, or of a GET from the address. Refuses with BAD_USER_INPUT. */
export function askedOperation(request: FastifyRequest): AskedOperation {
  const isGet = request.method === 'GET';
  const given = isGet ? request.query : request.body;
  if (Array.isArray(given)) throw badRequest('body', 'Send one operation a request; batches are not taken.');
  if (typeof given !== 'object' || given === null)
    throw badRequest('body', 'Send the operation as a JSON object with the field "query".');
  const fields = given as Readonly<Record<string, unknown>>;
  return {
    query: textOf(fields, 'query'),
    operationName: textOf(fields, 'operationName'),
    documentId: textOf(fields, 'documentId'),
    extensions: objectOf(fields, 'extensions', isGet),
    variables: objectOf(fields, 'variables', isGet) ?? {},
  };
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw badRequest(name, `${name}: must be a text.`);
  return value;
}

/** In an address an object is JSON text; in a body it stands for itself. */
function objectOf(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  isText: boolean,
): Readonly<Record<string, unknown>> | undefined {
  let value = fields[name];
  if (value === undefined || value === null || (isText && value === '')) return undefined;
  if (isText && typeof value === 'string') {
    try {
      value = JSON.parse(value) as unknown;
    } catch {
      throw badRequest(name, `${name}: is not JSON.`);
    }
    if (value === null) return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest(name, `${name}: must be an object.`);
  return value as Readonly<Record<string, unknown>>;
}

function badRequest(field: string, message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { field });
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

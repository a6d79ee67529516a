import type { FastifyInstance } from 'fastify';
import { DomainError } from '#shared/domain/errors.ts';

/** Shorter bodies cannot hold enough to matter. */
const SHORT = 256 * 1024;
/** Four times what variables may hold in objects and lists: texts may hold brackets, too. */
const MOST_BRACKETS = 200_000;

/**
 * Parses JSON bodies, but refuses those with brackets by the million before they are parsed: 10 MB of `{},{}` would hold
 * the process for most of a second.
 */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text.length > SHORT && holdsMoreBrackets(text, MOST_BRACKETS)) {
      done(tooManyParts());
      return;
    }
    void parse(request, text, done);
  });
}

function holdsMoreBrackets(text: string, most: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // { and [
    if ((code === 0x7b || code === 0x5b) && (count += 1) > most) return true;
  }
  return false;
}

function tooManyParts(): DomainError {
  return new DomainError('COST_LIMIT_EXCEEDED', 'The request holds too many objects and lists.', {
    field: 'body',
    limit: MOST_BRACKETS,
  });
}

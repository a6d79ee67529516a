import { hash } from 'node:crypto';
import { getOperationAST, parse } from 'graphql';
import type { Authorizer } from '#gateway/authorization/authorize.ts';
import type { Gate, PassedOperation } from '#gateway/limits/gate.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { Authenticator } from './authenticate.ts';

/** What any gateway must do: read a text once and know it again. */
function reading(): Gate['pass'] {
  const read = new Map<string, PassedOperation>();
  return (_caller, _limits, { query, operationName }) => {
    let known = read.get(query);
    if (known === undefined) {
      const document = parse(query);
      const operation = getOperationAST(document, operationName) ?? undefined;
      known = { document, queryHash: hash('sha256', query), operation, cost: undefined };
      read.set(query, known);
    }
    return known;
  };
}

/** A gateway without authentication, limits and rules, so that the benchmark can tell what these cost. */
export function withoutAccessControl(principal: Principal): {
  readonly authorize: Authorizer;
  edge(authenticator: Authenticator): { readonly authenticator: Authenticator; readonly gate: Gate };
} {
  const admitted = Promise.resolve({ principal });
  const allowed = Promise.resolve({ kind: 'allowed' as const });
  const pass = reading();
  return {
    authorize: () => allowed,
    edge: (authenticator) => ({
      authenticator: { ...authenticator, admit: () => admitted },
      gate: {
        arrive: () => undefined,
        pass,
      },
    }),
  };
}

import { Kind } from 'graphql';
import type { Authorizer } from '#gateway/authorization/authorize.ts';
import type { Gate, PassedOperation } from '#gateway/limits/gate.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { Authenticator } from './authenticate.ts';

/** Over HTTP nobody looks at it; over a WebSocket it is no operation, and so refused. */
const UNREAD: PassedOperation = {
  document: { kind: Kind.DOCUMENT, definitions: [] },
  queryHash: '',
  operation: undefined,
  cost: undefined,
};

/** A gateway without authentication, limits and rules, so that the benchmark can tell what these cost. */
export function withoutAccessControl(principal: Principal): {
  readonly authorize: Authorizer;
  edge(authenticator: Authenticator): { readonly authenticator: Authenticator; readonly gate: Gate };
} {
  const admitted = Promise.resolve({ principal });
  const allowed = Promise.resolve({ kind: 'allowed' as const });
  return {
    authorize: () => allowed,
    edge: (authenticator) => ({
      authenticator: { ...authenticator, admit: () => admitted },
      gate: {
        arrive: () => undefined,
        pass: () => UNREAD,
      },
    }),
  };
}

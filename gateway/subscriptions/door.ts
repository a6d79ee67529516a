import {
  GraphQLError,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { ApolloServer } from '@apollo/server';
import type { SupergraphHolder } from '#gateway/composition/holder.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import { tooLate } from '#gateway/http/deadline.ts';
import type { AskedOperation } from '#gateway/http/request.ts';
import { isTooCostlyToValidate, tooCostlyToValidate } from '#gateway/limits/admit.ts';
import type { Gate, OperationCost } from '#gateway/limits/gate.ts';
import { outcomeOf, type Metrics, type OperationOutcome } from '#gateway/metrics/metrics.ts';
import type { OperationResolver } from '#gateway/operations/resolve.ts';
import { readableBy } from '#gateway/operations/suggestions.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';
import { literalFault } from '#shared/graphql/input-faults.ts';
import type { PartnerLimits } from '#shared/platform/access-authority.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { tracedRequest } from '#shared/platform/tracing.ts';

/** An operation that may pass: found, measured and valid. */
export interface Admitted {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly queryHash: string;
  readonly cost: OperationCost | undefined;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Record<string, unknown>;
}

/** The way into the gateway for connections that stay open, whatever they speak. */
export interface Door {
  /** Throws RefusedOperation with what the caller is to be told. */
  admit(caller: Caller, limits: PartnerLimits | undefined, asked: AskedOperation): Promise<Admitted>;
  /** Refuses with these errors, counted and as the caller may read them. */
  refused(caller: Caller, began: number, errors: readonly GraphQLError[]): RefusedOperation;
  /** Counts a subscription that has begun. */
  begun(caller: Caller, began: number, admitted: Admitted): void;
  /** Answers a query or a mutation, unless whoever asked is gone. */
  answer(caller: Caller, admitted: Admitted, gone: AbortSignal): Promise<Answer>;
}

export interface DoorOptions {
  readonly supergraphs: Pick<SupergraphHolder, 'current'>;
  readonly apollo: ApolloServer<OperationContext>;
  readonly operations: OperationResolver;
  readonly gate: Gate;
  readonly metrics: Metrics;
  /** How long one query or mutation may take. */
  readonly timeoutMs: number;
  /** Told of every refusal before execution, for the security journal. */
  readonly onRefused: (
    error: DomainError,
    caller: Pick<Caller, 'principal' | 'address' | 'requestId'>,
  ) => void;
}

const REQUEST_SPAN = { name: 'graphql', kind: 'server' } as const;

export class RefusedOperation extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super('The operation is refused.');
    this.errors = errors;
  }
}

export function createDoor(options: DoorOptions): Door {
  const { supergraphs, apollo, gate, metrics, operations, timeoutMs } = options;
  const validated = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, readonly GraphQLError[]>>();

  function demandValid(document: DocumentNode): void {
    const { apiSchema } = supergraphs.current();
    let bySchema = validated.get(apiSchema);
    if (bySchema === undefined) validated.set(apiSchema, (bySchema = new WeakMap()));
    let errors = bySchema.get(document);
    if (errors === undefined) {
      errors = validate(apiSchema, document, specifiedRules).map(asBadInput);
      bySchema.set(document, errors);
    }
    if (errors.length > 0) throw new RefusedOperation(errors);
  }

  function refused(caller: Caller, began: number, errors: readonly GraphQLError[]): RefusedOperation {
    metrics.operation(caller, { outcome: outcomeOf(errors), milliseconds: performance.now() - began });
    return new RefusedOperation(readableBy(caller.principal, errors));
  }

  return {
    refused,
    async admit(caller, limits, asked) {
      const began = performance.now();
      try {
        gate.arrive(caller, limits);
        const { query, operationName } = await operations(caller, asked);
        const { variables } = asked;
        const passed = gate.pass(caller, limits, { query, operationName, variables });
        const { document, operation, queryHash, cost } = passed;
        demandValid(document);
        if (operation === undefined) throw badOperation('Name one of the operations of the document.');
        return { query, operationName, variables, document, operation, queryHash, cost };
      } catch (error) {
        if (error instanceof RefusedOperation) throw refused(caller, began, error.errors);
        if (error instanceof GraphQLError) throw refused(caller, began, [error]);
        if (!(error instanceof DomainError)) throw error;
        options.onRefused(error, caller);
        throw refused(caller, began, [refusal(error)]);
      }
    },
    begun(caller, began, { operation, cost }) {
      metrics.operation(caller, {
        type: operation.operation,
        name: operation.name?.value,
        outcome: 'ok',
        milliseconds: performance.now() - began,
        cost: cost?.requested,
      });
    },
    async answer(caller, { query, operationName, variables, operation, cost }, gone) {
      const began = performance.now();
      const told = (outcome: OperationOutcome): void =>
        metrics.operation(caller, {
          type: operation.operation,
          name: operation.name?.value,
          outcome,
          milliseconds: performance.now() - began,
          cost: cost?.requested,
        });
      const stop = new AbortController();
      let giveUp: (error: Error) => void = () => undefined;
      const late = new Promise<never>((_resolve, reject) => (giveUp = reject));
      const timer = setTimeout(() => {
        stop.abort();
        giveUp(tooLate(timeoutMs));
      }, timeoutMs);
      const left = (): void => stop.abort();
      gone.addEventListener('abort', left, { once: true });
      if (gone.aborted) left();
      try {
        const answering = tracedRequest(REQUEST_SPAN, () =>
          apollo.executeOperation(
            { query, variables, ...(operationName === undefined ? {} : { operationName }) },
            {
              contextValue: {
                caller: { ...caller, deadline: Date.now() + timeoutMs, signal: stop.signal },
                cost,
              },
            },
          ),
        );
        const { body } = await Promise.race([answering, late]);
        if (body.kind !== 'single') throw new Error('Nothing of ours answers incrementally.');
        const { data, errors, extensions } = body.singleResult;
        told(outcomeOf(errors));
        return {
          ...(data === undefined ? {} : { data }),
          ...(errors === undefined ? {} : { errors: errors.map(asGraphQLError) }),
          ...(extensions === undefined ? {} : { extensions }),
        };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        told(error.code);
        return { data: null, errors: [refusal(error)] };
      } finally {
        clearTimeout(timer);
        gone.removeEventListener('abort', left);
      }
    },
  };
}

function badOperation(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field: 'operationName' } });
}

function asBadInput(error: GraphQLError): GraphQLError {
  if (isTooCostlyToValidate(error)) return tooCostlyToValidate();
  const named = literalFault(error);
  return new GraphQLError(named.message, {
    nodes: named.nodes ?? null,
    extensions: { ...named.extensions, code: 'BAD_USER_INPUT' },
  });
}

function asGraphQLError(error: {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}): GraphQLError {
  return new GraphQLError(error.message, { path: error.path ?? null, extensions: error.extensions ?? null });
}

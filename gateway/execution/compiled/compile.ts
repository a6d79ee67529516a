import { operationFromDocument, type Operation, type Schema } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping.js';
import type { QueryPlan } from '@apollo/query-planner';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caller } from '#shared/platform/principal.ts';
import { withBooleanDefaults, type Variables } from './conditions.ts';
import { compileFetches, repeatedTexts, type AskSubgraph, type Run } from './fetches.ts';
import type { Fields } from './merge.ts';
import { NotCompilable } from './not-compilable.ts';
import { compileShape } from './shape.ts';

export interface ExecutionOutcome {
  readonly data?: Fields | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An operation with its plan, ready to run any number of times. */
export type CompiledOperation = (request: {
  readonly variables: Variables;
  readonly caller: Caller;
}) => Promise<ExecutionOutcome>;

export interface Compilation {
  readonly plan: QueryPlan;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly apiSchema: GraphQLSchema;
  readonly federatedApiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  readonly subgraph: (name: string) => AskSubgraph;
}

/**
 * Turns a query plan into functions, once an operation, so that running it parses, plans and looks up nothing. Answers
 * undefined for what must be left to the stock executor. Whatever goes wrong while it runs is put together by the stock
 * executor's own shaping over the same data, so errors and nulls come out the same.
 */
export function compileOperation(compilation: Compilation): CompiledOperation | undefined {
  try {
    return compile(compilation);
  } catch (error) {
    if (error instanceof NotCompilable) return undefined;
    throw error;
  }
}

function compile({
  plan,
  document,
  operation,
  apiSchema,
  federatedApiSchema,
  supergraphSchema,
  subgraph,
}: Compilation): CompiledOperation {
  if (plan.node?.kind === 'Subscription') throw new NotCompilable('a subscription');
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const shape = compileShape(
    apiSchema,
    operation,
    new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  );
  const fetch =
    plan.node === undefined
      ? undefined
      : compileFetches({ supergraphSchema, subgraph, repeated: repeatedTexts(plan.node) }, plan.node);
  const defaulted = withBooleanDefaults(operation);
  let federated: Operation | undefined;
  const stockShape = (data: Fields, variables: Variables) => {
    federated ??= operationFromDocument(
      federatedApiSchema,
      { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      { validate: false },
    );
    return computeResponse({
      operation: federated,
      variables,
      input: data,
      introspectionHandling: () => {
        throw new Error('Introspection is not compiled.');
      },
    });
  };

  return async ({ variables, caller }) => {
    const run: Run = { caller, variables, conditions: defaulted(variables), data: {}, errors: [] };
    await fetch?.(run, run.data);
    if (run.errors.length === 0) {
      const shaped = shape(run.data, run.conditions);
      if (shaped !== undefined) return { data: shaped };
    }
    const { data, errors } = stockShape(run.data, variables);
    if (run.errors.length > 0) return { data: data ?? null, errors: run.errors };
    return { data: data ?? null, ...(errors.length > 0 ? { extensions: { valueCompletion: errors } } : {}) };
  };
}

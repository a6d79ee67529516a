import { OperationTypeNode, type GraphQLError } from 'graphql';
import type { SupergraphHolder } from '#gateway/composition/holder.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { OperationAnswer } from '#gateway/execution/operations.ts';
import type { PassedOperation } from '#gateway/limits/gate.ts';
import { acceptsGraphqlResponse } from './refusals.ts';

/** An answer as it goes out. */
export interface DirectAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly errors: readonly GraphQLError[] | undefined;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * Answers a valid query or mutation in a POST without Apollo Server, whose way is for what is rare: documents that are
 * not valid, introspection, GET, and media types of other worlds. Undefined for these. What both ways answer is the
 * same; a test holds them against each other.
 */
export function answerDirectly(
  supergraphs: SupergraphHolder,
  passed: PassedOperation,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
  accept: string | undefined,
): Promise<DirectAnswer> | undefined {
  const { document, operation, queryHash } = passed;
  if (operation === undefined || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  if (!takesJson(accept)) return undefined;
  const supergraph = supergraphs.current();
  if (!supergraph.isValid(document)) return undefined;
  const runnable = { document, operation, queryHash };
  if (!supergraph.operations.isCompiled(runnable)) return undefined;
  return supergraph.operations
    .answer(runnable, variables, context)
    .then((answer) => sendable(answer, acceptsGraphqlResponse(accept)));
}

function sendable(answer: OperationAnswer, isGraphqlResponse: boolean): DirectAnswer {
  return {
    // Clients of plain JSON expect 200 whatever the answer says.
    status: isGraphqlResponse && answer.data === undefined ? 400 : 200,
    type: isGraphqlResponse ? GRAPHQL_TYPE : JSON_TYPE,
    text: `${JSON.stringify(answer)}\n`,
    errors: answer.errors,
  };
}

/** The media types of nearly every client; a finer choice among several is left to Apollo Server. */
function takesJson(accept: string | undefined): boolean {
  return (
    accept === undefined || accept === '*/*' || /^application\/(?:graphql-response\+)?json\b/.test(accept)
  );
}

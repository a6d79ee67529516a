import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { denial, type Authorizer } from '#gateway/authorization/authorize.ts';
import { nullDeniedFields } from '#gateway/authorization/strip.ts';
import type { OperationCost } from '#gateway/limits/gate.ts';
import { formatError } from '#shared/graphql/errors.ts';
import { variableFaults } from '#shared/graphql/input-faults.ts';
import type { Logger } from '#shared/platform/log.ts';
import { processMetrics, SECONDS } from '#shared/platform/metrics.ts';
import { traced } from '#shared/platform/tracing.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { OperationContext } from './caller-context.ts';
import type { CompiledOperation } from './compiled/compile.ts';
import { withOutcome } from './outcome.ts';

/** A query or mutation whose document is valid. */
export interface RunnableOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Identifies the document's text. */
  readonly queryHash: string;
}

/** What is answered, ready to be sent. */
export interface OperationAnswer {
  readonly errors?: readonly GraphQLError[];
  readonly data?: Record<string, unknown> | null;
  readonly extensions?: { readonly cost: OperationCost };
}

/** Runs an operation by some means of its own: what is not compiled goes to the stock executor. */
export type StockExecution = (operation: RunnableOperation) => Promise<GatewayExecutionResult>;

export interface Operations {
  /** Whether the operation runs compiled; all but introspection does. Plans and compiles it when it is new. */
  isCompiled(operation: RunnableOperation): boolean;
  /**
   * Rules first; then the plan over what is left; then null and an error where something was denied. `stock` is
   * needed for operations that are not compiled.
   */
  answer(
    operation: RunnableOperation,
    variables: Readonly<Record<string, unknown>>,
    context: OperationContext,
    stock?: StockExecution,
  ): Promise<OperationAnswer>;
}

/** Told of each field that a caller was denied. */
export type DenialListener = (caller: Caller, field: string) => void;

export interface OperationParts {
  readonly schema: GraphQLSchema;
  readonly authorize: Authorizer;
  readonly onDenied: DenialListener;
  /** Plans and compiles; undefined for what must be left to the stock executor. */
  readonly compile: (operation: RunnableOperation) => CompiledOperation | undefined;
  readonly log: Logger;
}

/** Compiled operations that are remembered: as many as frontends and partners have, and strangers' besides. */
const REMEMBERED = 2_000;

const lookups = processMetrics
  .tally('davtari_plan_cache_lookups_total', 'Operations whose plan was looked for among those remembered.')
  .of();
const misses = processMetrics
  .tally('davtari_plan_cache_misses_total', 'Operations that had to be planned and compiled.')
  .of();
const planning = processMetrics
  .distribution('davtari_plan_seconds', 'Time that planning and compiling one operation took.', SECONDS)
  .of();

export function createOperations({ schema, authorize, onDenied, compile, log }: OperationParts): Operations {
  const compiled = new LRUCache<string, { readonly run: CompiledOperation | undefined }>({ max: REMEMBERED });

  function compiledRun(operation: RunnableOperation): CompiledOperation | undefined {
    const name = operation.operation.name?.value;
    const key = name === undefined ? operation.queryHash : `${operation.queryHash} ${name}`;
    let known = compiled.get(key);
    if (known === undefined) {
      const began = performance.now();
      known = traced('plan', () => ({ run: compile(operation) }));
      compiled.set(key, known);
      planning.observe((performance.now() - began) / 1000);
      misses.add();
    }
    return known.run;
  }

  /** The part of a result that its executor has made: data, errors of fetches, and values that are missing. */
  async function execute(
    operation: RunnableOperation,
    variables: Readonly<Record<string, unknown>>,
    { caller }: OperationContext,
    stock: StockExecution | undefined,
  ): Promise<GatewayExecutionResult> {
    const run = compiledRun(operation);
    if (run === undefined) {
      if (stock === undefined) throw new Error('An operation that is not compiled needs the stock executor.');
      return stock(operation);
    }
    const { variableDefinitions = [] } = operation.operation;
    if (variableDefinitions.length > 0) {
      const { errors } = getVariableValues(schema, variableDefinitions, variables);
      if (errors !== undefined) return { errors: [...errors] };
    }
    return (await run({ variables, caller })) as GatewayExecutionResult;
  }

  return {
    isCompiled: (operation) => compiledRun(operation) !== undefined,

    async answer(operation, variables, context, stock) {
      lookups.add();
      const { caller, cost } = context;
      const told = cost === undefined ? {} : { extensions: { cost } };
      const format = (error: GraphQLError): GraphQLError =>
        published(error, (err) => {
          log.error({ event: 'gateway_defect', requestId: caller.requestId, path: error.path, err });
        });
      const faults = (): readonly GraphQLError[] =>
        variableFaults(schema, operation.document, operation.operation.name?.value, variables);

      // A missing condition variable cannot be judged; it is a fault of the request.
      const verdict = await authorize({ ...operation, variables, principal: caller.principal }).catch(
        (error: unknown) => {
          const errors = faults();
          if (errors.length === 0) throw error;
          return { kind: 'refused' as const, errors, denied: [] };
        },
      );
      if (verdict.kind !== 'allowed') {
        for (const { typeName, fieldName } of verdict.denied) onDenied(caller, `${typeName}.${fieldName}`);
      }
      if (verdict.kind === 'refused') return { errors: verdict.errors.map(format), data: null, ...told };

      const allowed = verdict.kind === 'allowed' ? operation : remaining(verdict, operation);
      const result = await execute(allowed, variables, context, stock);
      if (result.data === undefined && result.errors !== undefined) {
        const errors = faults();
        if (errors.length > 0) return { errors: errors.map(format), ...told };
      }
      const isChange = operation.operation.operation === OperationTypeNode.MUTATION;
      const errors = [...(result.errors ?? []), ...incompleteValues(result)]
        .map(format)
        .map((error) => (isChange ? withOutcome(error) : error));
      if (verdict.kind === 'allowed')
        return { ...(errors.length > 0 ? { errors } : {}), data: result.data ?? null, ...told };
      const data = nullDeniedFields(result.data ?? {}, verdict.denied, (field, path) => {
        errors.push(format(denial(field, path)));
      });
      return { errors, data, ...told };
    },
  };
}

/** The operation without the fields that were denied. */
function remaining(
  { document, queryHash }: { readonly document: DocumentNode; readonly queryHash: string },
  { operation }: RunnableOperation,
): RunnableOperation {
  const left = getOperationAST(document, operation.name?.value);
  if (left == null) throw new Error('What is left of a document holds its operation.');
  return { document, operation: left, queryHash };
}

/** Executors tell of missing non-null values in an extension, and as no error at all. */
function incompleteValues(result: GatewayExecutionResult): readonly GraphQLError[] {
  const faults: unknown = result.extensions?.['valueCompletion'];
  return Array.isArray(faults) ? (faults as GraphQLError[]) : [];
}

function published(error: GraphQLError, onDefect: (error: unknown) => void): GraphQLError {
  const { message, path, extensions } = formatError(error, onDefect);
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
}

import type { GraphQLSchema } from 'graphql';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import type { CostMeter } from '#gateway/limits/cost.ts';
import type { TaxFields } from '#gateway/limits/tax-fields.ts';

/**
 * The supergraph that is answered by now. It may be swapped for a newer one while the gateway runs, so whoever keeps
 * something that was made from it asks again, or listens.
 */
export interface SupergraphHolder {
  current(): LoadedSupergraph;
  /** Calls the listener right after each swap. Answers how to stop listening. */
  onSwap(listener: (next: LoadedSupergraph) => void): () => void;
}

/** One supergraph with everything that is made from its text. */
export interface Edition {
  /** The supergraph's text. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly supergraph: LoadedSupergraph;
  readonly costs: CostMeter;
  readonly taxFields: TaxFields;
}

/** The holder as those see it who put the gateway together. */
export interface EditionHolder extends SupergraphHolder {
  edition(): Edition;
  /** From now on new operations run over this one; those under way finish where they began. */
  swap(next: Edition): Promise<void>;
  /** What Apollo Server is given: it follows every swap. */
  readonly gateway: GatewayInterface;
}

type Executor = (context: GatewayGraphQLRequestContext) => Promise<GatewayExecutionResult>;

export async function holdEdition(first: Edition): Promise<EditionHolder> {
  let held = first;
  const listeners = new Set<(next: LoadedSupergraph) => void>();
  // Apollo Server has one executor for its life. It validates by a schema and hands that along, which tells the edition.
  const executors = new WeakMap<GraphQLSchema, Executor>();
  executors.set(first.supergraph.apiSchema, await executorOf(first));
  const tell = (callback: Parameters<NonNullable<GatewayInterface['onSchemaLoadOrUpdate']>>[0]): void => {
    held.supergraph.gateway.onSchemaLoadOrUpdate?.(callback)();
  };
  const onSwap: SupergraphHolder['onSwap'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    current: () => held.supergraph,
    edition: () => held,
    onSwap,
    async swap(next) {
      executors.set(next.supergraph.apiSchema, await executorOf(next));
      held = next;
      for (const listener of listeners) listener(next.supergraph);
    },
    gateway: {
      load: () =>
        Promise.resolve({
          executor: (context) => {
            const execute = executors.get(context.schema) ?? executors.get(held.supergraph.apiSchema);
            if (execute === undefined) throw new Error('Every edition has its executor before it is held.');
            return execute(context);
          },
        }),
      onSchemaLoadOrUpdate(callback) {
        tell(callback);
        return onSwap(() => tell(callback));
      },
      stop: () => held.supergraph.gateway.stop(),
    },
  };
}

async function executorOf({ supergraph }: Edition): Promise<Executor> {
  const { executor } = await supergraph.gateway.load({ apollo: {} });
  if (executor === null) throw new Error('A loaded supergraph always has an executor.');
  return executor;
}

/** A meter that always measures by the supergraph of the moment. */
export function followingCosts(holder: EditionHolder): CostMeter {
  return {
    costOf: (document, operation, variables) => holder.edition().costs.costOf(document, operation, variables),
  };
}

/** Tells the tax subgraph's fields of the supergraph of the moment. */
export function followingTaxFields(holder: EditionHolder): TaxFields {
  return { areIn: (document, operation) => holder.edition().taxFields.areIn(document, operation) };
}

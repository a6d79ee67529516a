import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { readRequirements } from '#gateway/authorization/requirements.ts';
import { createFieldGuard, type FieldGuard } from '#gateway/authorization/rules.ts';
import { createCostMeter, type CostMeter } from '#gateway/limits/cost.ts';
import { findTaxFields, type TaxFields } from '#gateway/limits/tax-fields.ts';

/**
 * What follows from a supergraph's text and from nothing else. It remembers nothing of whoever asks, so gateways and
 * those who judge manifests share one.
 */
export class SupergraphReading {
  /** The text without its security links, which the stock gateway refuses to load. */
  readonly supergraphSdl: string;
  /** Everything that planning needs. */
  readonly federated: Supergraph;
  readonly apiSchema: GraphQLSchema;
  readonly guard: FieldGuard;
  readonly #text: string;
  #supergraphSchema: GraphQLSchema | undefined;
  #planner: QueryPlanner | undefined;
  #costs: CostMeter | undefined;
  #taxFields: TaxFields | undefined;

  /** Throws when the text does not hold: a rule is missing or not understood, or it is no supergraph. */
  constructor(text: string) {
    const { byCoordinate, supergraphSdl } = readRequirements(text);
    this.#text = text;
    this.supergraphSdl = supergraphSdl;
    this.federated = Supergraph.build(supergraphSdl, { validateSupergraph: true });
    this.apiSchema = this.federated.apiSchema().toGraphQLJSSchema();
    this.guard = createFieldGuard(this.apiSchema, byCoordinate);
  }

  /** The schema with what joins its subgraphs. */
  get supergraphSchema(): GraphQLSchema {
    return (this.#supergraphSchema ??= this.federated.schema.toGraphQLJSSchema());
  }

  get planner(): QueryPlanner {
    return (this.#planner ??= new QueryPlanner(this.federated));
  }

  get costs(): CostMeter {
    return (this.#costs ??= createCostMeter(this.#text, this.apiSchema));
  }

  get taxFields(): TaxFields {
    return (this.#taxFields ??= findTaxFields(this.#text));
  }
}

/** Readings that somebody may still hold. */
const known = new Map<string, WeakRef<SupergraphReading>>();
/** Kept although nobody may hold it by now: who comes next mostly means the same text. */
let last: SupergraphReading | undefined;

/**
 * Reads a supergraph. The same text is read once for all who hold what was read: a reading takes a second and much memory,
 * and a process has a gateway, a judge of manifests, and a comparison at every reload.
 */
export function readSupergraph(text: string): SupergraphReading {
  let reading = known.get(text)?.deref();
  if (reading === undefined) {
    reading = new SupergraphReading(text);
    for (const [other, reference] of known) if (reference.deref() === undefined) known.delete(other);
    known.set(text, new WeakRef(reading));
  }
  last = reading;
  return last;
}

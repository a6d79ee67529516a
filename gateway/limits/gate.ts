import { getOperationAST, type OperationDefinitionNode } from 'graphql';
import { DomainError } from '#shared/domain/errors.ts';
import type { PartnerLimits } from '#shared/platform/access-authority.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { AdmittedOperation, Admission } from './admit.ts';
import type { CostMeter } from './cost.ts';
import type { Rates } from './rates.ts';
import type { TaxFields } from './tax-fields.ts';

/** What every operation passes before it is planned, over whatever transport it came. */
export interface Gate {
  /** Counts one request. Refuses with RATE_LIMITED. */
  arrive(caller: Caller, limits: PartnerLimits | undefined): void;
  /**
   * Lets an operation pass that is small enough, cheap enough and within its caller's means. Throws a `GraphQLError`
   * or `DomainError` otherwise.
   */
  pass(caller: Caller, limits: PartnerLimits | undefined, operation: AskedText): PassedOperation;
}

export interface AskedText {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface PassedOperation extends AdmittedOperation {
  /** Undefined when the document does not hold the operation that was named. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly cost: OperationCost | undefined;
}

/** What answers tell in `extensions.cost`. */
export interface OperationCost {
  readonly requested: number;
  readonly limit: number;
}

export const DEFAULT_COST_LIMIT = 10_000;
/** No input of ours is half as deep. */
const DEEPEST_VARIABLES = 32;
/** Objects and lists of all variables: a thousand transactions of 45 entries each have so many. */
const MOST_OBJECTS = 50_000;

export function createGate(parts: {
  readonly admit: Admission;
  readonly costs: CostMeter;
  readonly costLimit: number;
  readonly rates: Rates;
  readonly taxFields: TaxFields;
}): Gate {
  const { admit, costs, costLimit, rates, taxFields } = parts;
  return {
    arrive: (caller, limits) => rates.countRequest(caller, limits),
    pass(caller, limits, { query, operationName, variables }) {
      demandModest(variables);
      const admitted = admit(query);
      const operation = getOperationAST(admitted.document, operationName) ?? undefined;
      if (operation === undefined) return { ...admitted, operation, cost: undefined };
      if (taxFields.areIn(admitted.document, operation)) rates.countTaxRequest(caller);
      const requested = costs.costOf(admitted.document, operation, variables);
      if (requested > costLimit) throw tooDear(requested, costLimit);
      if (limits !== undefined) rates.spend(caller, limits, requested);
      return {
        document: admitted.document,
        queryHash: admitted.queryHash,
        operation,
        cost: { requested, limit: costLimit },
      };
    },
  };
}

function tooDear(cost: number, limit: number): DomainError {
  return new DomainError('COST_LIMIT_EXCEEDED', `The operation costs ${cost}; ${limit} are allowed.`, {
    cost,
    limit,
  });
}

/**
 * Values are taken apart by functions that call themselves; one level more is one call more. Each object is looked at
 * several times before anybody counts the items of its list.
 */
function demandModest(variables: Readonly<Record<string, unknown>>): void {
  let objects = 0;
  const look = (value: unknown, levels: number): void => {
    if (typeof value !== 'object' || value === null) return;
    objects += 1;
    if (levels === 0) throw immodest('The variables are nested too deeply.', DEEPEST_VARIABLES);
    if (objects > MOST_OBJECTS)
      throw immodest('The variables hold too many objects and lists.', MOST_OBJECTS);
    if (Array.isArray(value)) {
      for (const item of value) look(item, levels - 1);
      return;
    }
    for (const key in value) look((value as Record<string, unknown>)[key], levels - 1);
  };
  look(variables, DEEPEST_VARIABLES);
}

function immodest(message: string, limit: number): DomainError {
  return new DomainError('COST_LIMIT_EXCEEDED', message, { field: 'variables', limit });
}

import type { Actor } from '#shared/domain/actor.ts';
import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { ReportingWriter } from '../writer.ts';
import { decideBudget, evolveBudget, initialBudget, type Budget, type BudgetDimension } from './decide.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function setBudget(
  writer: ReportingWriter,
  actor: Actor,
  input: {
    readonly year: number;
    readonly accountId: string;
    readonly dimension: BudgetDimension | null;
    readonly months: readonly string[];
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<void> {
  const { year, accountId, dimension, months } = input;
  const of = dimension === null ? '' : JSON.stringify([dimension.name, dimension.value]);
  const id = namedId('reporting', actor.companyId, `budget:${String(year)}:${accountId}:${of}`);
  let state: Budget = initialBudget;
  await writer.writePath.execute({
    ...actor,
    operation: 'setBudget',
    ...keyed(input),
    aggregates: [id],
    changesFacts: false,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialBudget,
        evolve: evolveBudget,
        stateVersion: 1,
      });
    },
    decide: () => decideBudget({ id, year, accountId, dimension, months }, state),
  });
}

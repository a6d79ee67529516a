import type { Actor } from '#shared/domain/actor.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { PayrollWriter } from '../writer.ts';
import {
  decideEmployer,
  evolveEmployer,
  noEmployer,
  type DescribedEmployer,
  type GivenEmployer,
} from './decide.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED */
export async function describeEmployer(
  writer: PayrollWriter,
  actor: Actor,
  input: GivenEmployer & { readonly idempotencyKey?: string | null | undefined },
): Promise<void> {
  const { idempotencyKey: _key, ...given } = input;
  const id = namedId('payroll', actor.companyId, 'employer');
  let state: DescribedEmployer = noEmployer;
  await writer.writePath.execute({
    ...actor,
    operation: 'describePayrollEmployer',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: noEmployer,
        evolve: evolveEmployer,
        stateVersion: 1,
      });
    },
    decide: () => decideEmployer(id, given, state),
  });
}

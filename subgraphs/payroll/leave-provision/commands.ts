import type { Actor } from '#shared/domain/actor.ts';
import { monthKey } from '#shared/domain/date.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import { accountsByRole } from '../postings/accounts.ts';
import { SCHEMA } from '../schema.ts';
import type { PayrollWriter } from '../writer.ts';
import {
  decideProvision,
  demandMonth,
  totalsOf,
  type KnownProvision,
  type MonthOf,
  type ProvisionTotals,
} from './decide.ts';
import { listProvisions, readLeaveOwed } from './queries.ts';

/**
 * Asks the ledger to post what a month's provision differs by from the books.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED
 */
export async function postProvision(
  writer: PayrollWriter,
  actor: Actor,
  input: MonthOf & { readonly idempotencyKey?: string | null | undefined },
): Promise<void> {
  const { companyId } = actor;
  const { year, month } = input;
  demandMonth(input);
  const aggregateId = namedId(SCHEMA, companyId, 'leave-provisions');
  const id = namedId(SCHEMA, companyId, `leave-provision:${monthKey(year, month)}`);
  let grounds: Grounds | undefined;
  await writer.writePath.execute({
    ...actor,
    operation: 'postLeaveProvision',
    ...keyed(input),
    aggregates: [aggregateId],
    prepare: async () => {
      const { database } = writer;
      grounds = {
        totals: totalsOf(await readLeaveOwed(database, companyId, { year, month })),
        known: await listProvisions(database, companyId),
        accounts: await database.withCompany(companyId, (sql) => accountsByRole(sql, companyId)),
      };
    },
    decide: () => {
      if (grounds === undefined) throw new Error('decided before it was prepared');
      const { totals, known, accounts } = grounds;
      return decideProvision({ aggregateId, companyId, id, year, month }, totals, known, accounts);
    },
  });
}

interface Grounds {
  readonly totals: ProvisionTotals;
  readonly known: readonly KnownProvision[];
  readonly accounts: ReadonlyMap<string, string>;
}

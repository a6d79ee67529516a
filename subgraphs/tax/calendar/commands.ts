import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { listDeadlines, termOfPeriod } from './deadlines.ts';
import { decideFiling } from './decide.ts';
import type { Term } from './deadline.ts';
import { evolveFiling, notFiled, type Filing } from './filing.ts';
import { todayInGeorgia } from './today.ts';

export interface FilingGiven {
  readonly code: string;
  readonly year: number;
  readonly month?: number | null | undefined;
  readonly filedOn?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Says when a return was handed in, or takes that back.
 * @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
 */
export async function recordTaxFiling(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: FilingGiven,
): Promise<Term> {
  const [deadline] = await listDeadlines(writer.database, given.code);
  if (deadline === undefined) throw badInput('code', given.code, 'there is no such deadline');
  const month = given.month ?? null;
  if ((deadline.monthsAfter === null) !== (month === null))
    throw badInput('month', month, month === null ? 'this return is monthly' : 'this return is yearly');
  const term = await termOfPeriod(writer.database, given.code, { year: given.year, month });
  const id = namedId('tax', actor.companyId, `filing:${given.code}:${given.year}-${month ?? 0}`);
  let state: Filing = notFiled;
  await writer.writePath.execute({
    ...actor,
    operation: 'recordTaxFiling',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: notFiled,
        evolve: evolveFiling,
        stateVersion: 1,
      });
    },
    decide: () => decideFiling({ id, term, filedOn: given.filedOn ?? null, today: todayInGeorgia() }, state),
  });
  return term;
}

import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { termNamed } from './deadlines.ts';
import { decideFiling } from './decide.ts';
import type { Term } from './deadline.ts';
import { filingId, filingKind, notFiled, type Filing } from './filing.ts';
import { amountOfTerm } from './queries.ts';
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
  const term = await termNamed(writer.database, given);
  const { year, month } = term.period;
  const id = filingId(actor.companyId, { code: given.code, year, month: month ?? 0 });
  // What the return comes to on this day: whatever moves it later is seen.
  const amount = await amountOfTerm(writer.database, actor.companyId, term);
  let state: Filing = notFiled;
  await writer.writePath.execute({
    ...actor,
    operation: 'recordTaxFiling',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, filingKind);
    },
    decide: () =>
      decideFiling({ id, term, filedOn: given.filedOn ?? null, amount, today: todayInGeorgia() }, state),
  });
  return term;
}

import type { AggregateKind } from '#db/aggregates.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { monthKey, parseDate } from '#shared/domain/date.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { accountsByRole } from '../postings/accounts.ts';
import { naming } from '../refusal-of-guard.ts';
import type { NamedRate } from '../pay/exchange.ts';
import type { PayrollWriter } from '../writer.ts';
import {
  decideApproval,
  decideCalculated,
  decideCancellation,
  decidePosting,
  decideProgress,
  decideRecalculation,
  decideStart,
  type KnownRun,
  type PostingGrounds,
  type RunDraft,
} from './decide.ts';
import { LEAST_PEOPLE } from './cost-centres.ts';
import { readAgreedCurrencies, readOfficialRates } from './rates.ts';
import { findRun, readCentreCosts, readKnownRuns, readSums } from './queries.ts';
import { evolveRun, noRun, type Run, type RunEvent, type RunProgressed } from './run.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

interface OfRun extends Keyed {
  readonly id: string;
}

const kind: AggregateKind<Run, RunEvent> = { initial: noRun, evolve: evolveRun, stateVersion: 2 };

/** @throws DomainError BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function startRun(
  writer: PayrollWriter,
  actor: Actor,
  { idempotencyKey, ...draft }: RunDraft & Keyed,
): Promise<string> {
  const id = newId();
  let known: readonly KnownRun[] = [];
  let currencies: readonly string[] = [];
  let official: readonly NamedRate[] = [];
  const { result } = await writer.writePath
    .execute<{ id: string }>({
      ...actor,
      operation: 'startPayrollRun',
      ...keyed({ ...draft, idempotencyKey }),
      prepare: async () => {
        known = await readKnownRuns(writer.database, actor.companyId);
        currencies = await readAgreedCurrencies(writer.database, actor.companyId, draft);
        if (currencies.length === 0) return;
        const day = parseDate(draft.payDate, 'payDate');
        official = await readOfficialRates(writer.database, currencies, day);
      },
      decide: () => decideStart(id, draft, known, currencies, official),
    })
    .catch(naming('month', monthKey(draft.year, draft.month)));
  return result.id;
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED */
export function recalculateRun(writer: PayrollWriter, actor: Actor, input: OfRun): Promise<string> {
  return onRun(writer, actor, 'recalculatePayrollRun', input, (run) => decideRecalculation(input.id, run));
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED */
export function approveRun(
  writer: PayrollWriter,
  actor: Actor,
  input: OfRun & { readonly digest: string },
): Promise<string> {
  const { userId } = actor;
  return onRun(writer, actor, 'approvePayrollRun', input, (run) =>
    decideApproval(input.id, run, { userId, digest: input.digest }),
  );
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED */
export function cancelRun(
  writer: PayrollWriter,
  actor: Actor,
  input: OfRun & { readonly reason: string },
): Promise<string> {
  return onRun(writer, actor, 'cancelPayrollRun', input, (run) =>
    decideCancellation(input.id, run, input.reason),
  );
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED */
export function postRun(
  writer: PayrollWriter,
  actor: Actor,
  input: OfRun & {
    readonly date?: string | null | undefined;
    readonly leastPeoplePerCentre?: number | null | undefined;
  },
): Promise<string> {
  const { companyId } = actor;
  const { id, date = null } = input;
  const leastPeople = input.leastPeoplePerCentre ?? LEAST_PEOPLE;
  let grounds: PostingGrounds | undefined;
  const prepare = async (): Promise<void> => {
    const row = await findRun(writer.database, companyId, id);
    grounds = await writer.database.withCompany(companyId, async (sql) => ({
      sums: await readSums(sql, companyId, id),
      isRefused: row?.state === 'POSTING_REFUSED',
      centres: await readCentreCosts(sql, companyId, id),
      accounts: await accountsByRole(sql, companyId),
    }));
  };
  const decide = (run: Run): Decision<{ id: string }> => {
    if (grounds === undefined) throw new Error('decided before it was prepared');
    return decidePosting(id, run, { companyId, date, leastPeople }, grounds);
  };
  return onRun(writer, actor, 'postPayrollRun', input, decide, prepare);
}

/** Tells whoever watches how far a calculation has come. */
export async function tellProgress(
  writer: PayrollWriter,
  actor: Actor,
  { id, ...progress }: RunProgressed & { readonly id: string },
): Promise<void> {
  await onRun(writer, actor, 'tellPayrollRunProgress', { id }, (run) => decideProgress(id, run, progress));
}

/** Says that all payslips of a calculation are there. @throws DomainError INVALID_TRANSITION when nobody waits for it */
export async function finishCalculation(
  writer: PayrollWriter,
  actor: Actor,
  input: { readonly id: string; readonly calculation: number },
): Promise<void> {
  const { companyId } = actor;
  const sums = await writer.database.withCompany(companyId, (sql) => readSums(sql, companyId, input.id));
  await onRun(writer, actor, 'finishPayrollRunCalculation', input, (run) =>
    decideCalculated(input.id, run, input.calculation, sums),
  );
}

async function onRun(
  writer: PayrollWriter,
  actor: Actor,
  operation: string,
  input: OfRun,
  decide: (run: Run) => Decision<{ id: string }>,
  prepare?: () => Promise<void>,
): Promise<string> {
  const { id } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let run: Run = noRun;
  const { result } = await writer.writePath.execute<{ id: string }>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      run = await writer.load(actor.companyId, id, kind);
      await prepare?.();
    },
    decide: () => decide(run),
  });
  return result.id;
}

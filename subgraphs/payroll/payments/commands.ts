import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { naming } from '../refusal-of-guard.ts';
import type { PayrollWriter } from '../writer.ts';
import {
  decideCash,
  decidePaymentFile,
  decideSettlement,
  type FileToSettle,
  type RunToHandOut,
  type RunToPay,
  type Settlement,
} from './decide.ts';
import { accountsByRole } from '../postings/accounts.ts';
import { readFileToSettle, readRefusedPostings, readRunToHandOut, readRunToPay } from './queries.ts';
import { decideRetry, type RefusedOfFile } from './retry.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function makePaymentFile(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly runId: string; readonly payDate?: string | null | undefined },
): Promise<string> {
  const { runId, payDate = null } = input;
  if (!isUuid(runId)) throw notFound('runId', runId);
  const id = newId();
  let toPay: RunToPay | undefined;
  const { result } = await writer.writePath
    .execute<{ id: string }>({
      ...actor,
      operation: 'makePayrollPaymentFile',
      ...keyed(input),
      aggregates: [runId],
      prepare: async () => {
        toPay = await readRunToPay(writer.database, actor.companyId, runId);
      },
      decide: () => {
        if (toPay === undefined) throw new Error('decided before it was prepared');
        return decidePaymentFile(id, { runId, payDate }, toPay);
      },
    })
    .catch(naming('runId', runId));
  return result.id;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id of the file. */
export async function payInCash(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly runId: string; readonly date: string; readonly employeeIds: readonly string[] },
): Promise<string> {
  const { runId, date, employeeIds } = input;
  if (!isUuid(runId)) throw notFound('runId', runId);
  const { companyId } = actor;
  const id = newId();
  let toHandOut: RunToHandOut | undefined;
  const { result } = await writer.writePath
    .execute<{ id: string }>({
      ...actor,
      operation: 'payPayrollInCash',
      ...keyed(input),
      aggregates: [runId],
      prepare: async () => {
        toHandOut = await readRunToHandOut(writer.database, companyId, runId, employeeIds);
      },
      decide: () => {
        if (toHandOut === undefined) throw new Error('decided before it was prepared');
        return decideCash(companyId, id, { runId, date, employeeIds }, toHandOut);
      },
    })
    .catch(naming('runId', runId));
  return result.id;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id of the file. */
export async function settlePayments(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & Settlement,
): Promise<string> {
  const { idempotencyKey: _key, ...settlement } = input;
  const { fileId, confirmed, failed } = settlement;
  if (!isUuid(fileId)) throw notFound('fileId', fileId);
  const { companyId } = actor;
  let file: FileToSettle | null = null;
  const { result } = await writer.writePath.execute<{ id: string }>({
    ...actor,
    operation: 'settlePayrollPayments',
    ...keyed(input),
    aggregates: [fileId],
    prepare: async () => {
      file = await readFileToSettle(writer.database, companyId, fileId, [
        ...confirmed,
        ...failed.map(({ employeeId }) => employeeId),
      ]);
    },
    decide: () => decideSettlement(companyId, settlement, file),
  });
  return result.id;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id of the file. */
export async function retryPaymentPosting(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly fileId: string; readonly date?: string | null | undefined },
): Promise<string> {
  const { fileId, date = null } = input;
  if (!isUuid(fileId)) throw notFound('fileId', fileId);
  const { companyId } = actor;
  let refused: RefusedOfFile | null = null;
  let accounts: ReadonlyMap<string, string> = new Map();
  const { result } = await writer.writePath.execute<{ id: string }>({
    ...actor,
    operation: 'retryPayrollPaymentPosting',
    ...keyed(input),
    aggregates: [fileId],
    prepare: async () => {
      refused = await readRefusedPostings(writer, companyId, fileId);
      accounts = await writer.database.withCompany(companyId, (sql) => accountsByRole(sql, companyId));
    },
    decide: () => decideRetry(companyId, { fileId, date }, refused, accounts),
  });
  return result.id;
}

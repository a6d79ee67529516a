import { badInput, notFound } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { parseText } from '#shared/domain/text.ts';
import type { TaxWriter } from '../../writer.ts';
import { requestSubmission, type RsGeSubmissionRequestedData } from '../events.ts';
import { TAX_INVOICE } from '../tax-invoices.ts';
import {
  decideAnswer,
  decideFetch,
  evolveRequests,
  initialRequests,
  type Months,
  type Requests,
} from './decide.ts';
import { findReceived, type ReceivedInvoiceRow } from './queries.ts';

/** What a document of RS.ge is called while it has none of ours. */
const RECEIVED_DOCUMENT = 'RsGeReceived';
const LONGEST_REASON = 1_000;

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Wants what others have issued in these months to be fetched. It is done by whoever serves the company, also after a
 * restart.
 * @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
 */
export async function requestFetch(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, from, to }: Keyed & Months,
  thisMonth: string,
): Promise<Months> {
  const id = newId();
  const months = { from, to };
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'fetchRsGeInvoices',
    ...keyed({ ...months, idempotencyKey }),
    decide: () => decideFetch({ id, months, thisMonth }),
  });
  return result;
}

export interface AnswerGiven extends Keyed {
  readonly rsGeId: string;
  readonly answer: 'CONFIRM' | 'REFUSE';
  readonly reason?: string | null | undefined;
}

/**
 * Has a document of another confirmed or refused at RS.ge, whatever our books say about it. Answers the document.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION (it waits for no answer), BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
 */
export async function answerReceived(
  writer: TaxWriter,
  actor: Actor,
  given: AnswerGiven,
): Promise<ReceivedInvoiceRow> {
  const { rsGeId } = given;
  const reason = reasonOf(given);
  const row = await findReceived(writer.database, actor.companyId, rsGeId);
  if (row === null) throw notFound('rsGeId', rsGeId);
  const data: RsGeSubmissionRequestedData = {
    documentId: row.documentId ?? namedId('tax', actor.companyId, `rs-ge received ${rsGeId}`),
    documentType: row.documentId === null ? RECEIVED_DOCUMENT : TAX_INVOICE,
    operations: [given.answer],
    document: null,
    rsGeId,
    ...(reason === null ? {} : { reason }),
  };
  const { aggregateId } = requestSubmission(actor.companyId, data);
  let asked: Requests = initialRequests;
  await writer.writePath.execute({
    ...actor,
    operation: 'answerRsGeInvoice',
    ...keyed(given),
    aggregates: [aggregateId],
    prepare: async () => {
      asked = await writer.load(actor.companyId, aggregateId, {
        initial: initialRequests,
        evolve: evolveRequests,
        stateVersion: 1,
      });
    },
    decide: () =>
      decideAnswer(
        { rsGeId, request: requestSubmission(actor.companyId, data, asked.version + 1) },
        row.state,
      ),
  });
  return row;
}

function reasonOf({ answer, reason }: AnswerGiven): string | null {
  if (answer === 'REFUSE') return parseText(reason ?? '', 'reason', LONGEST_REASON);
  if ((reason ?? null) !== null) throw badInput('reason', reason, 'belongs to a refusal');
  return null;
}

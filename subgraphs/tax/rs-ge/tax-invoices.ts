import type { TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type StoredEvent } from '#db/feed.ts';
import type { Database } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/platform/log.ts';
import { invoiceOrders } from '../invoices/commands.ts';
import type { InvoiceContent, InvoiceEvent, InvoiceLine } from '../invoices/invoice.ts';
import { SCHEMA } from '../schema.ts';
import type { TaxWriter } from '../writer.ts';
import type { LineTreatment } from './authority.ts';
import type { RsGeDocumentEvent, RsGeSubmissionRequestedData, SubmittedDocument } from './events.ts';

/** Between our tax invoices and RS.ge: what we issue goes there, what happens there comes back. */

export const TAX_INVOICE = 'TaxInvoice';
/** Name of the consumer that tells the invoices what RS.ge says. */
export const ANSWERS = 'rs-ge answers';

/**
 * What an event of an invoice asks of RS.ge; null when it asks nothing. An invoice that already has its number was
 * entered there by hand, and one to nobody in particular is none of RS.ge's.
 */
export async function requestOfInvoice(
  sql: TransactionSql,
  companyId: string,
  event: StoredEvent,
): Promise<RsGeSubmissionRequestedData | null> {
  if (event.aggregateType !== TAX_INVOICE) return null;
  const about = { documentId: event.aggregateId, documentType: TAX_INVOICE };
  const told = { type: event.type, data: event.data } as InvoiceEvent;
  if (told.type === 'TaxInvoiceIssued') {
    const { content, registration } = told.data;
    if (registration !== null || content.direction !== 'ISSUED') return null;
    const document = await documentOf(sql, companyId, content);
    if (document === null) return null;
    return {
      ...about,
      operations: [document.corrects === null ? 'SAVE' : 'CORRECT', 'ACTIVATE'],
      document,
    };
  }
  if (told.type === 'TaxInvoiceConfirmed') return answerTo(sql, companyId, about, 'CONFIRM');
  if (told.type === 'TaxInvoiceRefused') return answerTo(sql, companyId, about, 'REFUSE', told.data.reason);
  if (told.type === 'TaxInvoiceCancelled') {
    const [known] = await sql`
      /* rsGeKnowsInvoice */ select 1 from tax.rs_ge_submissions
      where company_id = ${companyId} and document_id = ${event.aggregateId} limit 1`;
    return known === undefined ? null : { ...about, operations: ['CANCEL'], document: null };
  }
  return null;
}

/** Our answer to a document of another that waits for it at RS.ge; null for all others. */
async function answerTo(
  sql: TransactionSql,
  companyId: string,
  about: { readonly documentId: string; readonly documentType: string },
  operation: 'CONFIRM' | 'REFUSE',
  reason?: string,
): Promise<RsGeSubmissionRequestedData | null> {
  const [waiting] = await sql<{ rsGeId: string }[]>`
    /* rsGeWaitsForAnswer */ select rs_ge_id as "rsGeId" from tax.rs_ge_received
    where company_id = ${companyId} and document_id = ${about.documentId} and state = 'SENT'`;
  if (waiting === undefined) return null;
  const { rsGeId } = waiting;
  return {
    ...about,
    operations: [operation],
    document: null,
    rsGeId,
    ...(reason === undefined ? {} : { reason }),
  };
}

async function documentOf(
  sql: TransactionSql,
  companyId: string,
  content: InvoiceContent,
): Promise<SubmittedDocument | null> {
  if (content.counterpartyId === null) return null;
  const [parties] = await sql<{ kind: string; buyerTin: string; sellerTin: string | null }[]>`
    /* rsGeParties */ select c.kind, c.tax_id as "buyerTin",
      (select p.tax_id from tax.profiles p where p.company_id = ${companyId}) as "sellerTin"
    from tax.counterparties c where c.company_id = ${companyId} and c.id = ${content.counterpartyId}`;
  if (parties === undefined) throw new Error(`the counterparty ${content.counterpartyId} is not there`);
  return {
    kind: content.kind === 'ADVANCE' ? 'ADVANCE' : 'GOODS',
    operationDate: content.operationDate,
    // Without our number RS.ge refuses the document, in words that whoever looks at it can act on.
    sellerTin: parties.sellerTin ?? '',
    buyerTin: parties.kind === 'FOREIGN' ? null : parties.buyerTin,
    lines: content.lines.map(rsGeLine),
    corrects:
      content.corrects === null
        ? null
        : {
            documentId: await lastOfChain(sql, companyId, content.corrects.invoiceId),
            reason: content.corrects.reason,
          },
    advances: content.advances.map(({ invoiceId, gross }) => ({ documentId: invoiceId, amount: gross })),
  };
}

/** RS.ge corrects a correction where we correct the original once more. */
async function lastOfChain(sql: TransactionSql, companyId: string, invoiceId: string): Promise<string> {
  const [last] = await sql<{ id: string }[]>`
    /* rsGeLastCorrection */ with recursive chain as (
      select ${invoiceId}::uuid as id, 0 as depth
      union all
      select s.document_id, chain.depth + 1 from chain join tax.rs_ge_submissions s
        on s.company_id = ${companyId} and s.operation = 'CORRECT' and s.state not in ('REFUSED', 'DROPPED')
        and s.content -> 'document' -> 'corrects' ->> 'documentId' = chain.id::text
      where chain.depth < 1000
    ) select id from chain order by depth desc limit 1`;
  return last?.id ?? invoiceId;
}

function rsGeLine(line: InvoiceLine): SubmittedDocument['lines'][number] {
  return {
    name: line.name,
    unitId: line.unitCode,
    unitText: line.unitText,
    quantity: line.quantity,
    unitPrice: perUnit(line),
    amount: line.gross,
    vat: line.vat,
    treatment: treatmentOf(line),
  };
}

/** RS.ge's price has VAT in it, whichever way ours was given. */
function perUnit({ gross, quantity }: InvoiceLine): string {
  return (Number(gross) / Number(quantity)).toFixed(4);
}

function treatmentOf({ treatment }: InvoiceLine): LineTreatment {
  switch (treatment) {
    case 'EXEMPT_WITH_CREDIT':
      return 'ZERO';
    case 'EXEMPT_WITHOUT_CREDIT':
      return 'EXEMPT';
    case 'STANDARD':
    case 'MARGIN':
    case 'REVERSE_CHARGE':
    case 'IMPORT':
      return 'STANDARD';
  }
}

/** Tells the invoices what RS.ge and the buyers say: the number, the agreement, the refusal. Each once, by its event. */
export function followAnswersToInvoices(options: {
  readonly database: Database;
  readonly writer: TaxWriter;
  readonly log: Logger;
}): Consumer {
  const { database, writer, log } = options;
  return createConsumer({
    database,
    schema: SCHEMA,
    name: ANSWERS,
    log,
    handle: async (_sql, companyId, events) => {
      for (const event of events) {
        if (event.aggregateType !== 'RsGeDocument') continue;
        const fact = { type: event.type, data: event.data } as RsGeDocumentEvent;
        if (fact.data.documentType !== TAX_INVOICE) continue;
        await tellInvoice(writer, companyId, event, fact).catch((error: unknown) => {
          // Somebody has done by hand what RS.ge tells now: the invoice stands where it should.
          if (!(error instanceof DomainError) || error.code !== 'INVALID_TRANSITION') throw error;
          log.info({
            event: 'rs_ge.known_already',
            companyId,
            fact: fact.type,
            invoiceId: fact.data.documentId,
          });
        });
      }
    },
  });
}

async function tellInvoice(
  writer: TaxWriter,
  companyId: string,
  event: StoredEvent,
  fact: RsGeDocumentEvent,
): Promise<void> {
  const orders = invoiceOrders(writer, { companyId, userId: event.userId });
  const about = { id: fact.data.documentId, idempotencyKey: `rs-ge ${event.aggregateId} ${event.version}` };
  // The other facts concern RS.ge and the register only.
  if (fact.type === 'RsGeRegistered') {
    const { series, number } = fact.data;
    await orders.register({ ...about, registration: { series, number } });
  } else if (fact.type === 'BuyerConfirmed') {
    await orders.confirm(about);
  } else if (fact.type === 'BuyerRefused') {
    await orders.refuse({ ...about, reason: 'RS.ge' });
  }
}

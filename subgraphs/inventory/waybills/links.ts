import type { Database } from '#db/client.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { WaybillLinks } from './waybill.ts';

/** Refuses what a waybill is to be linked with and is not there. @throws DomainError NOT_FOUND */
export async function demandLinks(
  database: Database,
  companyId: string,
  { movementId, taxInvoiceId }: WaybillLinks,
): Promise<void> {
  if (movementId !== null && !isUuid(movementId)) throw notFound('movementId', movementId);
  if (taxInvoiceId !== null && !isUuid(taxInvoiceId)) throw notFound('taxInvoiceId', taxInvoiceId);
  if (movementId !== null) {
    const found = await database.withCompany(
      companyId,
      (sql) => sql`
        /* waybillMovement */ select 1 from inventory.movements
        where company_id = ${companyId} and id = ${movementId}`,
    );
    if (found.length === 0) throw notFound('movementId', movementId);
  }
  if (taxInvoiceId !== null) {
    const found = await database.withCompany(
      companyId,
      (sql) => sql`
        /* waybillInvoice */ select 1 from tax_published.tax_invoices_exist(${companyId}, array[${taxInvoiceId}]::uuid[])`,
    );
    if (found.length === 0) throw notFound('taxInvoiceId', taxInvoiceId);
  }
}

/** A tax invoice of ours that RS.ge holds. */
export interface InvoiceAtRsGe {
  readonly taxInvoiceId: string;
  readonly rsGeId: string;
}

/**
 * What RS.ge knows a tax invoice of ours by, which is there.
 * @throws DomainError BAD_USER_INPUT when it is none that RS.ge could link, INVALID_TRANSITION
 *   when RS.ge does not have it, or not any more
 */
export async function demandInvoiceAtRsGe(
  database: Database,
  companyId: string,
  taxInvoiceId: string | null,
): Promise<InvoiceAtRsGe> {
  if (taxInvoiceId === null)
    throw badInput('taxInvoiceId', null, 'the waybill belongs to no tax invoice yet: name one');
  const [held] = await database.withCompany(
    companyId,
    (sql) => sql<{ direction: string; channel: string | null; rsGeId: string; state: string }[]>`
      /* waybillInvoiceAtRsGe */ select direction, channel, rs_ge_id as "rsGeId", state
      from tax_published.tax_invoices_at_rs_ge(${companyId}, array[${taxInvoiceId}]::uuid[])`,
  );
  const refused = (why: string): DomainError =>
    new DomainError('INVALID_TRANSITION', `taxInvoiceId: ${why}`, {
      field: 'taxInvoiceId',
      value: taxInvoiceId,
    });
  if (held === undefined) throw refused('RS.ge does not have the tax invoice yet');
  if (held.direction !== 'ISSUED')
    throw badInput('taxInvoiceId', taxInvoiceId, 'whoever issues a tax invoice links it with a waybill');
  // The waybill service numbers invoices as the SOAP service of invoices does; the other interface numbers its own.
  if (held.channel !== 'NTOS')
    throw badInput(
      'taxInvoiceId',
      taxInvoiceId,
      'RS.ge links invoices that went there by the SOAP service only',
    );
  if (held.state === 'CANCELLING' || held.state === 'CANCELLED')
    throw refused('the tax invoice is cancelled at RS.ge');
  return { taxInvoiceId, rsGeId: held.rsGeId };
}

import type { Database } from '#db/client.ts';
import { notFound } from '#shared/domain/errors.ts';
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

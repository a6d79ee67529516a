import type { Database } from '#db/client.ts';
import { TaxFacts } from './facts.ts';
import { initialProfile, type TaxProfileDetails } from './profile/profile.ts';

/**
 * Reads what decisions of a company rest on. One statement, hence one snapshot: `referenceSeq` and the rows belong to
 * the same moment.
 */
export async function loadTaxFacts(database: Database, companyId: string): Promise<TaxFacts> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<
      {
        reference_seq: number | null;
        profile: TaxProfileDetails | null;
        submitted_months: string[] | null;
      }[]
    >`
      /* taxFacts */ select
        (select reference_seq from tax.head where company_id = ${companyId}) as reference_seq,
        (select json_build_object('taxId', tax_id, 'regime', regime, 'vatRegistrations', vat_registrations)
           from tax.profiles where company_id = ${companyId}) as profile,
        (select array_agg(format('%s-%s', year, lpad(month::text, 2, '0')))
           from tax.submitted_months where company_id = ${companyId}) as submitted_months`,
  );
  return new TaxFacts({
    referenceSeq: row?.reference_seq ?? 0,
    profile: row?.profile ?? initialProfile,
    submittedMonths: row?.submitted_months ?? [],
  });
}

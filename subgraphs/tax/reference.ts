import type { Database } from '#db/client.ts';
import { TaxFacts } from './facts.ts';
import { ExciseLaw, type ExciseLawSource } from './excise/law.ts';
import { VatLaw, type VatLawSource } from './invoices/law.ts';
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
        law: VatLawSource;
        excise: ExciseLawSource;
        posting_accounts: Readonly<Record<string, string>>;
      }[]
    >`
      /* taxFacts */ select
        (select reference_seq from tax.head where company_id = ${companyId}) as reference_seq,
        (select json_build_object('taxId', tax_id, 'regime', regime, 'vatRegistrations', vat_registrations)
           from tax.profiles where company_id = ${companyId}) as profile,
        (select array_agg(format('%s-%s', year, lpad(month::text, 2, '0')))
           from tax.submitted_months where company_id = ${companyId}) as submitted_months,
        json_build_object(
          'units', (select json_agg(json_build_object('code', code, 'nameKa', name_ka, 'nameEn', name_en)) from tax.units),
          'grounds', (select json_agg(json_build_object('code', code, 'treatment', treatment, 'validFrom', valid_from,
              'validTo', valid_to, 'isDefault', is_default, 'outputPart', output_part, 'outputBox', output_box,
              'inputBox', input_box, 'isPaid', is_paid, 'source', source, 'nameKa', name_ka, 'nameEn', name_en))
            from tax.vat_grounds),
          'figures', (select json_agg(json_build_object('code', code, 'validFrom', valid_from, 'validTo', valid_to,
              'value', trim_scale(value)::text)) from tax.rates where code like 'VAT\\_%' or code like 'IMPORT\\_%')) as law,
        json_build_object(
          'groups', (select json_agg(code) from tax.excise_groups),
          'common', (select coalesce(json_agg(json_build_object('group', excise_group, 'validFrom', valid_from,
              'validTo', valid_to, 'rate', trim_scale(rate)::text)), '[]')
            from tax.excise_rates where certainty = 'CONFIRMED'),
          'own', (select coalesce(json_agg(json_build_object('group', excise_group, 'validFrom', valid_from,
              'validTo', null, 'rate', trim_scale(rate)::text)), '[]')
            from tax.company_excise_rates where company_id = ${companyId})) as excise,
        (select json_object_agg(d.role, coalesce(a.account_code, d.account_code))
           from tax.default_posting_accounts d
           left join tax.posting_accounts a on a.company_id = ${companyId} and a.role = d.role) as posting_accounts`,
  );
  if (row === undefined) throw new Error('the facts of tax have no row');
  return new TaxFacts({
    referenceSeq: row.reference_seq ?? 0,
    profile: row.profile ?? initialProfile,
    submittedMonths: row.submitted_months ?? [],
    vatLaw: new VatLaw(row.law),
    exciseLaw: new ExciseLaw(row.excise),
    postingAccounts: row.posting_accounts,
  });
}

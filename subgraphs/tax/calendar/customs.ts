import type { Database } from '#db/client.ts';
import { yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { nextWorkingDay, type ExtraDaysOff } from '#shared/domain/working-days.ts';
import { lateInterest } from '../interest/late-interest.ts';
import { ratesOn } from '../rates/queries.ts';
import type { Obligation } from './queries.ts';

interface DeclarationRow {
  readonly released: CalendarDate;
  readonly legalDay: CalendarDate;
  readonly paidOn: CalendarDate | null;
  readonly number: string;
  readonly charges: string;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly source: string;
}

/** Days by which days off may move a term at most. */
const LONGEST_MOVE = 15;

/**
 * What is to be paid to the customs between two days: import tax, excise and VAT of each declaration, by the term that it
 * was given. Declarations that do not stand any more are left out.
 */
export async function customsObligations(
  database: Database,
  companyId: string,
  { from, to, asOf }: { readonly from: CalendarDate; readonly to: CalendarDate; readonly asOf: CalendarDate },
  extra: ExtraDaysOff,
): Promise<Obligation[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<DeclarationRow[]>`
      /* customsObligations */ select i.operation_date as released, i.customs ->> 'paymentDue' as "legalDay",
        i.customs_paid_on as "paidOn", concat_ws('-', i.registration_series, i.registration_number) as number,
        (i.gross - (i.customs ->> 'customsValue')::numeric)::text as charges,
        r.title_ka as "titleKa", r.title_en as "titleEn", r.source
      from tax.tax_invoices i
      join tax.rates r on r.code = 'IMPORT_PAYMENT_TERM' and r.valid_from <= i.operation_date
        and (r.valid_to is null or r.valid_to >= i.operation_date)
      where i.company_id = ${companyId} and i.kind = 'IMPORT' and i.status = 'CONFIRMED' and i.corrects is null
        and i.operation_date between ${from}::date - 45 - ${LONGEST_MOVE}::int and ${to}::date
        and (i.customs ->> 'paymentDue')::date between ${from}::date - ${LONGEST_MOVE}::int and ${to}::date
      order by 2, i.id`,
  );
  const found = rows.map((row) => ({ ...row, due: nextWorkingDay(row.legalDay, extra) }));
  return Promise.all(
    found
      .filter(({ due }) => from <= due && due <= to)
      .map(async ({ released, legalDay, due, paidOn, number, charges, titleKa, titleEn, source }) => {
        const amount = parseDatabaseAmount(charges);
        const state = paidOn !== null ? 'DONE' : asOf > due ? 'OVERDUE' : 'DUE';
        const isLate = state === 'OVERDUE' && amount > 0n;
        const interest = isLate
          ? lateInterest({ amount: formatAmount(amount), due, paidOn: asOf }, await ratesOn(database, due))
          : null;
        return {
          term: {
            deadline: {
              code: 'CUSTOMS',
              tax: 'IMPORT',
              kind: 'PAYMENT',
              appliesTo: 'EVERYBODY',
              validFrom: released,
              validTo: null,
              monthsAfter: null,
              yearsAfter: null,
              month: null,
              day: Number(legalDay.slice(8)),
              source,
              titleKa,
              titleEn,
              formKa: `საბაჟო დეკლარაცია ${number}`,
              formEn: `Customs declaration ${number}`,
            },
            period: { year: yearOf(released), month: Number(released.slice(5, 7)) },
            legalDay,
            due,
          },
          state,
          filedOn: paidOn,
          amount: formatAmount(amount),
          // The fine is for returns that are late; a payment bears interest alone.
          late: interest === null ? null : { ...interest, penalty: '0.00' },
        } satisfies Obligation;
      }),
  );
}

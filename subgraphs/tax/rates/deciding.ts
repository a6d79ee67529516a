import type { CalendarDate } from '#shared/domain/date.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { TaxWriter } from '../writer.ts';
import { accountsByRole } from './posting-accounts.ts';
import { ratesOn } from './queries.ts';
import type { Rates } from './rate.ts';

export interface Grounds {
  readonly rates: Rates;
  readonly accounts: ReadonlyMap<string, string>;
}

/**
 * What the decision about an operation of a day rests on besides the facts of the company: the rates of that day, the
 * accounts that are posted on, and that the counterparty is one of the company's.
 *
 * `prepare` is to be run before the decision, and again before each that follows a conflict; it refuses with NOT_FOUND
 * naming `counterpartyId`.
 */
export function decidingOn(
  writer: TaxWriter,
  companyId: string,
  date: CalendarDate,
  counterpartyId: string | null | undefined,
): { readonly prepare: () => Promise<void>; readonly found: () => Grounds } {
  let grounds: Grounds | undefined;
  return {
    async prepare() {
      if (typeof counterpartyId === 'string' && !isUuid(counterpartyId))
        throw notFound('counterpartyId', counterpartyId);
      const [rates, accounts] = await Promise.all([
        ratesOn(writer.database, date),
        writer.database.withCompany(companyId, async (sql) => {
          if (typeof counterpartyId === 'string') {
            const known = await sql`
              /* counterpartyExists */ select from tax.counterparties
              where company_id = ${companyId} and id = ${counterpartyId}`;
            if (known.length === 0) throw notFound('counterpartyId', counterpartyId);
          }
          return accountsByRole(sql, companyId);
        }),
      ]);
      grounds = { rates, accounts };
    },
    found() {
      if (grounds === undefined) throw new Error('the decision was not prepared');
      return grounds;
    },
  };
}

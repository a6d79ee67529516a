import type { TransactionSql } from '#db/client.ts';
import type { Side } from '../counterparties/aged.ts';
import type { Terms } from './decide.ts';

/** The row of those who have none of their own. */
const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/** Days of those of whom nothing is said by a company that has said nothing at all. */
export const USUAL_DAYS = 30;

/** The terms of a company. */
export interface AllTerms {
  /** What holds for whoever has none of his own; never null. */
  readonly usual: Readonly<Record<Side, number>>;
  /** Own terms by counterparty. */
  readonly own: ReadonlyMap<string, Terms>;
}

export async function readTerms(sql: TransactionSql, companyId: string): Promise<AllTerms> {
  const rows = await sql<(Terms & { readonly id: string })[]>`
    /* paymentTerms */ select counterparty_id as id, receivable_days as "receivableDays", payable_days as "payableDays"
    from reporting.payment_terms where company_id = ${companyId}`;
  const usual = rows.find(({ id }) => id === EVERYBODY);
  return {
    usual: {
      RECEIVABLE: usual?.receivableDays ?? USUAL_DAYS,
      PAYABLE: usual?.payableDays ?? USUAL_DAYS,
    },
    own: new Map(rows.filter(({ id }) => id !== EVERYBODY).map((row) => [row.id, row])),
  };
}

/** Days that a counterparty has on a side. Pure. */
export function termOf({ usual, own }: AllTerms, counterpartyId: string | null, side: Side): number {
  const terms = counterpartyId === null ? undefined : own.get(counterpartyId);
  return (side === 'RECEIVABLE' ? terms?.receivableDays : terms?.payableDays) ?? usual[side];
}

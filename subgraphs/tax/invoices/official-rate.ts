import type { Database } from '#db/client.ts';
import { FUNCTIONAL_CURRENCY, ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDate } from '#shared/domain/date.ts';
import { formatRate, parseScaled, RATE_DECIMALS } from '#shared/domain/money.ts';

/** A document whose currency is converted: by its own rate, else by the official one of its day. */
export interface Converted {
  readonly currency?: string | null | undefined;
  readonly exchangeRate?: string | null | undefined;
  readonly operationDate: string;
}

/**
 * GEL for one unit of the document's currency by the National Bank on the day of the operation, as the ledger has it; null
 * when the document says its own, is in GEL, or the ledger knows none for sure. An older rate goes on over days off; that it
 * did is sure only when the bank was asked about the day.
 * @throws DomainError BAD_USER_INPUT naming `operationDate`.
 */
export async function officialRateOf(
  database: Database,
  companyId: string,
  { currency, exchangeRate, operationDate }: Converted,
): Promise<string | null> {
  const code = currency ?? FUNCTIONAL_CURRENCY;
  if (code === FUNCTIONAL_CURRENCY || (exchangeRate ?? null) !== null) return null;
  // What is no currency is refused with the document.
  if (!ISO_4217.has(code)) return null;
  parseDate(operationDate, 'operationDate');
  const [found] = await database.withCompany(
    companyId,
    (sql) => sql<{ rate: string }[]>`
      /* officialRate */ select round(rate, ${RATE_DECIMALS})::text as rate
      from ledger_published.official_rate(${code}, ${operationDate}::date)
      where is_asked or valid_from = ${operationDate}::date`,
  );
  return found === undefined ? null : formatRate(parseScaled(found.rate, RATE_DECIMALS, 'exchangeRate'));
}

import { FUNCTIONAL_CURRENCY, ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { Resolvers } from '../generated/types.ts';
import { officialRate, officialRates } from './official-rates.ts';

const MOST_DAYS = 366;
const DAY_MILLISECONDS = 86_400_000;

export const exchangeRateResolvers: Resolvers = {
  ExchangeRate: { isConfirmed: ({ isAsked }) => isAsked },
  Query: {
    exchangeRate: (_root, { currency, date }, { database, companyId }) =>
      officialRate(database, companyId, foreign(currency), parseDate(date, 'date')),
    exchangeRates: (_root, given, { database, companyId }) => {
      const [from, to] = [parseDate(given.from, 'from'), parseDate(given.to, 'to')];
      if (from > to) throw badInput('from', from, 'is after to');
      if (Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MILLISECONDS)
        throw badInput('to', to, `at most ${String(MOST_DAYS)} days at a time`);
      return officialRates(database, companyId, foreign(given.currency), from, to);
    },
  },
};

/** @throws DomainError BAD_USER_INPUT for what is no foreign currency. */
function foreign(currency: string): string {
  if (currency === FUNCTIONAL_CURRENCY) throw badInput('currency', currency, 'the books are kept in it');
  if (!ISO_4217.has(currency)) throw badInput('currency', currency, 'not a currency of ISO 4217');
  return currency;
}

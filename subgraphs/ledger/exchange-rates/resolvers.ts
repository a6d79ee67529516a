import { FUNCTIONAL_CURRENCY, ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { LedgerContext } from '../context.ts';
import { listCurrencies } from '../currencies/queries.ts';
import type { Resolvers } from '../generated/types.ts';
import { setExchangeRate, withdrawExchangeRate } from './commands.ts';
import type { OwnRateResult } from './decide.ts';
import { officialRate, officialRates, type OfficialRate } from './official-rates.ts';
import { listOwnRates, rateOfCompany, type CompanyRate, type OwnRateChange } from './queries.ts';

const MOST_DAYS = 366;
const DAY_MILLISECONDS = 86_400_000;

/** A rate as it is shown; one of the company's own knows for which day the official one is to be shown beside it. */
export type ShownRate = CompanyRate | OfficialRate;

/** The company's own rate of a day with all its changes, the latest first. */
export interface OwnRateOfDay {
  readonly currency: string;
  readonly date: CalendarDate;
  readonly changes: readonly OwnRateChange[];
}

export const exchangeRateResolvers: Resolvers = {
  ExchangeRate: {
    isConfirmed: ({ isAsked }) => isAsked,
    reason: (rate) => ('reason' in rate ? rate.reason : null),
    setBy: (rate) => ('setBy' in rate && rate.setBy !== null ? { id: rate.setBy } : null),
    official: ({ source, currency, validFrom }, _args, { database, companyId }) =>
      source === 'OWN' ? officialRate(database, companyId, currency, validFrom) : null,
  },
  OwnExchangeRate: {
    rate: ({ changes }) => changes[0]?.rate ?? null,
    changes: ({ changes }) => [...changes],
  },
  OwnExchangeRateChange: { by: ({ by }) => ({ id: by }) },
  Query: {
    exchangeRate: async (_root, { currency, date }, context) => {
      const day = parseDate(date, 'date');
      return rateOfCompany(context.database, context.companyId, await foreign(currency, context), day);
    },
    exchangeRates: async (_root, given, context) => {
      const [from, to] = span(given);
      const currency = await foreign(given.currency, context);
      return officialRates(context.database, context.companyId, currency, from, to);
    },
    ownExchangeRates: async (_root, given, context) => {
      const [from, to] = span(given);
      const currency = await foreign(given.currency, context);
      const changes = await listOwnRates(context.database, context.companyId, currency, from, to);
      return byDay(changes);
    },
  },
  Mutation: {
    setExchangeRate: async (_root, { input }, context) => {
      const { result } = await setExchangeRate(context.writer, context.actor, input);
      return { ownExchangeRate: await ownRate(context, result) };
    },
    withdrawExchangeRate: async (_root, { input }, context) => {
      const { result } = await withdrawExchangeRate(context.writer, context.actor, input);
      return { ownExchangeRate: await ownRate(context, result) };
    },
  },
};

async function ownRate(context: LedgerContext, { currency, date }: OwnRateResult): Promise<OwnRateOfDay> {
  const changes = await listOwnRates(context.database, context.companyId, currency, date, date);
  const [rate] = byDay(changes);
  if (rate === undefined) throw new Error(`the rate of ${currency} on ${date} was set and is not there`);
  return rate;
}

/** Changes come in order of day. */
function byDay(changes: readonly OwnRateChange[]): OwnRateOfDay[] {
  const days: { currency: string; date: CalendarDate; changes: OwnRateChange[] }[] = [];
  for (const change of changes) {
    const last = days.at(-1);
    if (last?.date === change.date) last.changes.push(change);
    else days.push({ currency: change.currency, date: change.date, changes: [change] });
  }
  return days;
}

/** @throws DomainError BAD_USER_INPUT for a span that ends before it begins, or is too long. */
function span(given: { readonly from: string; readonly to: string }): [CalendarDate, CalendarDate] {
  const [from, to] = [parseDate(given.from, 'from'), parseDate(given.to, 'to')];
  if (from > to) throw badInput('from', from, 'is after to');
  if (Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MILLISECONDS)
    throw badInput('to', to, `at most ${String(MOST_DAYS)} days at a time`);
  return [from, to];
}

/** @throws DomainError BAD_USER_INPUT for what is no foreign currency. */
async function foreign(currency: string, { database, companyId }: LedgerContext): Promise<string> {
  if (currency === FUNCTIONAL_CURRENCY) throw badInput('currency', currency, 'the books are kept in it');
  if (ISO_4217.has(currency)) return currency;
  const known = await listCurrencies(database, companyId);
  if (!known.some(({ code }) => code === currency))
    throw badInput('currency', currency, 'not a currency of ISO 4217 or of the company');
  return currency;
}

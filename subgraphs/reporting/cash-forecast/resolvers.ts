import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import type { Resolvers } from '../generated/types.ts';
import { placeOfFlow, type ExpectedFlow, type Horizon } from './forecast.ts';
import { cashForecast } from './queries.ts';

const MOST = { weeks: 53, months: 24 } as const;
const KINDS = ['RECEIVABLE', 'PAYABLE', 'TAXES', 'EMPLOYEES', 'INTEREST', 'DIVIDENDS', 'RECURRING'] as const;
const place = z.tuple([z.string()]);

export const cashForecastResolvers: Resolvers = {
  Query: {
    cashForecast: async (_root, given, { database, companyId }) => {
      const from = parseDate(given.from, 'from');
      const horizon = horizonOf(given.weeks ?? null, given.months ?? null);
      await demandRead(database, companyId, given.minSeq);
      const { seq, opening, stretches } = await cashForecast(database, companyId, { from, horizon });
      const last = stretches.at(-1);
      const closings = stretches.map(({ closing }) => closing);
      return {
        from,
        to: last?.to ?? from,
        seq,
        opening: formatAmount(opening),
        closing: formatAmount(last?.closing ?? opening),
        lowest: formatAmount(
          closings.reduce((least, one) => (one < least ? one : least), closings[0] ?? opening),
        ),
        stretches: stretches.map((stretch) => ({ ...stretch, firstDay: from })),
      };
    },
  },
  CashForecastStretch: {
    opening: ({ opening }) => formatAmount(opening),
    comesIn: ({ comesIn }) => formatAmount(comesIn),
    goesOut: ({ goesOut }) => formatAmount(goesOut),
    closing: ({ closing }) => formatAmount(closing),
    sums: ({ flows, firstDay }) =>
      KINDS.flatMap((kind) => {
        const of = flows.filter((flow) => flow.kind === kind);
        if (of.length === 0) return [];
        const sum = (some: readonly ExpectedFlow[]): Amount =>
          some.reduce((total, { amount }) => total + amount, 0n);
        return [
          {
            kind,
            comesIn: formatAmount(sum(of.filter(({ amount }) => amount > 0n))),
            goesOut: formatAmount(-sum(of.filter(({ amount }) => amount < 0n))),
            overdue: formatAmount(sum(of.filter(({ due }) => due < firstDay))),
          },
        ];
      }),
    items: ({ flows, firstDay }, given) => {
      const page = pageArguments<[string]>(given, { cursor: place });
      const { after } = page;
      const behind = after === null ? flows : flows.filter((flow) => placeOfFlow(flow) > after[0]);
      return connectionFromPage(
        behind.slice(0, page.limit).map((flow) => ({ ...flow, firstDay })),
        page,
        (flow): [string] => [placeOfFlow(flow)],
      );
    },
  },
  CashForecastItem: {
    amount: ({ amount }) => formatAmount(amount),
    isOverdue: ({ due, firstDay }) => due < firstDay,
    account: ({ accountId }) => ({ id: accountId }),
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
    transaction: ({ transactionId }) => (transactionId === null ? null : { id: transactionId }),
  },
};

/** @throws DomainError BAD_USER_INPUT unless exactly one of the two is given and within its bounds. */
export function horizonOf(weeks: number | null, months: number | null): Horizon {
  if ((weeks === null) === (months === null))
    throw badInput('weeks', weeks, 'say how many weeks or how many months, and not both');
  for (const [field, count] of Object.entries({ weeks, months }))
    if (count !== null && (count < 1 || count > MOST[field as keyof typeof MOST]))
      throw badInput(field, count, `1 to ${String(MOST[field as keyof typeof MOST])}`);
  return weeks === null ? { months: months ?? 1 } : { weeks };
}

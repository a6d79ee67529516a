import { z } from 'zod';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDate } from '#shared/domain/date.ts';
import {
  formatAmount,
  formatDatabaseAmount,
  parseDatabaseAmount,
  type Amount,
} from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../context.ts';
import { listCurrencies } from '../currencies/queries.ts';
import type { Resolvers } from '../generated/types.ts';
import { itemId } from '../open-items/open-item.ts';
import { demandAccount, demandTransaction } from '../schedules/demand-loaded.ts';
import { revalue, withdrawRevaluation } from './commands.ts';
import { checkCurrencies, measureAll, usedRate, type RevaluationResult } from './decide.ts';
import {
  itemsOf,
  knownBooks,
  linesOf,
  listRevaluations,
  type LeftOut,
  type LineRow,
  type RevaluationRow,
} from './queries.ts';
import type { UsedRate } from './revaluation.ts';

const cursor: z.ZodType<[string]> = z.tuple([z.uuid()]);

/** A rate as it is answered; without one the first day of an older rate, if there is such. */
export type ClosingRate = Pick<UsedRate, 'currency' | 'validFrom' | 'reason'> &
  Partial<Pick<UsedRate, 'rate' | 'source'>>;

/** What a revaluation would do. */
export interface Preview {
  readonly date: string;
  readonly rates: readonly ClosingRate[];
  readonly lines: readonly LineRow[];
  readonly leftOut: readonly LeftOut[];
  readonly gain: string;
  readonly loss: string;
}

export const revaluationResolvers: Resolvers = {
  Query: {
    revaluationPreview: (_root, { date, currencies }, context) =>
      preview(context, parseDate(date, 'date'), currencies ?? null),
    revaluation: (_root, { id }, { loaders }) => loaders.revaluation.load(id),
    revaluations: async (_root, { first, after, isInForce }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listRevaluations(database, companyId, { isInForce }, page);
      return connectionFromPage(rows, page, (row): [string] => [row.id]);
    },
  },
  Mutation: {
    revalueForeignCurrency: async (_root, { input }, context) =>
      payload(context, await revalue(context.writer, context.actor, input)),
    reverseRevaluation: async (_root, { input }, context) =>
      payload(context, await withdrawRevaluation(context.writer, context.actor, input)),
  },
  Revaluation: {
    rates: ({ rates }) => [...rates],
    lines: ({ id }, _args, { database, companyId }) => linesOf(database, companyId, id),
    items: ({ id }, _args, { database, companyId }) => itemsOf(database, companyId, id),
    transaction: ({ transactionId }, _args, context) =>
      transactionId === null ? null : demandTransaction(context, transactionId),
    reversalTransaction: ({ reversalTransactionId }, _args, context) =>
      reversalTransactionId === null ? null : demandTransaction(context, reversalTransactionId),
    recordedBy: ({ recordedBy }) => ({ id: recordedBy }),
    withdrawnBy: ({ withdrawnBy }) => (withdrawnBy === null ? null : { id: withdrawnBy }),
  },
  RevaluationPreview: {
    rates: ({ rates }) => [...rates],
    lines: ({ lines }) => [...lines],
    leftOut: ({ leftOut }) => [...leftOut],
  },
  RevaluationRate: {
    rate: ({ rate }) => rate ?? null,
    source: ({ source }) => source ?? null,
    validFrom: ({ validFrom }) => validFrom ?? null,
    reason: ({ reason }) => reason ?? null,
  },
  RevaluationLine: {
    account: ({ accountId }, _args, context) => demandAccount(context, accountId),
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
    amount: inCurrency(({ amount }) => amount),
    differenceGel: ({ carryingGel, revaluedGel }) =>
      revaluedGel === null ? null : difference(revaluedGel, carryingGel),
  },
  RevaluationLeftOut: {
    account: ({ accountId }, _args, context) => demandAccount(context, accountId),
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
    amount: inCurrency(({ amount }) => amount),
    carryingGel: ({ gel }) => gel,
  },
  RevaluationItem: {
    id: itemId,
    transaction: ({ transactionId }, _args, context) => demandTransaction(context, transactionId),
    open: inCurrency(({ open }) => open),
    differenceGel: ({ carryingGel, revaluedGel }) => difference(revaluedGel, carryingGel),
  },
};

async function preview(
  { database, companyId }: LedgerContext,
  date: string,
  currencies: readonly string[] | null,
): Promise<Preview> {
  if (currencies !== null) {
    const own = new Map(
      (await listCurrencies(database, companyId)).map(({ code, minorUnits }) => [code, minorUnits]),
    );
    checkCurrencies(currencies, { minorUnits: (code) => ISO_4217.get(code) ?? own.get(code) });
  }
  const books = await knownBooks(database, companyId, date);
  const isChosen = ({ currency }: { readonly currency: string }): boolean =>
    currencies === null || currencies.includes(currency);
  const standings = books.standings.filter(isChosen);
  const rates = [...new Set(standings.map(({ currency }) => currency))]
    .sort()
    .map((currency): ClosingRate => {
      const known = books.rates.find((rate) => rate.currency === currency);
      if (known?.isCurrent !== true)
        return { currency, ...(known !== undefined && { validFrom: known.validFrom }) };
      return usedRate(known);
    });
  const usable = rates.flatMap(({ currency, rate }) => (rate === undefined ? [] : [{ currency, rate }]));
  const measured = measureAll(standings, usable);
  const sums = { gain: 0n, loss: 0n };
  for (const { revalued, gel } of measured) {
    if (revalued > gel) sums.gain += revalued - gel;
    else sums.loss += gel - revalued;
  }
  return {
    date,
    rates,
    lines: standings.map((standing, index): LineRow => {
      const revalued = measured.find(
        (line) =>
          line.accountId === standing.accountId &&
          line.currency === standing.currency &&
          line.counterpartyId === standing.counterpartyId,
      )?.revalued;
      const { accountId, currency, counterpartyId } = standing;
      return {
        line: index + 1,
        accountId,
        currency,
        counterpartyId,
        amount: formatAmount(standing.amount, 4),
        carryingGel: formatAmount(standing.gel),
        revaluedGel: revalued === undefined ? null : formatAmount(revalued),
      };
    }),
    leftOut: books.leftOut.filter(isChosen),
    gain: formatAmount(sums.gain),
    loss: formatAmount(sums.loss),
  };
}

/** An amount with the decimals of its currency. */
function inCurrency<Row extends { readonly currency: string }>(of: (row: Row) => string) {
  return async (row: Row, _args: object, { loaders }: LedgerContext): Promise<string> =>
    formatDatabaseAmount(of(row), await loaders.minorUnits.load(row.currency));
}

function difference(revalued: string, carrying: string): string {
  const gel: Amount = parseDatabaseAmount(revalued) - parseDatabaseAmount(carrying);
  return formatAmount(gel);
}

async function payload(
  { loaders }: LedgerContext,
  { result: { revaluationId: id } }: { readonly result: RevaluationResult },
): Promise<{ revaluation: RevaluationRow }> {
  const revaluation = await loaders.revaluation.clear(id).load(id);
  if (revaluation === null) throw new Error(`the revaluation ${id} was written and is not there`);
  return { revaluation };
}

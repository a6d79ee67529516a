import { z } from 'zod';
import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { chargeProfitTax, reverseProfitTaxCharge } from './commands.ts';
import {
  findCharge,
  listProfitTaxLines,
  readProfitTaxReturn,
  type LineKey,
  type ProfitTaxChargeRow,
} from './queries.ts';

const cursor = z.tuple([z.iso.date(), z.uuid(), z.boolean()]);

export const profitTaxResolvers: Resolvers = {
  Query: {
    profitTaxReturn: (_root, { year, month }, { database, companyId }) =>
      readProfitTaxReturn(database, companyId, year, month),
  },
  Mutation: {
    chargeProfitTax: async (_root, { input }, context) => ({
      charge: await written(context, await chargeProfitTax(context.writer, context.actor, input)),
    }),
    reverseProfitTaxCharge: async (_root, { input }, context) => ({
      charge: await written(context, await reverseProfitTaxCharge(context.writer, context.actor, input)),
    }),
  },
  ProfitTaxReturn: {
    due: ({ term }) => term.due,
    rows: ({ rows }) => [...rows],
    amount: ({ total }) => total.amount,
    taxable: ({ total }) => total.taxable,
    tax: ({ total }) => total.tax,
    lines: async (period, { first, after }, { database, companyId }) => {
      const page = pageArguments<LineKey>({ first, after }, { cursor });
      const rows = await listProfitTaxLines(database, companyId, period, page);
      return connectionFromPage(rows, page, ({ on, charge, isReversal }): LineKey => [
        on,
        charge.id,
        isReversal,
      ]);
    },
  },
  ProfitTaxCharge: {
    __resolveReference: ({ id }, { database, companyId }) =>
      isUuid(id) ? findCharge(database, companyId, id) : null,
    title,
  },
  ProfitTaxReturnRow: { title },
  ProfitTaxLine: {
    date: ({ on }) => on,
    amount: ({ charge, isReversal }) => signed(charge.amount, isReversal),
    taxable: ({ charge, isReversal }) => signed(charge.taxable, isReversal),
    tax: ({ charge, isReversal }) => signed(charge.tax, isReversal),
  },
};

function title(
  { titleKa, titleEn }: { readonly titleKa: string; readonly titleEn: string },
  { language }: { readonly language?: 'KA' | 'EN' | null | undefined },
): string {
  return language === 'EN' ? titleEn : titleKa;
}

function signed(amount: string, isReversal: boolean): string {
  return isReversal ? formatAmount(-parseDatabaseAmount(amount)) : amount;
}

async function written({ database, companyId }: TaxContext, id: string): Promise<ProfitTaxChargeRow> {
  const row = await findCharge(database, companyId, id);
  if (row === null) throw new Error(`charge ${id} was written and is not there`);
  return row;
}

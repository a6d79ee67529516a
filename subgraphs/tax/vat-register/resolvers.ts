import type DataLoader from 'dataloader';
import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { oneByKey } from '#shared/graphql/loaders.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import {
  compareVat,
  findVatAccounts,
  listVatEntries,
  vatTurnover,
  type Month,
  type VatTurnoverRow,
} from './queries.ts';

const cursor: z.ZodType<[string, number, number]> = z.tuple([z.iso.date(), z.int(), z.int()]);

export const vatRegisterResolvers: Resolvers = {
  VatEntry: {
    transaction: ({ transactionId }) => ({ id: transactionId }),
    account: ({ accountId }) => ({ id: accountId }),
    invoice: ({ documentType, documentId }, _args, context) => invoiceOf(context, documentType, documentId),
  },
  UndocumentedVat: {
    entry: (entry) => entry,
  },
  VatDocumentDifference: {
    invoice: ({ documentType, documentId }, _args, context) => invoiceOf(context, documentType, documentId),
    postingStates: ({ postingStates }) => [...postingStates],
  },
  VatDifferences: {
    parts: ({ parts }) => [...parts],
    documents: ({ documents }) => [...documents],
    undocumented: ({ undocumented }) => [...undocumented],
  },
  Account: {
    // Of the ledger's accounts tax knows those of VAT, and those of its company alone.
    __resolveReference: ({ id }, context) => (isUuid(id) ? loadersOf(context).account.load(id) : null),
    vatTurnover: ({ id }, { from, to }, context) =>
      turnoverLoader(context, parseDate(from, 'from'), parseDate(to, 'to')).load(id),
  },
  Query: {
    vatRegister: async (_root, { year, month, first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listVatEntries(database, companyId, checkMonth({ year, month }), page);
      return connectionFromPage(rows, page, (row): [string, number, number] => [row.date, row.seq, row.line]);
    },
    vatDifferences: (_root, { year, month }, { database, companyId }) =>
      compareVat(database, companyId, checkMonth({ year, month })),
  },
};

/** The document of an entry, when it is a tax invoice; others have no type of their own here. */
function invoiceOf({ loaders }: TaxContext, documentType: string | null, documentId: string | null) {
  return documentType === 'TaxInvoice' && documentId !== null ? loaders.taxInvoice.load(documentId) : null;
}

function checkMonth({ year, month }: Month): Month {
  if (year < 1 || year > 9999) throw badInput('year', year, 'must be between 1 and 9999');
  if (month < 1 || month > 12) throw badInput('month', month, 'must be between 1 and 12');
  return { year, month };
}

interface VatLoaders {
  readonly account: DataLoader<string, { id: string } | null>;
  readonly turnover: Map<string, DataLoader<string, VatTurnoverRow | null>>;
}

const vatLoaders = new WeakMap<TaxContext, VatLoaders>();

function loadersOf(context: TaxContext): VatLoaders {
  const { database, companyId } = context;
  let ofContext = vatLoaders.get(context);
  if (ofContext === undefined) {
    ofContext = {
      account: oneByKey(
        (ids) => findVatAccounts(database, companyId, ids),
        ({ id }) => id,
      ),
      turnover: new Map(),
    };
    vatLoaders.set(context, ofContext);
  }
  return ofContext;
}

/** Loads turnover for all accounts of one operation that are asked for the same days, at once. */
function turnoverLoader(
  context: TaxContext,
  from: string,
  to: string,
): DataLoader<string, VatTurnoverRow | null> {
  const { turnover } = loadersOf(context);
  const key = `${from} ${to}`;
  let loader = turnover.get(key);
  if (loader === undefined) {
    loader = oneByKey(
      (ids) => vatTurnover(context.database, context.companyId, ids, from, to),
      ({ accountId }) => accountId,
    );
    turnover.set(key, loader);
  }
  return loader;
}
